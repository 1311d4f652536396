"""Who was killed or injured, by state, period and basis; of the world as it was published; and what is not counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

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
from impact.maps import casualty_map
from impact.models import CasualtyBasis, CasualtyFigure
from impact.queries.casualties import casualty_figures, not_counted, sums_on_record
from impact.tables.casualties import casualty_table

from .choices import OfferedForm

NOUN = ("figure", "figures")
Shown = ShownRecord[CasualtyFigure]
COLUMNS = (
    ListColumn("state", "State or area", ("state",)),
    ListColumn("when", "Time", ("when",)),
    ListColumn("basis", "Whom it counts", ("basis",)),
    ListColumn("number", "Casualties", ("number",), is_number=True),
    ListColumn("source", "Source"),
)


def _end(one: Shown) -> int:
    end = one.record.period_end or one.record.period_start
    return end.latest.toordinal() if end else 0


KEYS: dict[str, Callable[[Shown], object]] = {
    "state": lambda one: (one.record.country.name, -_end(one)),
    "when": lambda one: (_end(one), one.record.country.name),
    "basis": lambda one: (list(CasualtyBasis).index(CasualtyBasis(one.record.basis)), one.record.country.name),
    "number": lambda one: one.record.number,
}
LIST = WholeList(COLUMNS, KEYS, NOUN, "Filter figures")


class CasualtyForm(OfferedForm):
    """What the list is narrowed by. A year finds the figures of a longer period that covers it, but none of all time."""

    country = forms.ChoiceField(label="State", required=False)
    year = forms.ChoiceField(label="Year", required=False)
    basis = forms.ChoiceField(
        label="Whom it counts", required=False, choices=[("", "Any basis"), *CasualtyBasis.choices]
    )
    number = forms.ChoiceField(
        label="Number",
        required=False,
        choices=[("", "Given or not"), ("given", "Given"), ("not_given", "Not given")],
    )
    source = forms.ChoiceField(label="Source", required=False)

    def __init__(self, data: QueryDict, rows: Sequence[Shown]) -> None:
        super().__init__(data)
        self.offer("country", "Any state", ((one.record.country.key, one.record.country.name) for one in rows))
        self.offer_years("year", (year for one in rows for year in years_of(one.record)))
        self.offer("source", "Any source", ((slugify(name), name) for one in rows for name in publishers(one)))

    def wants(self, one: Shown) -> bool:
        asked, record = self.cleaned_data, one.record
        return (
            (not asked["country"] or asked["country"] == record.country.key)
            and (not asked["year"] or int(asked["year"]) in years_of(record))
            and (not asked["basis"] or asked["basis"] == record.basis)
            and (not asked["number"] or (asked["number"] == "given") == (record.number is not None))
            and (not asked["source"] or asked["source"] in {slugify(name) for name in publishers(one)})
        )


def years_of(record: CasualtyFigure) -> range:
    """Every calendar year that its period touches; none where only its end is known, as of figures of all time."""
    return years_of_period(record.period_start, record.period_end)


def publishers(one: Shown) -> set[str]:
    """Who published the figure."""
    return {cited.source.publisher or cited.source.title for cited in one.proof.sources}


@answers_known_at(CasualtyFigure, PublishedTotal)
def casualty_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every figure with its source; also as a file."""
    kept = keeping()
    every = casualty_figures(kept)
    form = CasualtyForm(request.GET, every)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    rows = LIST.rows(request, (one for one in every if form.wants(one)))
    when = asked(None, today=timezone.localdate(), about=((FactKind.CASUALTIES, EVERY),))
    if ending:
        return file_response(dated(casualty_table(rows), when), "casualties", ending)
    listing = LIST.listing(request, form, rows)
    totals = published_totals(TotalSubject.CASUALTIES, kept=kept)
    csv_url = f"{reverse('published_totals_csv')}?subject={TotalSubject.CASUALTIES.value}"
    chart = world_by_year(
        totals,
        TotalMeasure.ALL,
        unit="people",
        title="Casualties of cluster munitions in the world, as published",
        source_url="#totals",
        csv_url=csv_url,
    )
    context = {
        "asked": when,
        "coverage": coverage_of(FactKind.CASUALTIES, FactKind.PUBLISHED_TOTALS, kept=kept),
        "listing": listing,
        "map": casualty_map(rows, listing.csv_url),
        "totals": totals,
        "charts": [chart] if chart else [],
        "left_out": not_counted(every, totals),
        "sums": sums_on_record(every, totals),
        "crumbs": [("Impact", reverse("impact")), ("Casualties", None)],
    }
    return render(request, "impact/casualties.html", context)
