"""How lists are cut into pages, and the envelope that every list comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from rest_framework.pagination import CursorPagination, PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from countries.queries.coverage import asked
from editorial.queries.by_key import beyond, every
from editorial.queries.kept import keeping
from editorial.resting import resting_of

from .parameters import DAYS_SCHEMA, KNOWN_AT, days

MAX_PAGE_SIZE = 500
DEEP = 500  # rows before a page, from which on its keys are read by themselves
STEP = 1_000  # rows from one landmark to the next
Kind = TypeVar("Kind", bound=Model)
Row = TypeVar("Row")
Value = TypeVar("Value")


class ByCursor(CursorPagination):
    """Pages by key: as quick at the end as at the beginning, for those who take everything."""

    page_size = 100
    page_size_query_param = "page_size"
    max_page_size = MAX_PAGE_SIZE
    ordering = "pk"


class ByNumber(Paginator):
    """Pages by number, of which the deep ones cost no more than those in front.

    How many rows there are, and where every thousandth of them stands, is kept until something changes on which the
    list rests. From there the keys of a page are read first, from an index that has the order and what readers see;
    then the rows of these alone.
    """

    def __init__(
        self, rows: QuerySet | Sequence[object], size: int, *, name: str, on: Sequence[str] | None
    ) -> None:
        super().__init__(rows, size)
        self.name, self.on = name, on
        self.keeping = None if on is None else keeping()

    @cached_property
    def count(self) -> int:
        """All rows of the list."""
        return self._kept("count", lambda: Paginator(self.object_list, self.per_page).count)

    def page(self, number: int | str) -> Page:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        if first < DEEP or not isinstance(self.object_list, QuerySet):
            return super().page(number)
        return Page(list(self.object_list.filter(pk__in=self._keys(self.object_list, first))), number, self)

    def _keys(self, rows: QuerySet, first: int) -> list[object]:
        """Those of a page: from the last landmark before it, or else from the nearer end of the list."""
        end, order = min(first + self.per_page, self.count), _order_of(rows)
        keys = rows.values_list("pk", flat=True)
        marks: list[tuple[object, ...]] = []
        if self.keeping is not None and order and first >= STEP:
            marks = self._kept("landmarks", lambda: every(STEP, rows, order))[: first // STEP]
        if marks:
            passed = STEP * len(marks)
            return list(keys.filter(beyond(order, marks[-1]))[first - passed : end - passed])
        if first > self.count // 2:
            return list(keys.reverse()[self.count - end : self.count - first])
        return list(keys[first:end])

    def _kept(self, what: str, make: Callable[[], Value]) -> Value:
        if self.keeping is None:
            return make()
        return self.keeping.value((what, self.name), make, on=self.on or ())


def _order_of(rows: QuerySet) -> Sequence[str]:
    """The fields of the list's own order, if a row can be found by them again: the last is the key, none can be empty."""
    fields = rows.model._meta.concrete_fields
    key = next(field.name for field in fields if field.primary_key)
    own = {"pk": key, "-pk": f"-{key}"}
    order = [own.get(name, name) for name in map(str, rows.query.order_by)]
    names = [name.lstrip("-") for name in order]
    is_plain = {field.name for field in fields if not field.null}.issuperset(names)
    return order if is_plain and names[-1:] == [key] else ()


class Pages(PageNumberPagination):
    """``?page=`` with a count, for people; ``?cursor=`` (empty to begin) without one, for whole copies."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = MAX_PAGE_SIZE
    parameters = frozenset({"page", "page_size", "cursor"})
    django_paginator_class: Any  # set for each list, with its name

    def paginate_queryset(
        self, queryset: QuerySet[Kind, Row] | Sequence[Row], request: Request, view: APIView | None = None
    ) -> list[Row] | None:
        self.by_cursor = ByCursor() if "cursor" in request.query_params else None
        when = asked(None, today=localdate(), about=getattr(view, "about", ()))
        # a list of which nobody has said how far its record reaches speaks of no day
        self.days = days(when) if when.complete_until else {**days(when), "as_of": None}
        if self.by_cursor:
            return self.by_cursor.paginate_queryset(queryset, request, view)
        self.django_paginator_class = partial(ByNumber, name=_name(request), on=resting_of(type(view)).parts)
        return super().paginate_queryset(queryset, request, view)

    def get_paginated_response(self, data: Sequence[object]) -> Response:
        answer = (
            self.by_cursor.get_paginated_response(data) if self.by_cursor else super().get_paginated_response(data)
        )
        answer.data = {**dict(answer.data), **self.days}
        return answer

    def get_paginated_response_schema(self, schema: dict[str, object]) -> dict[str, object]:
        described = super().get_paginated_response_schema(schema)
        for name in ("next", "previous"):
            link = described["properties"][name]
            link.pop("nullable", None)
            link["type"] = ["string", "null"]
        described["properties"]["count"]["description"] = "How many rows there are; absent where pages go by key."
        described["properties"] |= DAYS_SCHEMA
        described["required"] = ["next", "previous", "results", *DAYS_SCHEMA]
        return described

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, object]]:
        then = {
            "name": KNOWN_AT.name,
            "required": False,
            "in": "query",
            "description": KNOWN_AT.description,
            "schema": {"type": "string"},
        }
        return [
            *super().get_schema_operation_parameters(view),
            *([then] if getattr(view, "knows_then", False) else []),
            {
                "name": "cursor",
                "required": False,
                "in": "query",
                "description": "Page by key instead of by number: empty for the first page, then as `next` gives it.",
                "schema": {"type": "string"},
            },
        ]


def _name(request: Request) -> str:
    """A list by its address, whichever of its pages is asked for."""
    filters = sorted(one for one in request.query_params.lists() if one[0] not in Pages.parameters)
    return f"{request.path} {filters}"
