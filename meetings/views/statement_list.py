"""The list of statements with its filters."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from editorial.views.listing import ListColumn, listing_of, ndjson_address, page_or_part
from meetings.filters import StatementFilter
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
    listing = replace(listing, ndjson_url=ndjson_address(request))
    context = {"listing": listing, "crumbs": [("Meetings", reverse("meetings")), ("Statements", None)]}
    return page_or_part(
        request,
        context,
        page="meetings/statement_list.html",
        part="meetings/_statement_results.html",
        status=listing.status,
    )
