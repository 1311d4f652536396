"""Treaties as readers see them on any day: who is bound, who has signed, what changed, and by which article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from countries.charts import accumulation_chart, standings_map
from countries.models import Coverage, GroupMembership, StateGroup, Treaty, TreatyAction, TreatyAlias
from countries.queries.coverage import acts_towards
from countries.queries.coverage import record as reach
from countries.queries.treaty_standings import (
    StateStanding,
    TreatyRecord,
    every_treaty,
    records_of_treaties,
    standings_on,
    treaty_record_of,
)
from countries.rules.clauses_in_words import clauses_in_words
from countries.rules.final_clauses import TreatyKind
from countries.rules.standing import Basis, Standing
from countries.tables import accumulation_table, act_rows, headings, regions, standings_table, totals
from editorial.history.as_known import today_then
from editorial.queries.kept import Keeping, keeping
from editorial.rules.calendar import add_years
from editorial.rules.horizon import Asked
from editorial.tables import dated
from editorial.views.days import DayField, bad_address
from editorial.views.known_at import answers_known_at, carried_on
from editorial.views.listing import address, applied_filters, csv_address, csv_response
from editorial.views.parameters import refuse_unknown

FILTERS = ("Region", "Group", "Standing")
TABLES = (TreatyAction, Treaty, GroupMembership, Coverage)
"""What standings towards treaties rest on."""


class DayForm(forms.Form):
    """The day, how parties are counted, and the day to compare with."""

    as_of = DayField(label="Day", required=False)
    basis = forms.ChoiceField(
        label="Count parties", choices=[(basis.value, basis.words) for basis in Basis], required=False
    )
    compare = DayField(label="Compare with", required=False)

    def clean_basis(self) -> Basis:
        return Basis(self.cleaned_data["basis"] or Basis.DEPOSIT)


class ListForm(DayForm):
    """As above, with the filters of the list."""

    region = forms.ChoiceField(label="Region", required=False)
    group = forms.ChoiceField(label="Group", required=False)
    standing = forms.ChoiceField(
        label="Standing",
        choices=[("", "Any standing"), *((one.value, one.words) for one in Standing)],
        required=False,
    )

    def __init__(self, data: Any, record: TreatyRecord) -> None:
        super().__init__(data)
        found = sorted({state.region for state in record.states if state.region})
        groups = sorted({group for state in record.states for group in state.groups}, key=lambda group: group[1])
        if (asked := data.get("group", "")) and asked not in (slug for slug, _ in groups):
            # a group of which no member is on record is none of theirs, but it is there, and links lead here
            groups += StateGroup.objects.filter(slug=asked).values_list("slug", "name")
        fields: Any = self.fields
        fields["region"].choices = [("", "Any region"), *((name, name) for name in found)]
        fields["group"].choices = [("", "Any group"), *groups]

    def wants(self, row: StateStanding) -> bool:
        """Whether the filters let this state through."""
        region, group = self.cleaned_data["region"], self.cleaned_data["group"]
        in_group = not group or group in (slug for slug, _ in row.state.groups)
        stands_so = self.cleaned_data["standing"] in ("", row.standing.value)
        return in_group and stands_so and (not region or row.state.region == region)


@answers_known_at(*TABLES)
def treaty_list(request: HttpRequest) -> HttpResponse:
    """All instruments with their membership on a day."""
    form = DayForm(request.GET)
    refuse_unknown(request, form, also=())
    if not form.is_valid():
        return bad_address(request, form)
    kept = keeping()
    treaties = every_treaty(kept)
    about = acts_towards(*(treaty.slug for treaty in treaties))
    when = reach(kept).asked(form.cleaned_data["as_of"], today=timezone.localdate(), about=about)
    day = when.day
    entries = [
        {
            "treaty": one.treaty,
            "in_force": one.in_force,
            "is_in_force": bool(one.in_force.value and one.in_force.value <= day),
            "parties": len((on := standings_on(one, day, kept)).parties(Basis.DEPOSIT)),
            "bound": len(on.parties(Basis.IN_FORCE)),
            "signatories": len(on.signatories(Basis.DEPOSIT)),
            "url": one.treaty.get_absolute_url() + address(request).removeprefix(request.path),
        }
        for one in records_of_treaties(kept).values()
    ]
    context = {
        "entries": entries,
        "form": shown(form, as_of=day),
        "day": day,
        "asked": when,
        "crumbs": [("Treaties", None)],
    }
    return render(request, "countries/treaty_list.html", context)


@answers_known_at(*TABLES)
def treaty_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One instrument on one day."""
    today, kept = today_then(), keeping()
    record = one_of(kept, slug)
    form = ListForm(request.GET, record)
    refuse_unknown(request, form, also=())
    if not form.is_valid():
        return bad_address(request, form)
    treaty, given = record.treaty, form.cleaned_data
    when = reach(kept).asked(given["as_of"], today=today, about=acts_towards(slug))
    day, basis = when.day, given["basis"]
    before = given["compare"] or (add_years(day, -1) if day.year > 1 else day)
    on, other = standings_on(record, day, kept), next(one for one in Basis if one is not basis)
    context = {
        "treaty": treaty,
        "aliases": kept.value(("aliases", slug), lambda: _aliases(treaty)),
        "protocols": [one for one in every_treaty(kept) if one.parent_id == treaty.pk],
        "clauses": list(clauses_in_words(treaty.final_clauses)),
        "in_force": record.in_force,
        "counted_on": record.threshold_as_counted,
        "is_counted_otherwise": record.threshold_as_counted not in (None, record.threshold),
        "form": shown(form, as_of=day, basis=basis.value, compare=before),
        "day": day,
        "before": before,
        "asked": when,
        "is_ahead": day > today,
        "basis": basis,
        "other_basis": other,
        "other_basis_url": address(request, basis=other.value),
        "totals": totals(on, standings_on(record, before, kept), basis, TreatyKind(treaty.kind)),
        "waiting": on.having(Standing.DEPOSITED),
        "provisional": [row for row in on.rows if row.applies_provisionally],
        "regions": [(one, address(request, region=one.region) + "#states") for one in regions(on, basis)],
        "headings": headings(
            on, basis, form.wants, kept.value(("lines of acts", slug, day), lambda: act_rows(on))
        ),
        "turns": record.turns(min(before, day), max(before, day)),
        "years": _years(request, record, when),
        "previous": _step(request, record, bisect_left(record.days_of_change, day) - 1),
        "next": _step(request, record, bisect_right(record.days_of_change, day)),
        "map": standings_map(record, on, "#states"),
        "chart": accumulation_chart(
            record, _last_shown(record, when), carried_on(request, reverse("treaty_accumulation_csv", args=[slug]))
        ),
        "csv_url": csv_address(request),
        "applied": [one for one in applied_filters(request, form) if one.label in FILTERS],
        "crumbs": [("Treaties", reverse("treaties")), (treaty.title, None)],
    }
    return render(request, "countries/treaty.html", context)


@answers_known_at(*TABLES)
def treaty_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every state's standing on the day, as CSV."""
    kept = keeping()
    record = one_of(kept, slug)
    form = ListForm(request.GET, record)
    refuse_unknown(request, form, also=())
    if not form.is_valid():
        return bad_address(request, form)
    when = reach(kept).asked(form.cleaned_data["as_of"], today=timezone.localdate(), about=acts_towards(slug))
    table = standings_table(record, standings_on(record, when.day, kept), form.cleaned_data["basis"], form.wants)
    return csv_response(dated(table, when), f"{slug}-{when.day}")


@answers_known_at(*TABLES)
def accumulation_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Counts on every day on which they changed, as CSV."""
    kept = keeping()
    record = one_of(kept, slug)
    when = reach(kept).asked(None, today=timezone.localdate(), about=acts_towards(slug))
    return csv_response(dated(accumulation_table(record), when), f"{slug}-accumulation")


def one_of(kept: Keeping, slug: str) -> TreatyRecord:
    record = treaty_record_of(slug, kept)
    if record is None:
        raise Http404("There is no treaty at this address.")
    return record


def _aliases(treaty: Treaty) -> list[str]:
    return list(TreatyAlias.objects.filter(treaty=treaty).values_list("name", flat=True))


def shown(form: forms.Form, **values: Any) -> forms.Form:
    """The form with what the page shows filled in, whether it was asked for or not."""
    form.data = {**{name: form.data.get(name) for name in form.data}, **values}
    return form


def _last_shown(record: TreatyRecord, when: Asked) -> date:
    """Where the curve ends: on the last day of the record or the day asked for, whichever is later, but not beyond
    the last change that is known."""
    end = when.complete_until or when.day
    last = record.days_of_change[-1] if record.days_of_change else end
    return max(min(end, last), min(when.day, last)) if when.is_beyond else max(end, min(when.day, last))


@dataclass(frozen=True)
class Stop:
    """A day that the reader can go to."""

    day: date
    url: str
    is_here: bool = False


def _years(request: HttpRequest, record: TreatyRecord, when: Asked) -> list[Stop]:
    """The end of every year since the first act; of the last year, the last day of the record."""
    newest = when.complete_until or when.day
    first = record.days_of_change[0].year if record.days_of_change else newest.year
    ends = [min(date(year, 12, 31), newest) for year in range(first, newest.year + 1)]
    return [Stop(end, address(request, as_of=end.isoformat(), compare=None), end == when.day) for end in ends]


def _step(request: HttpRequest, record: TreatyRecord, place: int) -> Stop | None:
    """The day of change at that place, None beyond the first and the last."""
    days = record.days_of_change
    if not 0 <= place < len(days):
        return None
    return Stop(days[place], address(request, as_of=days[place].isoformat(), compare=None))
