"""Statements as readers see them: the list with its filters, one statement, one release of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from countries.models import FactKind
from countries.views.coverage import dated_now
from editorial.rules.cite_this import CiteThis
from editorial.tables import Table
from editorial.views.listing import Column, address, csv_response, listing_of
from editorial.views.parameters import refuse_unknown
from meetings.actions.listing import stored_date
from meetings.filters import StatementFilter
from meetings.models import ListedStatement, Role, Stance, StatementKind, StatementRelease
from meetings.models.statement import slug_of
from meetings.queries.statements import listed, releases_of

COLUMNS = (
    Column("date", "Date", ("day", "pk")),
    Column("title", "Statement"),
    Column("parties", "By"),
    Column("meeting", "Meeting"),
    Column("themes", "Themes"),
)
NOUN = ("statement", "statements")
LIST_FIELDS = (
    *("release", "statement", "visible_from", "title", "kind", "language", "date", "day", "year"),
    *("parties_line", "themes_json", "meeting__slug", "meeting__short_name"),
)
ROLE_GROUPS = (
    (Role.LEAD, "Lead sponsor"),
    (Role.DELIVERER, "Delivered by"),
    (Role.CO_SPONSOR, "Co-sponsors"),
    (Role.ON_BEHALF_OF, "On behalf of"),
    (Role.ENDORSER, "Endorsed by"),
)


def statement_list(request: HttpRequest) -> HttpResponse:
    """Filters that combine; with JavaScript the results follow as one types, without it the form is sent."""
    filters = StatementFilter(request.GET, queryset=listed(timezone.now()).only(*LIST_FIELDS))
    listing = listing_of(request, filters, COLUMNS, default_sort="-date", noun=NOUN)
    is_part = getattr(request, "htmx", False) and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    template = "meetings/_statement_results.html" if is_part else "meetings/statement_list.html"
    context = {"listing": listing, "crumbs": [("Meetings", "/meetings/"), ("Statements", None)]}
    response = render(request, template, context, status=200 if is_part else listing.status)
    patch_vary_headers(response, ["HX-Request"])
    if is_part:
        response["HX-Push-Url"] = address(request)
    return response


def statement_csv(request: HttpRequest) -> HttpResponseBase:
    """The same list, whole, as CSV: one row a statement."""
    filters = StatementFilter(request.GET, queryset=listed(timezone.now()).select_related("meeting", "source"))
    refuse_unknown(request, filters.form)
    if not filters.is_valid():
        return HttpResponse("The filters could not be understood.\n", content_type="text/plain", status=400)
    headings = [
        *("Number", "Title", "Kind", "Date", "Date is", "Language", "Meeting"),
        *("Deliverer or lead", "Others", "States not named", "Themes", "Source", "Address"),
    ]
    rows = (_csv_row(request, row) for row in filters.qs.order_by("-day", "-pk").iterator(chunk_size=500))
    return csv_response(dated_now(Table("Statements", headings, rows), FactKind.STATEMENTS), "statements")


def _csv_row(request: HttpRequest, row: ListedStatement) -> list[Any]:
    names = {
        spoke: "; ".join(
            party["name"] for party in row.parties_json if (party["role"] in (Role.DELIVERER, Role.LEAD)) == spoke
        )
        for spoke in (True, False)
    }
    return [
        row.statement_id,
        row.title,
        row.get_kind_display(),
        row.date.iso if row.date else "",
        (row.date.bound or row.date.precision) if row.date else "",
        row.language,
        row.meeting.name if row.meeting else "",
        names[True],
        names[False],
        row.states_unnamed or "",
        "; ".join(theme["title"] for theme in row.themes_json),
        row.source.key if row.source else "",
        request.build_absolute_uri(row.get_absolute_url()),
    ]


def statement_page(request: HttpRequest, number: int, slug: str = "") -> HttpResponse:
    """The newest release of a statement. The number finds it; another ending leads to the right one."""
    at = timezone.now()
    log = releases_of(number, at)
    if not log:
        raise Http404("No such statement is published.")
    release = _release(log[0].pk)
    if slug != slug_of(release.title):
        return redirect("statement", number, slug_of(release.title), permanent=True)
    return _page(request, release, log)


def statement_release(request: HttpRequest, number: int, slug: str, release: int) -> HttpResponse:
    """One release, for ever at this address."""
    log = releases_of(number, timezone.now())
    found = next((one for one in log if one.number == release), None)
    if found is None:
        raise Http404("This release is not published.")
    return _page(request, _release(found.pk), log)


def cite_bibtex(request: HttpRequest, number: int, slug: str, release: int | None = None) -> HttpResponse:
    """How to cite one release, or the newest, as a BibTeX file. The file itself names the release."""
    found = _published(number, release, timezone.now())
    return _file(cite(request, found).bibtex, found, "bib", "application/x-bibtex")


def cite_ris(request: HttpRequest, number: int, slug: str, release: int | None = None) -> HttpResponse:
    """How to cite one release, or the newest, as an RIS file. The file itself names the release."""
    found = _published(number, release, timezone.now())
    return _file(cite(request, found).ris, found, "ris", "application/x-research-info-systems")


def cite(request: HttpRequest, release: StatementRelease) -> CiteThis:
    """The release as readers cite it, at its permanent address on this host."""
    return CiteThis(
        title=release.title,
        edition="",
        release=release.number,
        date=release.visible_from.date(),
        url=request.build_absolute_uri(release.get_absolute_url()),
        publisher=settings.MONITOR_NAME,
    )


def _release(pk: int) -> StatementRelease:
    releases: QuerySet[StatementRelease] = StatementRelease.objects.select_related("statement")
    return releases.get(pk=pk)


def _published(number: int, release: int | None, at: datetime) -> StatementRelease:
    found = next((one for one in releases_of(number, at) if release in (one.number, None)), None)
    if found is None:
        raise Http404("This release is not published.")
    return found


def _page(request: HttpRequest, release: StatementRelease, log: list[StatementRelease]) -> HttpResponse:
    context = release_context(release) | {
        "is_newest": log[0].pk == release.pk,
        "newest": log[0],
        "log": log,
        "cite": cite(request, release),
        "cite_slug": slug_of(release.title),
        "entries": [*text_entries(release), *_CHANGES_AND_CITE],
        "crumbs": [("Meetings", "/meetings/"), ("Statements", "/statements/"), (release.title, None)],
    }
    return render(request, "meetings/statement.html", context)


def release_context(release: StatementRelease) -> dict[str, Any]:
    """What the body of a statement's page is made of; the team's preview shows the same of a working copy."""
    payload = release.payload
    return {
        "release": release,
        "payload": payload,
        "kind": StatementKind(payload["kind"]).label,
        "when": in_words(payload["date"]),
        "groups": list(party_groups(payload["parties"])),
        "positions": [
            {**row, "stance_word": Stance(row["stance"]).label, "cited": payload["sources"].get(row["source"])}
            for row in payload["positions"]
        ],
        "source": payload["sources"].get(payload["source"]),
        "sources": list(payload["sources"].values()),
    }


def party_groups(parties: Iterable[dict[str, Any]]) -> Iterable[tuple[str, str, list[dict[str, Any]]]]:
    """Parties by role, the ones who brought the statement first; each as role, heading and parties."""
    rows = list(parties)
    for role, heading in ROLE_GROUPS:
        found = [row for row in rows if row["role"] == role]
        if found:
            yield role, heading, found


def in_words(value: dict[str, str] | None) -> str:
    """A frozen date in words: "after 31 July 2013"."""
    return str(stored_date(value) or "")


_CHANGES_AND_CITE = (
    {"anchor": "changes", "title": "Changes", "level": 2},
    {"anchor": "cite", "title": "Cite this version", "level": 2},
)


def text_entries(release: StatementRelease) -> list[Any]:
    """The list of contents of a statement's body."""
    after = [
        ("positions", "Positions", bool(release.payload["positions"])),
        ("notes", "Notes", bool(release.notes_html)),
        ("sources", "Sources", bool(release.payload["sources"])),
    ]
    parts = [{"anchor": anchor, "title": title, "level": 2} for anchor, title, shown in after if shown]
    return [{"anchor": "parties", "title": "Who stands behind it", "level": 2}, *release.contents, *parts]


def _file(text: str, release: StatementRelease, ending: str, kind: str) -> HttpResponse:
    name = f"statement-{release.statement_id}-r{release.number}.{ending}"
    return HttpResponse(
        text,
        content_type=f"{kind}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
