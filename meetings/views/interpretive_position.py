"""Positions on disputed questions: the newest view of each state on each, what it held before, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from django import forms
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from countries.models import Coverage, FactKind, GroupMembership, Treaty, TreatyAction
from countries.queries.coverage import coverage_of, record
from countries.queries.treaty_standings import CONVENTION, Standings, standings_on, treaty_record_of
from countries.rules.standing import Standing
from editorial.history.as_known import today_then
from editorial.queries.kept import keeping
from editorial.tables import dated
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at
from editorial.views.listing import (
    ListColumn,
    file_response,
)
from editorial.views.parameters import refuse_unknown
from editorial.views.whole_list import WholeList
from meetings.models import THEME_OF_ISSUE, InterpretiveAnswer, InterpretiveIssue, InterpretivePosition, Theme
from meetings.queries.interpretive_positions import ISSUES, ViewsOnIssue, by_question, views_of_states
from meetings.tables.interpretive_position import view_table

NOUN = ("view of a state on a question", "views of states on questions")
ABOUT = ((FactKind.INTERPRETIVE_POSITIONS, ""), (FactKind.TREATY_ACTS, CONVENTION))
TABLES = (InterpretivePosition, Coverage, TreatyAction, Treaty, GroupMembership, Theme)
COLUMNS = (
    ListColumn("state", "State", ("state",)),
    ListColumn("question", "Question", ("question",)),
    ListColumn("answer", "Newest view", ("answer",)),
    ListColumn("year", "Of", ("year",)),
)
KEYS: dict[str, Callable[[ViewsOnIssue], object]] = {
    "state": lambda row: (row.country.name, ISSUES.index(row.issue)),
    "question": lambda row: (ISSUES.index(row.issue), row.country.name),
    "answer": lambda row: (list(InterpretiveAnswer).index(row.answer), row.country.name),
    "year": lambda row: row.newest.when.latest if row.newest.when else None,
}
LIST = WholeList(COLUMNS, KEYS, NOUN, "Filter views")


class ViewForm(forms.Form):
    """What the list of views is narrowed by."""

    issue = forms.ChoiceField(
        label="Question", required=False, choices=[("", "Any question"), *InterpretiveIssue.choices]
    )
    answer = forms.ChoiceField(
        label="Newest view", required=False, choices=[("", "Any view"), *InterpretiveAnswer.choices]
    )
    region = forms.ChoiceField(label="Region", required=False)
    standing = forms.ChoiceField(
        label="Standing",
        required=False,
        choices=[("", "Any standing"), *((one.value, one.words) for one in Standing)],
    )

    def __init__(self, data: QueryDict, rows: Sequence[ViewsOnIssue]) -> None:
        super().__init__(data)
        regions = sorted({row.country.region for row in rows if row.country.region})
        cast(forms.ChoiceField, self.fields["region"]).choices = [
            ("", "Any region"),
            *((region, region) for region in regions),
        ]

    def wants(self, row: ViewsOnIssue, standing: Standing | None) -> bool:
        asked = self.cleaned_data
        return (
            asked["issue"] in ("", row.issue.value)
            and asked["answer"] in ("", row.answer.value)
            and asked["region"] in ("", row.country.region)
            and (not asked["standing"] or (standing is not None and standing.value == asked["standing"]))
        )


@answers_known_at(*TABLES)
def view_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every state of which a view, or that it gave none, is on record; the views also as a file."""
    kept = keeping()
    every = kept.value("interpretive positions", views_of_states)
    form = ViewForm(request.GET, every)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    when = record(kept).asked(None, today=today_then(), about=ABOUT)
    asks_standing = bool(ending or form.cleaned_data["standing"])  # the page itself does not show it
    convention = treaty_record_of(CONVENTION, kept) if asks_standing else None
    standing = _standing_by(standings_on(convention, when.day, kept) if convention else None)
    rows = LIST.rows(request, (row for row in every if form.wants(row, standing(row.country.pk))))
    if ending:
        return file_response(dated(view_table(rows, standing), when), "positions", ending)
    listing = LIST.listing(request, form, rows)
    context = {
        "asked": when,
        "coverage": coverage_of(FactKind.INTERPRETIVE_POSITIONS, kept=kept),
        "listing": listing,
        "table": by_question(rows),
        "themes": kept.value("themes of questions", _themes),
        "crumbs": [("Meetings", reverse("meetings")), ("Positions on disputed questions", None)],
    }
    return render(request, "meetings/interpretive_positions.html", context)


def _standing_by(on: Standings | None) -> Callable[[int], Standing | None]:
    """How a state stands towards the convention, by its primary key; None for an area that joins no treaties."""
    by_state = on.by_state if on else {}
    return lambda pk: found.standing if (found := by_state.get(pk)) else None


def _themes() -> list[Theme]:
    """The themes under which statements speak of the same questions."""
    return list(Theme.objects.filter(slug__in=set(THEME_OF_ISSUE.values())))
