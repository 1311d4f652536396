"""Who used cluster munitions, who makes them, who trades them, who hosts those of others: one page for each question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from countries.models import FactKind
from countries.queries.coverage import EVERY, asked, coverage_of
from editorial.tables import dated
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at
from editorial.views.listing import (
    ListColumn,
    file_response,
)
from editorial.views.parameters import refuse_unknown
from editorial.views.whole_list import WholeList
from stockpiles.charts.answers import states_by_year
from stockpiles.maps import answer_map
from stockpiles.models import Activity, ActivityClaim, ActivityPlace
from stockpiles.queries.answers_of_states import StateAnswers, answers_of_states
from stockpiles.rules.activity_upshot import Upshot
from stockpiles.tables.answers import answer_table

NOUN = ("state", "states")
KINDS: list[tuple[str, str]] = [(one.name.lower(), one.value.capitalize()) for one in Upshot]


@dataclass(frozen=True)
class Question:
    """A question of Article 1 as its page asks it; ``place`` names what the places of its claims are."""

    slug: str
    title: str
    lead: str
    activities: tuple[Activity, ...]
    place: str


QUESTIONS = {
    one.slug: one
    for one in (
        Question(
            "use",
            "Use",
            "Who used cluster munitions, where and when, and who says so. A denial by the state stands beside it.",
            (Activity.USE,),
            "Where",
        ),
        Question(
            "production",
            "Production",
            "Who makes or made cluster munitions, and who says so.",
            (Activity.PRODUCTION,),
            "With",
        ),
        Question(
            "transfer",
            "Transfer",
            "Who exported, imported or passed on cluster munitions, to or from whom, and who says so.",
            (Activity.EXPORT, Activity.IMPORT, Activity.TRANSFER),
            "To or from",
        ),
        Question(
            "hosting",
            "Hosting of foreign stocks",
            "On whose soil others keep or kept their cluster munitions, and who says so.",
            (Activity.HOSTING,),
            "Whose stocks",
        ),
    )
}
COLUMNS = (
    ListColumn("state", "State", ("state",)),
    ListColumn("answer", "In a word", ("answer",)),
    ListColumn("said", "What is said, by whom"),
)
KEYS: dict[str, Callable[[StateAnswers], object]] = {
    "state": lambda row: row.country.name,
    "answer": lambda row: (list(Upshot).index(row.upshot), row.country.name),
}
LIST = WholeList(COLUMNS, KEYS, NOUN, "Filter states", default_sort="answer")


class AnswerForm(forms.Form):
    """What a list of answers is narrowed by."""

    answer = forms.ChoiceField(label="Answer", required=False, choices=[("", "Any answer"), *KINDS])
    place = forms.ChoiceField(label="Place", required=False)
    year = forms.ChoiceField(label="Year", required=False)
    region = forms.ChoiceField(label="Region", required=False)
    disputed = forms.ChoiceField(
        label="Disputed", required=False, choices=[("", "Disputed or not"), ("yes", "Disputed")]
    )

    def __init__(self, data: QueryDict, rows: Sequence[StateAnswers], question: Question) -> None:
        super().__init__(data)
        places = {place.key: place.name for row in rows for place in row.places.values()}
        years = sorted({year for row in rows for year in row.years}, reverse=True)
        regions = sorted({row.country.region for row in rows if row.country.region})
        self._offer("place", "Any place", sorted(places.items(), key=lambda one: one[1]))
        self._offer("year", "Any year", [(str(year), str(year)) for year in years])
        self._offer("region", "Any region", [(region, region) for region in regions])
        self.fields["place"].label = question.place

    def _offer(self, name: str, empty: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", empty), *choices]

    def wants(self, row: StateAnswers) -> bool:
        asked = self.cleaned_data
        return (
            (not asked["answer"] or asked["answer"] == row.upshot.name.lower())
            and (not asked["place"] or any(place.key == asked["place"] for place in row.places.values()))
            and (not asked["year"] or int(asked["year"]) in row.years)
            and (not asked["region"] or row.country.region == asked["region"])
            and (not asked["disputed"] or row.is_disputed)
        )


@answers_known_at(ActivityClaim, ActivityPlace)
def answer_page(request: HttpRequest, question: str, ending: str = "") -> HttpResponseBase:
    """Every state of which a source says anything, with what it says; the claims also as a file."""
    about = QUESTIONS[question]
    every = answers_of_states(about.activities)
    form = AnswerForm(request.GET, every, about)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    rows = LIST.rows(request, (row for row in every if form.wants(row)))
    when = asked(None, today=timezone.localdate(), about=((FactKind.ACTIVITIES, EVERY),))
    if ending:
        return file_response(dated(answer_table(about.title, rows), when), about.slug, ending)
    listing = LIST.listing(request, form, rows)
    context = {
        "question": about,
        "asked": when,
        "coverage": coverage_of(FactKind.ACTIVITIES),
        "listing": listing,
        "base": reverse("stockpiles"),  # below it lie the pages of states
        "charts": [chart] if (chart := states_by_year(rows, about.title, listing.csv_url)) else [],
        "map": answer_map(rows, about.title, about.slug, listing.csv_url),
        "crumbs": [("Stockpiles", "/stockpiles/"), (about.title, None)],
    }
    return render(request, "stockpiles/answers.html", context)
