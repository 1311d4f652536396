"""National laws: what is on record of each state, how many States Parties have one of their own, and since when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from countries.charts import law_map, laws_by_year
from countries.models import (
    Coverage,
    FactKind,
    GroupMembership,
    NationalLaw,
    NationalLawKind,
    Treaty,
    TreatyAction,
)
from countries.queries.coverage import coverage_of, record
from countries.queries.national_laws import LawUpshot, StateLaws, law_count, laws_of_states, standing_of
from countries.queries.treaty_standings import CONVENTION, Standings, standings_on, treaty_record_of
from countries.rules.standing import Standing
from countries.tables import law_table
from editorial.history.as_known import today_then
from editorial.queries.kept import keeping
from editorial.tables import dated
from editorial.views.days import DayField, bad_address
from editorial.views.known_at import answers_known_at
from editorial.views.listing import (
    ListColumn,
    file_response,
)
from editorial.views.parameters import refuse_unknown
from editorial.views.whole_list import WholeList

NOUN = ("state", "states")
ABOUT = ((FactKind.NATIONAL_LAWS, ""), (FactKind.TREATY_ACTS, CONVENTION))
TABLES = (NationalLaw, Coverage, TreatyAction, Treaty, GroupMembership)
COLUMNS = (
    ListColumn("state", "State", ("state",)),
    ListColumn("record", "On record", ("record",)),
    ListColumn("laws", "Laws, and who says so"),
)
KEYS: dict[str, Callable[[StateLaws], object]] = {
    "state": lambda row: row.country.name,
    "record": lambda row: (list(LawUpshot).index(row.upshot), row.country.name),
}
LIST = WholeList(COLUMNS, KEYS, NOUN, "Filter states")


class LawForm(forms.Form):
    """What the list is narrowed by, and the day of the count."""

    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "Any kind"), *NationalLawKind.choices])
    region = forms.ChoiceField(label="Region", required=False)
    standing = forms.ChoiceField(
        label="Standing",
        required=False,
        choices=[("", "Any standing"), *((one.value, one.words) for one in Standing)],
    )
    year = forms.ChoiceField(label="Adopted in", required=False)
    as_of = DayField(label="Count on", required=False)

    def __init__(self, data: QueryDict, rows: Sequence[StateLaws]) -> None:
        super().__init__(data)
        regions = sorted({row.country.region for row in rows if row.country.region})
        years = sorted({year for row in rows for law in row.laws for year in law.years}, reverse=True)
        self._offer("region", "Any region", regions)
        self._offer("year", "Any year", [str(year) for year in years])

    def _offer(self, name: str, empty: str, values: list[str]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", empty), *((one, one) for one in values)]

    def narrowed(self, row: StateLaws, on: Standings | None) -> StateLaws | None:
        """The state with those of its laws that are asked for; None where there is none."""
        asked = self.cleaned_data
        standing = standing_of(row, on)
        if asked["region"] not in ("", row.country.region):
            return None
        if asked["standing"] and (standing is None or standing.value != asked["standing"]):
            return None
        laws = tuple(
            law
            for law in row.laws
            if asked["kind"] in ("", law.first.kind) and (not asked["year"] or int(asked["year"]) in law.years)
        )
        return replace(row, laws=laws) if laws else None


@answers_known_at(*TABLES)
def law_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every state of which a law, a draft or a view on the need of one is on record; the claims also as a file."""
    kept = keeping()
    every = kept.value("national laws", laws_of_states)
    form = LawForm(request.GET, every)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    when = record(kept).asked(form.cleaned_data["as_of"], today=today_then(), about=ABOUT)
    convention = treaty_record_of(CONVENTION, kept)
    on = standings_on(convention, when.day, kept) if convention else None
    narrowed = (form.narrowed(row, on) for row in every)
    rows = LIST.rows(request, (row for row in narrowed if row is not None))
    if ending:
        return file_response(dated(law_table(rows, on), when), "national-laws", ending)
    listing = LIST.listing(request, form, rows, shown=[(row, standing_of(row, on)) for row in rows])
    context = {
        "asked": when,
        "count": law_count(every, on) if on else None,
        "coverage": coverage_of(FactKind.NATIONAL_LAWS, kept=kept),
        "listing": listing,
        "map": law_map(rows, listing.csv_url),
        "chart": laws_by_year(rows, listing.csv_url),
        "crumbs": [("Countries", reverse("countries")), ("National laws", None)],
    }
    return render(request, "countries/law_list.html", context)
