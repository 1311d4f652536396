"""Meetings as readers see them: the tree with its filters, one meeting, the files of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from countries.maps import MapClass, WorldMap, world_map
from countries.models import Country, FactKind
from countries.views.coverage import dated_now
from editorial.installation import installation
from editorial.public.noun import entry
from editorial.queries import rendered
from editorial.queries.kept import keeping
from editorial.tables import Cell, table_of
from editorial.views.addresses import addresses
from editorial.views.listing import (
    Listing,
    applied_filters,
    counted,
    csv_address,
    csv_response,
)
from editorial.views.parameters import refuse_unknown
from meetings.models import Capacity, ListedStatement, Meeting, MeetingKind, Statement
from meetings.queries.meetings import (
    AttendanceTable,
    Branch,
    above,
    absent_from,
    attendance_of,
    branch_of,
    meeting_tree,
    with_parts,
)
from meetings.queries.statements import listed

NOUN = ("meeting", "meetings")
MOST_STATEMENTS = 25


def meeting_list(request: HttpRequest) -> HttpResponse:
    """Every meeting in its place in the tree, narrowed by year, kind, place or process."""
    tree = _tree()
    form = _form(request, tree)
    rows = list(_chosen(tree, form.cleaned_data)) if form.is_valid() else []
    listing = Listing(
        path=request.path,
        form=form,
        rows=rows,
        count_in_words=counted(sum(not row.is_context for row in rows), NOUN)
        if form.is_valid()
        else "No such filter.",
        applied=applied_filters(request, form),
        csv_url=csv_address(request),
        filter_label="Filter meetings",
        status=200 if form.is_valid() else 400,
    )
    context = {"listing": listing, "lines": list(_lines(rows)), "crumbs": [("Meetings", None)]}
    return render(request, "meetings/meeting_list.html", context, status=listing.status)


def meeting_csv(request: HttpRequest) -> HttpResponseBase:
    """The same list as CSV, one row a meeting."""
    tree = _tree()
    form = _form(request, tree)
    if not form.is_valid():
        return HttpResponse("The filters could not be understood.\n", content_type="text/plain", status=400)
    rows = (row.branch for row in _chosen(tree, form.cleaned_data) if not row.is_context)
    return csv_response(dated_now(table_of("Meetings", FILE, rows), FactKind.MEETINGS), "meetings")


FILE: dict[str, Callable[[Branch], Cell]] = {
    "Slug": lambda branch: branch.meeting.slug,
    "Name": lambda branch: branch.meeting.name,
    "Kind": lambda branch: branch.meeting.get_kind_display(),
    "Part of": lambda branch: branch.meeting.parent.slug if branch.meeting.parent else "",
    "City": lambda branch: branch.meeting.city,
    "State": lambda branch: branch.meeting.country.name if branch.meeting.country else "",
    "Host": lambda branch: branch.meeting.host.name if branch.meeting.host else "",
    "Dates": lambda branch: "; ".join(str(span) for span in branch.spans),
    "States attending": lambda branch: "; ".join(str(count.number) for count in branch.attending),
    "Statements": lambda branch: branch.statements,
}


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in the list. ``is_context`` marks one that is shown only because a part of it was found."""

    branch: Branch
    is_context: bool

    @property
    def level(self) -> int:
        return min(self.branch.level, 3)


class MeetingLine(NamedTuple):
    """A row as the page shows it: a process, or a meeting with what the list says of it."""

    is_root: str
    is_context: str
    level: str
    name: str
    url: str
    dates: str
    place: str
    kind: str
    attending: str
    statements: str
    statements_url: str


def _lines(rows: Iterable[MeetingRow]) -> Iterator[MeetingLine]:
    page_of, statements = addresses("meeting", "a-slug"), reverse("statements")
    for row in rows:
        branch, meeting = row.branch, row.branch.meeting
        yield MeetingLine(
            is_root="root" if meeting.kind == MeetingKind.PROCESS else "",
            is_context="context" if row.is_context else "",
            level=str(row.level),
            name=meeting.name,
            url=page_of(meeting.slug),
            dates=", ".join(str(span) for span in branch.spans),
            place=meeting.place,
            kind=meeting.get_kind_display(),
            attending=" or ".join(str(count.number) for count in branch.attending),
            statements=str(branch.statements or ""),
            statements_url=f"{statements}?meeting={meeting.slug}",
        )


def _tree() -> Sequence[Branch]:
    """Every meeting in its place, with how many statements of it readers see."""
    kept = keeping()
    return kept.value("meeting tree", lambda: meeting_tree(kept.at), on=(Statement.SHOWN_ON,))


def _form(request: HttpRequest, tree: Sequence[Branch]) -> forms.Form:
    """Fields that offer what occurs."""
    branches = [branch for root in tree for branch in root.walk()]
    years = sorted({branch.year for branch in branches if branch.year}, reverse=True)
    places = {b.meeting.country.key: b.meeting.country.name for b in branches if b.meeting.country is not None}
    used = {branch.meeting.kind for branch in branches} - {MeetingKind.PROCESS}
    processes = [
        (root.meeting.slug, root.meeting.name) for root in tree if root.meeting.kind == MeetingKind.PROCESS
    ]
    fields: dict[str, forms.Field] = {
        "q": forms.CharField(label="Name contains", required=False, max_length=80),
        "year": _choice("Year", "Any year", [(str(year), str(year)) for year in years]),
        "kind": _choice("Kind", "Any kind", [(kind.value, kind.label) for kind in MeetingKind if kind in used]),
        "place": _choice("Place", "Any place", sorted(places.items(), key=lambda place: place[1])),
        "process": _choice("Process", "Any process", processes),
    }
    form_class = type("MeetingFilterForm", (forms.Form,), fields)
    form: forms.Form = form_class(request.GET)
    refuse_unknown(request, form, also=())
    return form


def _choice(label: str, empty: str, choices: Iterable[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", empty), *choices], required=False)


def _chosen(tree: Sequence[Branch], wanted: dict[str, str]) -> Iterable[MeetingRow]:
    """Rows in the order of the tree; above a meeting that fits stand those it is part of."""
    for root in tree:
        if not wanted["process"] or root.meeting.slug == wanted["process"]:
            yield from _fitting(root, lambda branch: _fits(branch, wanted))


def _fitting(branch: Branch, fits: Callable[[Branch], bool]) -> list[MeetingRow]:
    below = [row for part in branch.parts for row in _fitting(part, fits)]
    found = fits(branch)
    return [MeetingRow(branch, is_context=not found), *below] if found or below else []


def _fits(branch: Branch, wanted: dict[str, str]) -> bool:
    meeting = branch.meeting
    if meeting.kind == MeetingKind.PROCESS:
        return False
    words = wanted["q"].casefold()
    place = meeting.country.key if meeting.country else ""
    years = {str(span.start.year) for span in branch.spans} | {
        str(span.end.year) for span in branch.spans if span.end
    }
    return (
        (not words or words in f"{meeting.name} {meeting.short_name} {meeting.city}".casefold())
        and (not wanted["year"] or wanted["year"] in (years or {str(branch.year)}))
        and (not wanted["kind"] or wanted["kind"] == meeting.kind)
        and (not wanted["place"] or wanted["place"] == place)
    )


def meeting_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting: when, where, who was there, what was said and decided, and what it is part of."""
    at = timezone.now()
    meeting = get_object_or_404(
        Meeting.objects.select_related("country", "host", "source", "parent__parent__parent"), slug=slug
    )
    pks = with_parts(meeting.pk)
    statements = list(listed(at).filter(meeting__in=pks)[: MOST_STATEMENTS + 1])
    attendance = attendance_of(meeting)
    branch = branch_of(meeting, pks, at)
    context = {
        "meeting": meeting,
        "above": above(meeting),
        "branch": branch,
        "parts": [part for part in branch.walk() if part is not branch],
        "spans": meeting.spans.select_related("source"),
        "counts": meeting.counts.select_related("source"),
        "attendance": attendance,
        "absent": absent_from(meeting),
        "map": _map(meeting, attendance, statements),
        "documents": meeting.documents.public().select_related("source"),
        "statements": statements[:MOST_STATEMENTS],
        "more_statements": len(statements) > MOST_STATEMENTS,
        "plans": meeting.action_plans.prefetch_related("adoptions__source", "adoptions__plan"),
        "note": rendered(meeting.note, doc_id="note"),
        "crumbs": [("Meetings", reverse("meetings")), (meeting.short_name, None)],
    }
    context["entries"] = _entries(context)
    return render(request, "meetings/meeting.html", context)


def _entries(context: dict[str, Any]) -> list[dict[str, Any]]:
    parts = [
        ("facts", "Facts", True),
        ("statements", "Statements", context["statements"]),
        ("parts", "Its parts", context["parts"]),
        ("attendance", "States named as present", context["attendance"].states),
        ("absent", "States said not to have been there", context["absent"]),
        ("documents", "Documents", context["documents"]),
        ("plans", "Adopted here", context["plans"]),
    ]
    return [entry(anchor, title) for anchor, title, shown in parts if shown]


PRESENT = MapClass("Named as present", "party")
HOST = MapClass("Host", "signatory")
BEHIND = MapClass("Behind a statement made here", "met")
FEWEST_ON_A_MAP = 2


def _map(meeting: Meeting, rows: AttendanceTable, statements: Iterable[ListedStatement]) -> WorldMap | None:
    """Where the states were from that a source names; None where there are too few to draw."""
    classes: dict[str, MapClass] = {}
    for statement in statements:
        classes |= {party["iso3"]: BEHIND for party in statement.parties_json if party.get("iso3")}
    for _, states in rows.regions:
        for country, found in states:
            if country.iso3:
                is_host = any(row.capacity == Capacity.HOST for row in found)
                classes[country.iso3] = HOST if is_host else PRESENT
    if len(classes) < FEWEST_ON_A_MAP:
        return None
    names = {country.key: country.name for country in Country.objects.filter(iso3__in=classes)}
    page = reverse("statements")
    return world_map(
        classes=classes,
        names=names,
        url_for=lambda iso3: f"{page}?country={iso3}&meeting={meeting.slug}",
        legend=[one for one in (PRESENT, HOST, BEHIND) if one in classes.values()],
        title=f"States at the {meeting.short_name}",
        source=f"{installation().name}, from the sources named on this page",
        note="Only states that a source names. Others may have been present.",
    )
