"""Who is contaminated, by whose word, with the Article 4 clock beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from countries.models import FactKind, PublishedTotal, TotalSubject
from countries.queries.coverage import EVERY, coverage_of, record
from countries.queries.published_totals import published_totals, totals_on
from countries.queries.treaty_standings import standings_on, treaty_record_of
from countries.rules.standing import Basis, CountedAs
from editorial.queries.kept import keeping
from editorial.queries.together import Together
from editorial.tables import dated
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at
from editorial.views.listing import (
    ListColumn,
    file_response,
)
from editorial.views.parameters import refuse_unknown
from editorial.views.whole_list import WholeList
from impact.maps import contamination_map
from impact.models import ContaminationAnswer, ContaminationClaim
from impact.queries.contamination import StateContamination, contamination_of_states
from impact.rules.contamination_upshot import ContaminationUpshot
from impact.tables.contamination import contamination_table
from stockpiles.models import CompletionDeclaration
from stockpiles.queries.bound import CONVENTION
from stockpiles.queries.records import BY, READ, Records, tables

from .choices import OfferedForm

NOUN = ("state or area", "states and areas")
STANDINGS = {
    CountedAs.PARTY: "State Party",
    CountedAs.SIGNATORY: "Signatory",
    CountedAs.NEITHER: "Outside the convention",
}
COLUMNS = (
    ListColumn("state", "State or area", ("state",)),
    ListColumn("answer", "In a word", ("answer",)),
    ListColumn("area", "Newest extent given", ("area",)),
    ListColumn("said", "What is said, by whom"),
    ListColumn("deadline", "Article 4", ("deadline",)),
)
KEYS: dict[str, Callable[[StateContamination], object]] = {
    "state": lambda row: row.country.name,
    "answer": lambda row: (list(ContaminationUpshot).index(row.upshot), row.country.name),
    "area": lambda row: row.extent.largest_km2 if row.extent else None,
    "deadline": lambda row: min((duty.due for duty in row.duties if duty.due), default=None),
}
LIST = WholeList(COLUMNS, KEYS, NOUN, "Filter states", default_sort="answer")


class ContaminationForm(OfferedForm):
    """What the list is narrowed by. An answer is that of any source; "in a word" is what they say together."""

    word = forms.ChoiceField(
        label="In a word",
        required=False,
        choices=[("", "Any"), *((one.name.lower(), one.value.capitalize()) for one in ContaminationUpshot)],
    )
    answer = forms.ChoiceField(
        label="A source says", required=False, choices=[("", "Any answer"), *ContaminationAnswer.choices]
    )
    region = forms.ChoiceField(label="Region", required=False)
    standing = forms.ChoiceField(
        label="Standing",
        required=False,
        choices=[("", "Any standing"), *((k.value, v) for k, v in STANDINGS.items())],
    )
    source = forms.ChoiceField(label="Source", required=False)

    def __init__(self, data: QueryDict, rows: Sequence[StateContamination]) -> None:
        super().__init__(data)
        self.offer("region", "Any region", ((row.country.region,) * 2 for row in rows if row.country.region))
        self.offer("source", "Any source", ((slugify(name), name) for row in rows for name in row.publishers))

    def wants(self, row: StateContamination, standing: CountedAs) -> bool:
        asked = self.cleaned_data
        return (
            (not asked["word"] or asked["word"] == row.upshot.name.lower())
            and (not asked["answer"] or asked["answer"] in row.answers)
            and (not asked["region"] or asked["region"] == row.country.region)
            and (not asked["standing"] or asked["standing"] == standing.value)
            and (not asked["source"] or asked["source"] in {slugify(name) for name in row.publishers})
        )


@answers_known_at(*READ, ContaminationClaim, PublishedTotal)
def contamination_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every state and area of which a source says anything; all that is said also as a file."""
    kept = keeping()
    when = record(kept).asked(None, today=timezone.localdate(), about=((FactKind.CONTAMINATION, EVERY),))
    convention = treaty_record_of(CONVENTION, kept)
    together = Together(
        {
            **tables("requests", "obligations"),
            "completions": CompletionDeclaration.objects.all(),
            "contamination": ContaminationClaim.objects.all(),
            "totals": totals_on(TotalSubject.CONTAMINATION),
        },
        by=BY | {"totals": ""},
        proven=("completions", "contamination", "totals"),
    )
    records = Records(when.day, kept, lambda: convention.courses if convention else None, together)
    every = contamination_of_states(records)
    form = ContaminationForm(request.GET, every)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    standings: Mapping[int, CountedAs] = (
        {
            pk: row.counted_as(Basis.DEPOSIT)
            for pk, row in standings_on(convention, when.day, kept).by_state.items()
        }
        if convention
        else {}
    )
    wanted = (row for row in every if form.wants(row, standings.get(row.country.pk, CountedAs.NEITHER)))
    rows = LIST.rows(request, wanted)
    if ending:
        return file_response(dated(contamination_table(rows), when), "contamination", ending)
    listing = LIST.listing(request, form, rows)
    context = {
        "asked": when,
        "coverage": coverage_of(FactKind.CONTAMINATION, FactKind.COMPLETIONS, kept=kept),
        "listing": listing,
        "map": contamination_map(rows, listing.csv_url),
        "totals": published_totals(TotalSubject.CONTAMINATION, kept=kept, together=together),
        "crumbs": [("Impact", reverse("impact")), ("Contamination", None)],
    }
    return render(request, "impact/contamination.html", context)
