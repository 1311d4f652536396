"""What was cleared, by state and period; of the world as it was published."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from countries.models import FactKind, PublishedTotal, TotalMeasure, TotalSubject
from countries.queries.coverage import EVERY, asked, coverage_of
from countries.queries.published_totals import published_totals
from countries.rules.period import years_of_period
from editorial.queries.kept import keeping
from editorial.queries.shown import ShownRecord
from editorial.tables import dated
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at
from editorial.views.listing import (
    ListColumn,
    file_response,
)
from editorial.views.parameters import refuse_unknown
from editorial.views.whole_list import WholeList
from impact.charts.world import world_by_year
from impact.models import ClearanceRecord
from impact.queries.clearance import clearance_records, ending
from impact.tables.clearance import clearance_table

from .choices import OfferedForm

NOUN = ("record", "records")
Shown = ShownRecord[ClearanceRecord]
COLUMNS = (
    ListColumn("state", "State or area", ("state",)),
    ListColumn("when", "Time", ("when",)),
    ListColumn("area", "Cleared (km²)", ("area",), is_number=True),
    ListColumn("items", "Items destroyed", ("items",), is_number=True),
    ListColumn("source", "Source"),
)
KEYS: dict[str, Callable[[Shown], object]] = {
    "state": lambda one: (one.record.country.name, -ending(one.record).toordinal()),
    "when": lambda one: (ending(one.record), one.record.country.name),
    "area": lambda one: one.record.area_km2,
    "items": lambda one: one.record.items_destroyed,
}
LIST = WholeList(COLUMNS, KEYS, NOUN, "Filter records")


class ClearanceForm(OfferedForm):
    """What the list is narrowed by."""

    country = forms.ChoiceField(label="State", required=False)
    year = forms.ChoiceField(label="Year", required=False)

    def __init__(self, data: QueryDict, rows: Sequence[Shown]) -> None:
        super().__init__(data)
        self.offer("country", "Any state", ((one.record.country.key, one.record.country.name) for one in rows))
        self.offer_years("year", (year for one in rows for year in years_of(one.record)))

    def wants(self, one: Shown) -> bool:
        country, year = self.cleaned_data["country"], self.cleaned_data["year"]
        return (not country or country == one.record.country.key) and (
            not year or int(year) in years_of(one.record)
        )


def years_of(record: ClearanceRecord) -> range:
    """Every calendar year that its period touches; a lone end is the time of what was cleared."""
    return years_of_period(record.period_start or record.period_end, record.period_end)


@answers_known_at(ClearanceRecord, PublishedTotal)
def clearance_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every record with its source; also as a file."""
    kept = keeping()
    every = clearance_records(kept)
    form = ClearanceForm(request.GET, every)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    rows = LIST.rows(request, (one for one in every if form.wants(one)))
    when = asked(None, today=timezone.localdate(), about=((FactKind.CLEARANCE, EVERY),))
    if ending:
        return file_response(dated(clearance_table(rows), when), "clearance", ending)
    listing = LIST.listing(request, form, rows)
    totals = published_totals(TotalSubject.CLEARANCE, kept=kept)
    csv_url = f"{reverse('published_totals_csv')}?subject={TotalSubject.CLEARANCE.value}"
    chart = world_by_year(
        totals,
        TotalMeasure.AREA_CLEARED,
        unit="km²",
        title="Area cleared of cluster munition remnants in the world, as published",
        source_url="#totals",
        csv_url=csv_url,
    )
    context = {
        "asked": when,
        "coverage": coverage_of(FactKind.CLEARANCE, FactKind.PUBLISHED_TOTALS, kept=kept),
        "listing": listing,
        "totals": totals,
        "charts": [chart] if chart else [],
        "crumbs": [("Impact", reverse("impact")), ("Clearance", None)],
    }
    return render(request, "impact/clearance.html", context)
