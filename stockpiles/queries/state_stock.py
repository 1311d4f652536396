"""The stock of one state as its records stand now, for forms that show what a change leads to."""

from __future__ import annotations

from collections.abc import Sequence

from stockpiles.models import Article, CompletionDeclaration, Figures
from stockpiles.rules.dated import Within

from .figures import figures
from .records import chosen_completion
from .stock import Stock, stocks


def state_stock(country_id: int, *, rows: Sequence[Figures] | None = None) -> Stock | None:
    """The figures and the ledger of one state; ``rows`` stand in for those stored. None without any. Two queries."""
    own = figures(countries=[country_id]) if rows is None else rows
    ended = completed_on(country_id)
    return stocks(own, {} if ended is None else {country_id: ended}).get(country_id)


def completed_on(country_id: int) -> Within | None:
    """When the state had destroyed its last item; None if no completion is on record. One query."""
    ended = CompletionDeclaration.objects.filter(country=country_id, article=Article.DESTRUCTION)
    best = chosen_completion(list(ended))
    return None if best is None else best.done
