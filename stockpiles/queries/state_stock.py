"""The stock of one state as its records stand now, for forms that show what a change leads to."""

from __future__ import annotations

from collections.abc import Sequence

from stockpiles.models import Article, CompletionDeclaration
from stockpiles.rules.dated import Within

from .figures import FigureRow, Stock, designations, figure_rows, stocks
from .records import chosen_completion


def state_stock(country_id: int, *, rows: Sequence[FigureRow] | None = None) -> Stock | None:
    """The figures and the ledger of one state; ``rows`` stand in for those stored. None without any. Three queries."""
    own = figure_rows(countries=[country_id]) if rows is None else rows
    ended = completed_on(country_id)
    done = {} if ended is None else {country_id: ended}
    return stocks(own, types=designations(), completed=done, done=done).get(country_id)


def completed_on(country_id: int) -> Within | None:
    """When the state had destroyed its last item; None if no completion is on record. One query."""
    ended = CompletionDeclaration.objects.filter(country=country_id, article=Article.DESTRUCTION)
    best = chosen_completion(list(ended))
    return None if best is None else best.done
