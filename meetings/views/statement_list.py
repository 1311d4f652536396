"""The list of statements with its filters, and the same as CSV."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from countries.models import FactKind
from countries.views.coverage import dated_now
from editorial.tables import Table
from editorial.views.listing import ListColumn, address, csv_response, listing_of
from editorial.views.parameters import refuse_unknown
from meetings.filters import StatementFilter
from meetings.models import ListedStatement, Role
from meetings.queries.statements import listed

COLUMNS = (
    ListColumn("date", "Date", ("day", "pk")),
    ListColumn("title", "Statement"),
    ListColumn("parties", "By"),
    ListColumn("meeting", "Meeting"),
    ListColumn("themes", "Themes"),
)
NOUN = ("statement", "statements")
LIST_FIELDS = (
    *("release", "statement", "visible_from", "title", "kind", "language", "date", "day", "year"),
    *("parties_line", "themes_json", "meeting__slug", "meeting__short_name"),
)


def statement_list(request: HttpRequest) -> HttpResponse:
    """Filters that combine; with JavaScript the results follow as one types, without it the form is sent."""
    filters = StatementFilter(request.GET, queryset=listed(timezone.now()).only(*LIST_FIELDS))
    listing = listing_of(request, filters, COLUMNS, default_sort="-date", noun=NOUN)
    is_part = getattr(request, "htmx", False) and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    template = "meetings/_statement_results.html" if is_part else "meetings/statement_list.html"
    context = {"listing": listing, "crumbs": [("Meetings", reverse("meetings")), ("Statements", None)]}
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
