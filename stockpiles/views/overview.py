"""The world's stocks on one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from countries.maps import MapClass, world_map
from countries.queries.coverage import record
from editorial.rules.horizon import Asked
from editorial.tables import Table, dated
from editorial.views.days import bad_address
from editorial.views.listing import (
    Column,
    Listing,
    applied_filters,
    counted,
    csv_address,
    csv_response,
    headings_of,
    kept_parameters,
    sort_of,
    xlsx_address,
    xlsx_response,
)
from editorial.views.parameters import refuse_unknown
from stockpiles.charts import progress_of_the_world
from stockpiles.models import Figures
from stockpiles.queries.overview import HolderRow, Overview, overview
from stockpiles.queries.records import STOCKS, Records
from stockpiles.rules.deadline import Standing
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity
from stockpiles.tables.overview import overview_table, progress_table

NOUN = ("state that holds or held stocks", "states that hold or held stocks")

COLUMNS = (
    Column("name", "State", ("name",)),
    Column("declared", "Declared", ("declared",), is_number=True),
    Column("destroyed", "Destroyed", ("destroyed",), is_number=True),
    Column("retained", "Retained", ("retained",), is_number=True),
    Column("remaining", "Left to destroy", ("remaining",), is_number=True),
    Column("deadline", "Deadline", ("deadline",)),
    Column("standing", "Standing", ("standing",)),
)

STATUS = {
    "completed": ("Destruction completed", lambda row: row.completion is not None),
    "open": (
        "Not completed",
        lambda row: (
            row.completion is None and not (row.duty is not None and row.duty.standing is Standing.NOTHING_LEFT)
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

    def __init__(self, data: Any, rows: Sequence[HolderRow]) -> None:
        super().__init__(data)
        regions = sorted({row.country.region for row in rows if row.country.region})
        field: Any = self.fields["region"]
        field.choices = [("", "Any region"), *((region, region) for region in regions)]

    def wants(self, row: HolderRow) -> bool:
        region, status = self.cleaned_data["region"], self.cleaned_data["status"]
        return (not region or row.country.region == region) and (not status or STATUS[status][1](row))


@dataclass(frozen=True)
class Cell:
    """One figure of the list: its words, and where its sources are."""

    quantity: Quantity | None
    url: str

    @property
    def words(self) -> str:
        return "not on record" if self.quantity is None else str(self.quantity)

    @property
    def is_partial(self) -> bool:
        return self.quantity is not None and self.quantity.is_partial

    @property
    def is_known(self) -> bool:
        return self.quantity is not None and self.quantity.is_known


@dataclass(frozen=True)
class Line:
    """One state of the list with its figures in both units."""

    row: HolderRow
    url: str
    cells: tuple[tuple[str, Cell, Cell], ...]


def overview_page(request: HttpRequest) -> HttpResponse:
    """Headline figures, map, progress, and every state that holds or held stocks."""
    view, when = _view()
    form = HolderForm(request.GET, view.rows)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    sort = sort_of(request, COLUMNS, "name")
    rows = _sorted([row for row in view.rows if form.wants(row)], sort)
    listing = Listing(
        path=request.path,
        form=form,
        rows=[_line(row) for row in rows],
        count_in_words=counted(len(rows), NOUN),
        headings=headings_of(request, COLUMNS, sort),
        applied=applied_filters(request, form),
        kept=kept_parameters(request),
        csv_url=csv_address(request),
        xlsx_url=xlsx_address(request),
        filter_label="Filter states",
    )
    context = {
        "view": view,
        "asked": when,
        "listing": listing,
        "declared": {unit.value: view.sum_of(Flow.OPENING, unit) for unit in Unit},
        "destroyed": {unit.value: view.sum_of(Flow.DESTROYED, unit) for unit in Unit},
        "retained": {unit.value: view.sum_of(Flow.RETAINED, unit) for unit in Unit},
        "charts": progress_of_the_world(view, csv_url=reverse("stockpiles_progress_csv")),
        "map": stock_map(view),
        "crumbs": [("Stockpiles", None)],
    }
    return render(request, "stockpiles/overview.html", context)


def overview_csv(request: HttpRequest) -> HttpResponseBase:
    return _file(request, lambda table: csv_response(table, "stockpiles"))


def overview_xlsx(request: HttpRequest) -> HttpResponseBase:
    return _file(request, lambda table: xlsx_response(table, "stockpiles"))


def progress_csv(request: HttpRequest) -> HttpResponseBase:
    """The numbers of the charts of progress."""
    view, when = _view()
    return csv_response(dated(progress_table(view), when), "stockpiles-progress")


def _view() -> tuple[Overview, Asked]:
    """All stocks as of the last day that the record covers, and its two days."""
    coverage = record()
    when = coverage.asked(None, today=timezone.localdate(), about=STOCKS)
    return overview(as_of=when.day, records=Records(when.day, coverage)), when


def _file(request: HttpRequest, answer: Callable[[Table], HttpResponseBase]) -> HttpResponseBase:
    view, when = _view()
    form = HolderForm(request.GET, view.rows)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    rows = _sorted([row for row in view.rows if form.wants(row)], sort_of(request, COLUMNS, "name"))
    return answer(dated(overview_table(view, rows), when))


def _line(row: HolderRow) -> Line:
    page = reverse("stockpile", args=[row.country.slug])

    def cell(flow: Flow, unit: Unit, quantity: Quantity | None, section: str) -> Cell:
        used = row.stock.row_used(flow, unit)
        return Cell(quantity, page + _anchor(used, section))

    cells = []
    for name, flow, section, of in (
        ("Declared", Flow.OPENING, "#figures", row.declared),
        ("Destroyed", Flow.DESTROYED, "#destruction", row.destroyed),
        ("Retained", Flow.RETAINED, "#retained", row.retained),
    ):
        cells.append(
            (
                name,
                cell(flow, Unit.MUNITIONS, of(Unit.MUNITIONS), section),
                cell(flow, Unit.SUBMUNITIONS, of(Unit.SUBMUNITIONS), section),
            )
        )
    left = [Cell(row.remaining(unit), f"{page}#ledger") for unit in Unit]
    cells.append(("Left to destroy", left[0], left[1]))
    return Line(row, page, tuple(cells))


def _anchor(used: Figures | None, section: str) -> str:
    return f"#{used.anchor}" if used is not None else section


def _retains(row: HolderRow) -> bool:
    return any((q := row.retained(unit)) is not None and bool(q.value) for unit in Unit)


def _sorted(rows: list[HolderRow], sort: str) -> list[HolderRow]:
    """By the column asked for, munitions first; what has no figure stands last either way."""
    column, backwards = sort.removeprefix("-"), sort.startswith("-")
    if column == "name":
        return sorted(rows, key=lambda row: row.country.name, reverse=backwards)
    values: dict[str, Callable[[HolderRow], Any]] = {
        "declared": lambda row: _value(row.declared(Unit.MUNITIONS)),
        "destroyed": lambda row: _value(row.destroyed(Unit.MUNITIONS)),
        "retained": lambda row: _value(row.retained(Unit.MUNITIONS)),
        "remaining": lambda row: _value(row.remaining(Unit.MUNITIONS)),
        "deadline": lambda row: row.duty.due if row.duty else None,
        "standing": lambda row: row.duty.order[0] if row.duty else None,
    }
    value = values[column]
    known = [row for row in rows if value(row) is not None]
    known.sort(key=value, reverse=backwards)
    return known + [row for row in rows if value(row) is None]


def _value(quantity: Quantity | None) -> int | None:
    """What a column is sorted by. A part is no total and stands with what has none."""
    return quantity.value if quantity is not None and not quantity.is_partial else None


DONE = MapClass("Stock destroyed", "met")
DUE = MapClass("Stock to be destroyed", "due-soon")
LATE = MapClass("Overdue", "overdue")
NOT_SAID = MapClass("Deadline passed, outcome not on record here", "deposited")
UNRECORDED = MapClass("Nothing recorded here", "unknown")
OUTSIDE = MapClass("Not bound by the convention", "not-joined")
NONE_LEFT = MapClass("Nothing left by the records", "party")
LEGEND = (DONE, NONE_LEFT, DUE, LATE, NOT_SAID, OUTSIDE, UNRECORDED)

_CLASSES = {
    Standing.MET_EARLY: DONE,
    Standing.MET_LATE: DONE,
    Standing.MET_UNDATED: DONE,
    Standing.NOTHING_LEFT: NONE_LEFT,
    Standing.DUE: DUE,
    Standing.OVERDUE: LATE,
    Standing.OVERDUE_THEN: NOT_SAID,
    Standing.PASSED_UNDECIDED: NOT_SAID,
    Standing.NOT_ON_RECORD: NOT_SAID,
    Standing.NOT_BOUND: OUTSIDE,
}


def stock_map(view: Overview) -> Any:
    """Where stocks are or were, by what became of them; every other state as one of which nothing is recorded here."""
    rows = {row.country.iso3: row for row in view.rows if row.country.iso3}
    unrecorded = {country.iso3: country for country in view.unrecorded if country.iso3}
    duties = {duty.country.iso3: duty for duty in view.board.duties if duty.country.iso3}
    classes = dict.fromkeys(rows, OUTSIDE) | dict.fromkeys(unrecorded, UNRECORDED)
    classes |= {iso3: _CLASSES[duty.standing] for iso3, duty in duties.items()}
    countries = {iso3: row.country for iso3, row in rows.items()} | unrecorded
    countries |= {iso3: duty.country for iso3, duty in duties.items()}
    used = set(classes.values())
    return world_map(
        classes=classes,
        names={iso3: country.name for iso3, country in countries.items()},
        url_for=lambda iso3: reverse("stockpile", args=[countries[iso3].slug]),
        legend=[one for one in LEGEND if one in used],
        table_url="#states",
        title="What is recorded here of stocks of cluster munitions",
        source="Records of the CCM Monitor, each with its source",
        csv_url=reverse("stockpiles_csv"),
        note="Nothing recorded here says neither that a state holds stocks nor that it does not.",
    )
