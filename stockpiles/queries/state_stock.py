"""The stock of one state as its records stand now, for forms that show what a change leads to."""

from __future__ import annotations

from collections.abc import Sequence

from stockpiles.models import Article, CompletionDeclaration

from .figures import FigureRow, Stock, designations, figure_rows, stocks
from .records import chosen_completion


def state_stock(country_id: int, *, rows: Sequence[FigureRow] | None = None) -> Stock | None:
    """The figures and the ledger of one state; ``rows`` stand in for those stored. None without any. Three queries."""
    own = figure_rows(countries=[country_id]) if rows is None else rows
    ended = CompletionDeclaration.objects.filter(country=country_id, article=Article.DESTRUCTION)
    best = chosen_completion(list(ended))
    done = {} if best is None else {country_id: best.done}
    return stocks(own, types=designations(), completed=done, done=done).get(country_id)
