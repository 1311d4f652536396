"""A list that is at hand as a whole and stands on one page: its columns, by what they sort, and how its rows are counted.

LIST = WholeList(COLUMNS, KEYS, noun=("state", "states"), filter_label="Filter states")

rows = LIST.rows(request, (row for row in every if form.wants(row)))
listing = LIST.listing(request, form, rows)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from django.forms import BaseForm
from django.http import HttpRequest

from .listing import ListColumn, Listing, counted, sort_of, sorted_rows, whole_list, xlsx_address

R = TypeVar("R")


@dataclass(frozen=True)
class WholeList(Generic[R]):
    """``keys`` says for each column that can be sorted what a row is sorted by there; None comes last either way."""

    columns: Sequence[ListColumn]
    keys: Mapping[str, Callable[[R], object]]
    noun: tuple[str, str]
    filter_label: str
    default_sort: str = "state"

    def rows(self, request: HttpRequest, wanted: Iterable[R]) -> list[R]:
        """In the order that is asked for. An unknown sort is refused by its name."""
        return sorted_rows(wanted, self._sort(request), self.keys)

    def listing(
        self, request: HttpRequest, form: BaseForm, rows: Sequence[R], *, shown: Sequence[object] | None = None
    ) -> Listing:
        """What the page shows of them, with the same as CSV and XLSX; ``shown`` are the rows as its template reads them."""
        listing = whole_list(
            request,
            form,
            self.columns,
            sort=self._sort(request),
            rows=rows if shown is None else shown,
            count_in_words=counted(len(rows), self.noun),
            filter_label=self.filter_label,
        )
        return replace(listing, xlsx_url=xlsx_address(request))

    def _sort(self, request: HttpRequest) -> str:
        return sort_of(request, self.columns, self.default_sort)
