"""The world's stocks on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from countries.models import Country
from countries.queries.coverage import record
from editorial.queries.kept import keeping
from editorial.rules.horizon import Asked
from editorial.tables import dated
from editorial.views.addresses import addresses
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at, carried_on
from editorial.views.listing import (
    ListColumn,
    counted,
    csv_response,
    file_response,
    sort_of,
    sorted_rows,
    whole_list,
    xlsx_address,
)
from editorial.views.parameters import refuse_unknown
from editorial.views.pieces import pieces
from stockpiles.charts.progress import progress_of_the_world
from stockpiles.maps import stock_map
from stockpiles.queries.overview import HolderRow, Overview, holders, overview
from stockpiles.queries.records import READ, STOCKS, Records
from stockpiles.rules.deadline import DutyStanding
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity
from stockpiles.tables.overview import overview_table, progress_table

NOUN = ("state that holds or held stocks", "states that hold or held stocks")

COLUMNS = (
    ListColumn("name", "State", ("name",)),
    ListColumn("declared", "Declared", ("declared",), is_number=True),
    ListColumn("destroyed", "Destroyed", ("destroyed",), is_number=True),
    ListColumn("retained", "Retained", ("retained",), is_number=True),
    ListColumn("remaining", "Left to destroy", ("remaining",), is_number=True),
    ListColumn("deadline", "Deadline", ("deadline",)),
    ListColumn("standing", "Standing", ("standing",)),
)

STATUS = {
    "completed": ("Destruction completed", lambda row: row.completion is not None),
    "open": (
        "Not completed",
        lambda row: (
            row.completion is None
            and not (row.duty is not None and row.duty.standing is DutyStanding.NOTHING_LEFT)
        ),
    ),
    "retains": ("Retains some for training", lambda row: _retains(row)),
    "disagree": ("Figures disagree", lambda row: row.has_conflict),
}


class HolderForm(forms.Form):
    """Filters of the list of states."""

    region = forms.ChoiceField(label="Region", required=False)
    status = forms.ChoiceField(
        label="Stock",
        required=False,
        choices=[("", "Any"), *((name, words) for name, (words, _) in STATUS.items())],
    )

    def __init__(self, data: QueryDict, rows: Sequence[HolderRow]) -> None:
        super().__init__(data)
        regions = sorted({row.country.region for row in rows if row.country.region})
        field = cast(forms.ChoiceField, self.fields["region"])
        field.choices = [("", "Any region"), *((region, region) for region in regions)]

    def wants(self, row: HolderRow) -> bool:
        region, status = self.cleaned_data["region"], self.cleaned_data["status"]
        return (not region or row.country.region == region) and (not status or STATUS[status][1](row))


class OverviewCell(NamedTuple):
    """One figure of the list, and where its sources are."""

    quantity: Quantity | None
    url: str


class OverviewLine(NamedTuple):
    """One state of the list: its figures, munitions and submunitions, by the heading of their column."""

    row: HolderRow
    url: str
    cells: dict[str, tuple[OverviewCell, ...]]


@answers_known_at(*READ)
def overview_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Headline figures, map, progress, and every state that holds or held stocks; the list of them also as a file."""
    view, when, records = _view()
    form = HolderForm(request.GET, view.rows)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    sort = sort_of(request, COLUMNS, "name")
    rows = sorted_rows((row for row in view.rows if form.wants(row)), sort, KEYS)
    if ending:
        return file_response(dated(overview_table(view, rows), when), "stockpiles", ending)
    listing = whole_list(
        request,
        form,
        COLUMNS,
        sort=sort,
        rows=rows,
        count_in_words=counted(len(rows), NOUN),
        filter_label="Filter states",
    )
    context = {
        "view": view,
        "asked": when,
        "lines": _lines(rows, records),
        "silent": _named(view.board.silent),
        "said_to_hold_none": _named(view.board.said_to_hold_none),
        "listing": replace(listing, xlsx_url=xlsx_address(request)),
        "declared": {unit.value: view.sum_of(Flow.OPENING, unit) for unit in Unit},
        "destroyed": {unit.value: view.sum_of(Flow.DESTROYED, unit) for unit in Unit},
        "retained": {unit.value: view.sum_of(Flow.RETAINED, unit) for unit in Unit},
        "charts": progress_of_the_world(view, csv_url=carried_on(request, reverse("stockpiles_progress_csv"))),
        "map": stock_map(view, carried_on(request, reverse("stockpiles_csv"))),
        "crumbs": [("Stockpiles", None)],
    }
    return render(request, "stockpiles/overview.html", context)


@answers_known_at(*READ)
def progress_csv(request: HttpRequest) -> HttpResponseBase:
    """The numbers of the charts of progress."""
    view, when, _ = _view()
    return csv_response(dated(progress_table(view), when), "stockpiles-progress")


def _view() -> tuple[Overview, Asked, Records]:
    """All stocks as of the last day that the record covers, its two days, and what it is made of."""
    kept = keeping()
    when = record(kept).asked(None, today=timezone.localdate(), about=STOCKS)
    records = Records(when.day, kept)
    return overview(as_of=when.day, records=records), when, records


def _lines(rows: Sequence[HolderRow], records: Records) -> SafeString:
    """Each state's line is written once, until it changes: they are most of what the page costs."""
    held = holders(records)

    def make(some: list[int]) -> dict[int, str]:
        shown = [(pk, _line(row)) for pk in some if (row := held[pk]) is not None]
        lines = pieces("stockpiles/_overview_lines.html", [line for _, line in shown])
        return dict.fromkeys(some, "") | {pk: line for (pk, _), line in zip(shown, lines, strict=True)}

    written = records.of_each("lines of stocks", make)
    return SafeString("".join([written[row.country.pk] for row in rows]))


class NamedState(NamedTuple):
    """A State Party of which no stock is on record, among others."""

    name: str
    url: str
    is_further: bool


def _named(states: Iterable[Country]) -> list[NamedState]:
    page_of = addresses("country", "a-slug")
    return [NamedState(state.name, page_of(state.slug), place > 0) for place, state in enumerate(states)]


def _line(row: HolderRow) -> OverviewLine:
    page = row.get_absolute_url()

    def figures(flow: Flow, section: str) -> tuple[OverviewCell, ...]:
        used = {unit: row.stock.row_used(flow, unit) for unit in Unit}
        return tuple(
            OverviewCell(row.stock.quantity(flow, unit), f"{page}#{one.anchor if one else section}")
            for unit, one in used.items()
        )

    cells = {
        "Declared": figures(Flow.OPENING, "figures"),
        "Destroyed": figures(Flow.DESTROYED, "destruction"),
        "Retained": figures(Flow.RETAINED, "retained"),
        "Left to destroy": tuple(OverviewCell(row.remaining(unit), f"{page}#ledger") for unit in Unit),
    }
    return OverviewLine(row, page, cells)


def _retains(row: HolderRow) -> bool:
    return any((q := row.retained(unit)) is not None and bool(q.value) for unit in Unit)


#: What each column is sorted by, munitions first.
KEYS: dict[str, Callable[[HolderRow], object]] = {
    "name": lambda row: row.country.name,
    "declared": lambda row: _value(row.declared(Unit.MUNITIONS)),
    "destroyed": lambda row: _value(row.destroyed(Unit.MUNITIONS)),
    "retained": lambda row: _value(row.retained(Unit.MUNITIONS)),
    "remaining": lambda row: _value(row.remaining(Unit.MUNITIONS)),
    "deadline": lambda row: row.duty.due if row.duty else None,
    "standing": lambda row: row.duty.order[0] if row.duty else None,
}


def _value(quantity: Quantity | None) -> int | None:
    """What a column is sorted by. A part is no total and stands with what has none."""
    return quantity.value if quantity is not None and not quantity.is_partial else None
