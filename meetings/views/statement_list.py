"""The list of statements with its filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from editorial.queries.by_index import reading_by_index
from editorial.views.addresses import addresses
from editorial.views.listing import ListColumn, listing_of, ndjson_address, page_or_part
from meetings.filters import StatementFilter
from meetings.models import ListedStatement, StatementKind
from meetings.models.statement import slug_of
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
MOST_THEMES = 4


class ShownStatement(NamedTuple):
    """A statement as the list shows it, in words; "" where there is nothing to say."""

    when: str
    url: str
    title: str
    kind: str
    language: str
    parties: str
    meeting_url: str
    meeting: str
    themes: SafeString


def statement_list(request: HttpRequest) -> HttpResponse:
    """Filters that combine; with JavaScript the results follow as one types, without it the form is sent."""
    filters = StatementFilter(request.GET, queryset=listed(timezone.now()).only(*LIST_FIELDS))
    with reading_by_index():
        listing = listing_of(request, filters, COLUMNS, default_sort="-date", noun=NOUN, on=("statements",))
    rows = list(_shown(cast(Iterable[ListedStatement], listing.rows)))
    listing = replace(listing, rows=rows, ndjson_url=ndjson_address(request))
    context = {"listing": listing, "crumbs": [("Meetings", reverse("meetings")), ("Statements", None)]}
    return page_or_part(
        request,
        context,
        page="meetings/statement_list.html",
        part="meetings/_statement_results.html",
        status=listing.status,
    )


def _shown(statements: Iterable[ListedStatement]) -> Iterator[ShownStatement]:
    statement, meeting = addresses("statement", 1, "a-slug"), addresses("meeting", "a-slug")
    theme, kinds = cache(_theme), dict(StatementKind.choices)
    for one in statements:
        about = [theme(row["slug"], row["title"]) for row in one.themes_json[:MOST_THEMES]]
        more = " and more" if len(one.themes_json) > MOST_THEMES else ""
        yield ShownStatement(
            when=one.when,
            url=statement(one.statement_id, slug_of(one.title)),
            title=one.title,
            kind=kinds.get(one.kind, one.kind),
            language="" if one.language == "en" else one.language_name,
            parties=one.parties_line,
            meeting_url=meeting(one.meeting.slug) if one.meeting else "",
            meeting=one.meeting.short_name if one.meeting else "",
            themes=SafeString(", ".join(about) + more),
        )


def _theme(slug: str, title: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("theme", args=[slug]), title)
