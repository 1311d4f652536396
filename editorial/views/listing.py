"""What every public list is made of: a GET form, filters in force, sorting, pages by key, CSV beside it.

    COLUMNS = (Column("name", "State", ("name",)), Column("date", "Date", ("date", "pk")))

    def statement_list(request):
        filters = StatementFilter(request.GET, queryset=Statement.objects.published(at=timezone.now()))
        listing = listing_of(request, filters, COLUMNS, default_sort="-date", noun=NOUN, on=("statements",))
        return render(request, "meetings/statement_list.html", {"listing": listing}, status=listing.status)

The template includes _components/filter_row.html, applied_filters.html, list_head.html, sort_heading.html and
pagination.html, all of which read ``listing``.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import BaseForm, Field
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.choices import flatten_choices
from django_htmx.middleware import HtmxDetails

from editorial.queries.by_key import beyond, turned
from editorial.queries.kept import keeping
from editorial.rules.calendar import in_words
from editorial.tables import Table, csv_pieces, xlsx_file

from .parameters import KNOWN_AT, LONGEST_SHOWN, BadParameters, refuse_unknown

R = TypeVar("R")

PAGE_SIZE = 50
COUNT_LIMIT = 1000
PAGE_PARAMETERS = ("after", "before")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class ListColumn:
    """A column of a list. ``order`` names the fields it sorts by, the last of them unique, none of them null;
    without it the column cannot be sorted."""

    name: str
    label: str
    order: tuple[str, ...] = ()
    is_number: bool = False


@dataclass(frozen=True)
class ListHeading:
    """A column's head as the page shows it: where a click leads and how the list is sorted now."""

    label: str
    url: str = ""
    direction: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class AppliedFilter:
    """One filter in force, and the address of the list without it."""

    label: str
    value: str
    url_without: str


@dataclass(frozen=True)
class Listing:
    """One list as its templates read it. ``kept`` is what the filter form carries along unseen: the chosen sort, and
    the moment of which it is asked what was known."""

    path: str
    form: BaseForm
    rows: Sequence[object]
    count_in_words: str
    headings: Sequence[ListHeading] = ()
    applied: Sequence[AppliedFilter] = ()
    kept: Sequence[tuple[str, str]] = ()
    csv_url: str = ""
    xlsx_url: str = ""
    ndjson_url: str = ""
    previous_url: str = ""
    next_url: str = ""
    filter_label: str = "Filter the list"
    status: int = 200


@dataclass(frozen=True)
class PageByKey:
    """Some rows in order, and the keys by which the pages before and after are asked for ("" where none is)."""

    rows: list[Any] = field(default_factory=list)
    before: str = ""
    after: str = ""


def listing_of(
    request: HttpRequest,
    filters: Any,
    columns: Sequence[ListColumn],
    *,
    default_sort: str,
    noun: tuple[str, str],
    on: Sequence[str],
) -> Listing:
    """A list over a FilterSet's queryset: two queries (rows, count up to a limit) whatever the number of rows.

    It rests on these parts of the site (editorial.resting); while they stay, its further pages do not count again.

    A filter that cannot be understood gives no rows, status 400, and the form with what was typed and why not.
    An unknown sort or parameter is refused by its name (400); an unknown page key is a mistyped address: Http404.
    """
    refuse_unknown(request, filters.form)
    sort = sort_of(request, columns, default_sort)
    order = order_of(sort, columns)
    is_valid = filters.is_valid()
    queryset = filters.qs if is_valid else filters.queryset.none()
    page = page_by_key(queryset, order, request.GET)
    listing = whole_list(
        request,
        filters.form,
        columns,
        sort=sort,
        rows=page.rows,
        count_in_words=keeping().value(("rows", csv_address(request)), lambda: counted_rows(queryset, noun), on=on)
        if is_valid
        else "The filters could not be understood.",
        filter_label=f"Filter {noun[1]}",
    )
    return replace(
        listing,
        previous_url=address(request, after=None, before=page.before) if page.before else "",
        next_url=address(request, before=None, after=page.after) if page.after else "",
        status=200 if is_valid else 400,
    )


def whole_list(
    request: HttpRequest,
    form: BaseForm,
    columns: Sequence[ListColumn],
    *,
    sort: str,
    rows: Sequence[object],
    count_in_words: str,
    filter_label: str,
) -> Listing:
    """A list on one page, with what is beside it: heads, filters in force, the same list as a file. Reads nothing."""
    return Listing(
        path=request.path,
        form=form,
        rows=rows,
        count_in_words=count_in_words,
        headings=headings_of(request, columns, sort),
        applied=applied_filters(request, form),
        kept=[(name, chosen) for name in ("sort", KNOWN_AT) if (chosen := request.GET.get(name))],
        csv_url=csv_address(request),
        filter_label=filter_label,
    )


def sorted_rows(rows: Iterable[R], sort: str, keys: Mapping[str, Callable[[R], Any]]) -> list[R]:
    """Rows by the column of a sort, "name" or "-name"; those of which the column says nothing (None) come last."""
    key = keys[sort.removeprefix("-")]
    known: list[R] = []
    unknown: list[R] = []
    for row in rows:
        (unknown if key(row) is None else known).append(row)
    return sorted(known, key=key, reverse=sort.startswith("-")) + unknown


def address(request: HttpRequest, **changed: str | None) -> str:
    """This page's address with some parameters changed, or left out where the value is None."""
    parameters = request.GET.copy()
    for name, value in changed.items():
        parameters[name] = value or ""
    for name in [name for name, value in parameters.items() if value == ""]:
        del parameters[name]
    query = parameters.urlencode()
    return f"{request.path}?{query}" if query else request.path


def page_or_part(
    request: HttpRequest, context: dict[str, Any], *, page: str, part: str, status: int = 200
) -> HttpResponse:
    """The page; while a reader types into it only the part that changes, and the address to show for it then.

    The part is always sent with 200: the script that asks for it shows nothing of an answer with an error.
    """
    asked: HtmxDetails | None = getattr(request, "htmx", None)
    is_part = asked is not None and bool(asked) and not asked.history_restore_request
    response = render(request, part if is_part else page, context, status=200 if is_part else status)
    patch_vary_headers(response, ["HX-Request"])
    if is_part:
        response["HX-Push-Url"] = address(request)
    return response


def csv_address(request: HttpRequest) -> str:
    """The same list as a file: /countries/?region=Africa → /countries.csv?region=Africa."""
    page_free = address(request, after=None, before=None)
    path, mark, query = page_free.partition("?")
    return f"{path.removesuffix('/')}.csv{mark}{query}"


def xlsx_address(request: HttpRequest) -> str:
    """The same list as an Excel workbook: /stockpiles/?region=Africa → /stockpiles.xlsx?region=Africa."""
    path, mark, query = csv_address(request).partition("?")
    return f"{path.removesuffix('.csv')}.xlsx{mark}{query}"


def ndjson_address(request: HttpRequest) -> str:
    """The same list as lines of JSON: /statements/?country=PER → /statements.ndjson?country=PER."""
    path, mark, query = csv_address(request).partition("?")
    return f"{path.removesuffix('.csv')}.ndjson{mark}{query}"


def csv_response(table: Table, name: str) -> StreamingHttpResponse:
    """A table as a CSV download, streamed; ``name`` without its ending."""
    pieces = (piece.encode() for piece in csv_pieces(table))
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8", headers=headers)


def file_response(table: Table, name: str, ending: str) -> HttpResponseBase:
    """A table as a download, "csv" or "xlsx"; ``name`` without its ending."""
    if ending == "csv":
        return csv_response(table, name)
    headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    return HttpResponse(xlsx_file(table), content_type=XLSX, headers=headers)


def applied_filters(request: HttpRequest, form: BaseForm) -> list[AppliedFilter]:
    """The form's filters that are in force, in words, each with the address that takes it away."""
    found = []
    cleaned: Mapping[str, Any] = getattr(form, "cleaned_data", {}) if form.is_bound else {}
    for name, form_field in form.fields.items():
        value = cleaned.get(name)
        if value in (None, "", [], ()):
            continue
        label = str(form_field.label or name)
        without = address(request, **{name: None}, **dict.fromkeys(PAGE_PARAMETERS))
        found.append(AppliedFilter(label, _in_words(form_field, value), without))
    return found


def _in_words(form_field: Field, value: Any) -> str:
    # an iterator: choices that are read when first asked for have no length
    offered: Iterable[tuple[object, object]] = flatten_choices(iter(getattr(form_field, "choices", ())))
    choices = {str(key): str(word) for key, word in offered}
    values = value if isinstance(value, list | tuple) or hasattr(value, "model") else [value]
    return ", ".join(choices.get(str(getattr(one, "pk", one)), str(one)) for one in values)


def sort_of(request: HttpRequest, columns: Sequence[ListColumn], default: str) -> str:
    """The sort asked for, "name" or "-name". Raises BadParameters for one the list does not offer."""
    sort = request.GET.get("sort", "") or default
    if sort.removeprefix("-") not in {column.name for column in columns if column.order}:
        offered = ", ".join(column.name for column in columns if column.order)
        said = f"This list cannot be sorted by “{sort[:LONGEST_SHOWN]}”, but by {offered}, each also with “-” before it."
        raise BadParameters([("sort", said)])
    return sort


def order_of(sort: str, columns: Sequence[ListColumn]) -> tuple[str, ...]:
    """The fields behind a sort, with their signs turned where it is descending."""
    (column,) = [column for column in columns if column.name == sort.removeprefix("-")]
    return column.order if not sort.startswith("-") else tuple(turned(name) for name in column.order)


def headings_of(request: HttpRequest, columns: Sequence[ListColumn], sort: str) -> list[ListHeading]:
    """The heads of the columns; the one the list is sorted by turns its direction when followed."""
    heads = []
    for column in columns:
        direction = ""
        if sort.removeprefix("-") == column.name:
            direction = "descending" if sort.startswith("-") else "ascending"
        target = f"-{column.name}" if direction == "ascending" else column.name
        url = address(request, sort=target, after=None, before=None) if column.order else ""
        heads.append(ListHeading(column.label, url, direction, column.is_number))
    return heads


def page_by_key(queryset: QuerySet, order: Sequence[str], asked: QueryDict, size: int = PAGE_SIZE) -> PageByKey:
    """The rows after (or before) the key that the address names: one query, as quick on the last page as the first.

    ``order`` ends with a unique field and names no nullable one. Raises Http404 for a key that no page gave out.
    """
    key = asked.get("after") or asked.get("before") or ""
    backwards = bool(key) and not asked.get("after")
    walk = [turned(name) for name in order] if backwards else list(order)
    chosen = queryset.order_by(*walk)
    if key:
        try:
            chosen = chosen.filter(beyond(walk, _values(key, len(walk))))
            rows = list(chosen[: size + 1])
        except (ValueError, TypeError, OverflowError, ValidationError):
            raise Http404("This page of the list does not exist.") from None
    else:
        rows = list(chosen[: size + 1])
    has_more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return PageByKey()
    return PageByKey(
        rows,
        before=_key(rows[0], order) if (has_more if backwards else key) else "",
        after=_key(rows[-1], order) if (True if backwards else has_more) else "",
    )


def _key(row: Model, order: Sequence[str]) -> str:
    values = [attrgetter(name.lstrip("-").replace("__", "."))(row) for name in order]
    plain = [value if isinstance(value, int) else getattr(value, "stored", None) or str(value) for value in values]
    packed = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    return urlsafe_b64encode(packed).rstrip(b"=").decode()


def _values(key: str, length: int) -> list[str | int]:
    values = json.loads(urlsafe_b64decode(key + "=" * (-len(key) % 4)))
    if (
        not isinstance(values, list)
        or len(values) != length
        or not all(isinstance(value, str | int) and "\x00" not in str(value) for value in values)
    ):
        raise ValueError("not a key of this list")
    return values


def counted_rows(queryset: QuerySet, noun: tuple[str, str], limit: int = COUNT_LIMIT) -> str:
    """How many rows, in words; beyond a limit only "More than 1,000", so that counting stays cheap."""
    number = queryset.order_by()[: limit + 1].count()
    return f"More than {limit:,} {noun[1]}" if number > limit else counted(number, noun)


def counted(number: int, noun: tuple[str, str]) -> str:
    """ "No states", "One state", "Twelve states", "197 states"."""
    word = in_words(number) if number else "no"
    word = f"{number:,}" if word.isdigit() else word.capitalize()
    return f"{word} {noun[0] if number == 1 else noun[1]}"
