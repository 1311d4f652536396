"""The list of statements with its filters, and the same as CSV."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from countries.models import FactKind
from countries.views.coverage import dated_now
from editorial.tables import Cell, table_of
from editorial.views.listing import ListColumn, csv_response, listing_of, page_or_part
from editorial.views.parameters import refuse_unknown
from meetings.filters import StatementFilter
from meetings.models import SPOKE, ListedStatement
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
    context = {"listing": listing, "crumbs": [("Meetings", reverse("meetings")), ("Statements", None)]}
    return page_or_part(
        request,
        context,
        page="meetings/statement_list.html",
        part="meetings/_statement_results.html",
        status=listing.status,
    )


def statement_csv(request: HttpRequest) -> HttpResponseBase:
    """The same list, whole, as CSV: one row a statement."""
    filters = StatementFilter(request.GET, queryset=listed(timezone.now()).select_related("meeting", "source"))
    refuse_unknown(request, filters.form)
    if not filters.is_valid():
        return HttpResponse("The filters could not be understood.\n", content_type="text/plain", status=400)
    columns = FILE | {"Address": lambda row: request.build_absolute_uri(row.get_absolute_url())}
    table = table_of("Statements", columns, filters.qs.order_by("-day", "-pk").iterator(chunk_size=500))
    return csv_response(dated_now(table, FactKind.STATEMENTS), "statements")


def _names(row: ListedStatement, *, who_spoke: bool) -> str:
    return "; ".join(party["name"] for party in row.parties_json if (party["role"] in SPOKE) == who_spoke)


FILE: dict[str, Callable[[ListedStatement], Cell]] = {
    "Number": lambda row: row.statement_id,
    "Title": lambda row: row.title,
    "Kind": lambda row: row.get_kind_display(),
    "Date": lambda row: row.date.iso if row.date else "",
    "Date is": lambda row: (row.date.bound or row.date.precision) if row.date else "",
    "Language": lambda row: row.language,
    "Meeting": lambda row: row.meeting.name if row.meeting else "",
    "Deliverer or lead": lambda row: _names(row, who_spoke=True),
    "Others": lambda row: _names(row, who_spoke=False),
    "States not named": lambda row: row.states_unnamed or "",
    "Themes": lambda row: "; ".join(theme["title"] for theme in row.themes_json),
    "Source": lambda row: row.source.key if row.source else "",
}
