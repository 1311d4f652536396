"""The deadline board: Articles 3, 4 and 7 as of any day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from countries.queries.coverage import record
from editorial.queries.kept import keeping
from editorial.rules.horizon import Asked
from editorial.tables import dated
from editorial.views.days import DayField, bad_address
from editorial.views.known_at import answers_known_at
from editorial.views.listing import (
    ListColumn,
    counted,
    file_response,
    sort_of,
    sorted_rows,
    whole_list,
    xlsx_address,
)
from editorial.views.parameters import refuse_unknown
from editorial.views.pieces import pieces
from stockpiles.queries.duties import Owed, board_of, owed_by_state
from stockpiles.queries.duty import ARTICLES, Duty
from stockpiles.queries.records import DUTIES, READ, Records
from stockpiles.rules.deadline import DutyStanding
from stockpiles.tables.deadlines import deadline_table

COLUMNS = (
    ListColumn("state", "State", ("state",)),
    ListColumn("due", "Due", ("due",)),
    ListColumn("standing", "Standing", ("standing",)),
    ListColumn("days", "Days", ("days",)),
    ListColumn("done", "Fulfilled"),
)


#: The regions of M49.
REGIONS = ("Africa", "Americas", "Asia", "Europe", "Oceania")


class BoardForm(forms.Form):
    """Which duty, on which day, and which standings to show."""

    article = forms.TypedChoiceField(
        label="Duty",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(3, "Article 3: stocks"), (4, "Article 4: clearance"), (7, "Article 7: reports")],
    )
    as_of = DayField(label="As of", required=False)
    standing = forms.ChoiceField(
        label="Standing",
        required=False,
        choices=[("", "Any"), *((one.value, one.words) for one in DutyStanding)],
    )
    extended = forms.ChoiceField(
        label="Extension",
        required=False,
        choices=[("", "With or without"), ("yes", "Extended"), ("no", "Never extended")],
    )
    region = forms.ChoiceField(
        label="Region", required=False, choices=[("", "Any region"), *((region, region) for region in REGIONS)]
    )

    def wants(self, duty: Duty) -> bool:
        standing, extended = self.cleaned_data["standing"], self.cleaned_data["extended"]
        region = self.cleaned_data["region"]
        return (
            (not standing or duty.standing.value == standing)
            and (not extended or duty.is_extended == (extended == "yes"))
            and (not region or duty.country.region == region)
        )


@answers_known_at(*READ)
def deadline_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Who owes what by when, and who is late: as a page, or as a file."""
    form = BoardForm(request.GET)
    refuse_unknown(request, form)
    if not form.is_valid():
        return bad_address(request, form)
    records, when = _records(form)
    article, day = form.cleaned_data["article"] or 3, when.day
    shown = _shown(article, records)
    board = board_of(article, day, [one.owed for one in shown])
    sort = sort_of(request, COLUMNS, "standing")
    duties = sorted_rows((duty for duty in board.duties if form.wants(duty)), sort, KEYS)
    if ending:
        table = dated(deadline_table(board, duties), when)
        return file_response(table, f"deadlines-article-{article}-{day.isoformat()}", ending)
    noun = ("deadline", "deadlines") if article != 7 else ("report", "reports")
    listing = whole_list(
        request,
        form,
        COLUMNS,
        sort=sort,
        rows=duties,
        count_in_words=f"{counted(len(duties), noun)}, as of {when.in_words}",
        filter_label="Choose duty, day and standing",
    )
    listing = replace(
        listing,
        form=_filled(request, article=article, as_of=day),
        applied=[one for one in listing.applied if one.label not in ("Duty", "As of")],
        xlsx_url=xlsx_address(request),
    )
    context = {
        "board": board,
        "listing": listing,
        "asked": when,
        "title": ARTICLES[article],
        "rows": _together(duties, shown),
        "unrecorded": _together(board.unrecorded, shown, between=", "),
        "crumbs": [("Stockpiles", "/stockpiles/"), ("Deadlines", None)],
    }
    return render(request, "stockpiles/deadlines.html", context)


def _records(form: BoardForm) -> tuple[Records, Asked]:
    """What the board that the address asks for is made of, and its two days."""
    kept, about = keeping(), DUTIES[form.cleaned_data["article"] or 3]
    when = record(kept).asked(form.cleaned_data["as_of"], today=timezone.localdate(), about=about)
    return Records(when.day, kept), when


class Shown(NamedTuple):
    """What one state owes, and each duty as the page shows it."""

    owed: Owed
    written: Mapping[int, str]
    """By the identity of the duty."""


def _shown(article: int, records: Records) -> Collection[Shown]:
    """Written once for each state until it changes: the lines of the page are most of its cost."""
    owed, base = owed_by_state(article, records), reverse("stockpiles")

    def make(some: list[int]) -> dict[int, Shown]:
        duties = [duty for pk in some for duty in owed[pk].duties]
        others = [duty for pk in some for duty in owed[pk].unrecorded]
        lines = pieces("stockpiles/_deadlines.html", duties, base=base)
        lines += pieces("stockpiles/_deadlines_unrecorded.html", others, base=base)
        written = {id(duty): line for duty, line in zip([*duties, *others], lines, strict=True)}
        return {
            pk: Shown(owed[pk], {id(duty): written[id(duty)] for of in owed[pk] for duty in of}) for pk in some
        }

    return records.of_each(f"lines of deadlines under Article {article}", make).values()


def _together(duties: Iterable[Duty], shown: Iterable[Shown], between: str = "") -> SafeString:
    written = {number: words for one in shown for number, words in one.written.items()}
    return SafeString(between.join([written[id(duty)] for duty in duties]))


def _filled(request: HttpRequest, **values: object) -> BoardForm:
    """The form as it was asked, with what was left out filled in, so that readers see which day is meant."""
    filled = BoardForm({**request.GET.dict(), **{name: str(value) for name, value in values.items()}})
    filled.is_valid()
    return filled


def _days(duty: Duty) -> int | None:
    days = duty.outlook.value.days
    return None if days is None else days.least if days.least is not None else days.most


KEYS: dict[str, Callable[[Duty], object]] = {
    "state": lambda duty: (duty.country.name, duty.name),
    "due": lambda duty: duty.due,
    "standing": lambda duty: duty.order,
    "days": _days,
}
