"""The public log of facts: every confirmed change of what readers see, all or of one state, and each by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from typing import cast
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from countries.models import Country
from countries.queries.changes import about_state
from editorial.long_select import LongSelect
from editorial.models import ChangeSet
from editorial.queries.public_changes import ALL, first_told, kinds_of_change, public_changes
from editorial.queries.told_changes import MOST_TOLD, told
from editorial.tables import Table
from editorial.views.days import DayField, bad_address
from editorial.views.listing import PAGE_PARAMETERS, address, counted_rows, csv_response, page_by_key, whole_list
from editorial.views.parameters import refuse_unknown

ORDER = ("-decided_at", "-pk")
ON_A_PAGE = 20
ROWS_SHOWN = 5  # of one change in a list; its own page has all
AT_ONCE = 100  # changes read together for a file
NOUN = ("change", "changes")
HEADINGS = (
    "Confirmed",
    "Change",
    "What became of it",
    "Kind",
    "Record",
    "Field",
    "Before",
    "After",
    "Note",
    "Sources",
)


class KindForm(forms.Form):
    """Which changes to show."""

    kind = forms.ChoiceField(label="Kind of fact", required=False)
    since = DayField(label="Confirmed since", required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        offered = sorted((kind.label, kind.slug) for kind in kinds_of_change().values())
        field = cast(forms.ChoiceField, self.fields["kind"])
        field.choices = [("", "Any kind"), *((slug, label) for label, slug in offered)]

    @property
    def rows(self) -> Q:
        """The rows that are asked for."""
        kind = self.cleaned_data["kind"]
        return kinds_of_change()[kind].where if kind else ALL

    def changes(self, rows: Q) -> QuerySet[ChangeSet]:
        """The changes that are asked for, among those with such rows."""
        found, since = public_changes(rows), self.cleaned_data["since"]
        if since is None:
            return found
        return found.filter(decided_at__gte=timezone.make_aware(datetime.combine(since, time.min)))


class ChangesForm(KindForm):
    """The same, with the state that a change is about."""

    country = forms.ModelChoiceField(
        Country.objects.exclude(iso3=None),
        to_field_name="iso3",
        label="State",
        required=False,
        empty_label="Any state",
        widget=LongSelect,
    )
    field_order = ("country", "kind", "since")

    @property
    def rows(self) -> Q:
        country = self.cleaned_data["country"]
        return super().rows & (about_state(country) if country else ALL)


def change_list(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every confirmed change, newest first: as a page, or as a file."""
    return _answer(request, ChangesForm(request.GET), ALL, ending, None)


def state_changes(request: HttpRequest, country: str, ending: str = "") -> HttpResponseBase:
    """Those about one state."""
    state = get_object_or_404(Country, slug=country)
    return _answer(request, KindForm(request.GET), about_state(state), ending, state)


def _answer(
    request: HttpRequest, form: KindForm, about: Q, ending: str, state: Country | None
) -> HttpResponseBase:
    refuse_unknown(request, form, also=PAGE_PARAMETERS)
    if not form.is_valid():
        return bad_address(request, form)
    rows = about & form.rows
    changes = form.changes(rows)
    if ending:
        name = f"changes-{state.slug}" if state else "changes"
        return csv_response(Table("Changes of facts", HEADINGS, _lines(changes, rows)), name)
    page = page_by_key(changes, ORDER, request.GET, ON_A_PAGE)
    listing = whole_list(
        request,
        form,
        (),
        sort="",
        rows=told(page.rows, timezone.now(), where=rows, most=ROWS_SHOWN),
        count_in_words=counted_rows(changes, NOUN),
        filter_label="Filter changes",
    )
    context = {
        "listing": replace(
            listing,
            previous_url=address(request, after=None, before=page.before) if page.before else "",
            next_url=address(request, before=None, after=page.after) if page.after else "",
        ),
        "state": state,
        "since": first_told(),
        "feed_url": _feed_url(state, form.cleaned_data["kind"]),
        "crumbs": [("Countries", reverse("countries")), (state.name, state.get_absolute_url()), ("Changes", None)]
        if state
        else [("Changes of facts", None)],
    }
    return render(request, "countries/change_list.html", context)


def _feed_url(state: Country | None, kind: str) -> str:
    if state is not None:
        return reverse("state_changes_feed", args=[state.slug])
    return reverse("changes_of_kind_feed", args=[kind]) if kind else reverse("changes_feed")


def _lines(changes: QuerySet[ChangeSet], rows: Q) -> Iterator[list[object]]:
    """One line for each field that became another. Read some changes at a time."""
    keys = list(changes.values_list("pk", flat=True))
    at = timezone.now()
    for start in range(0, len(keys), AT_ONCE):
        some = changes.filter(pk__in=keys[start : start + AT_ONCE])
        for one in told(some, at, where=rows):
            for row in one.rows:
                sources = "; ".join(source.line for source in row.sources)
                for field in row.fields:
                    yield [
                        *(timezone.localtime(one.change.decided_at).date(), str(one.change.public_id)),
                        *(row.became, row.what, row.label, field.label, field.old, field.new),
                        *(one.change.public_note, sources),
                    ]


def change_page(request: HttpRequest, change: UUID) -> HttpResponse:
    """One confirmed change, at an address for ever: whole, or, of an import of thousands of rows, how it begins."""
    found = told(public_changes().filter(public_id=change), timezone.now(), most=MOST_TOLD)
    if not found:
        raise Http404("No confirmed change of what readers see has this address.")
    (one,) = found
    context = {"one": one, "crumbs": [("Changes of facts", reverse("changes")), (one.title, None)]}
    return render(request, "countries/change.html", context)
