"""How lists are cut into pages, and the envelope that every list comes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.utils.timezone import localdate
from rest_framework.pagination import CursorPagination, PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from countries.queries.coverage import asked

from .parameters import DAYS_SCHEMA, KNOWN_AT, days

MAX_PAGE_SIZE = 500
DEEP = 500  # rows before a page, from which on its keys are read by themselves
Kind = TypeVar("Kind", bound=Model)
Row = TypeVar("Row")


class ByCursor(CursorPagination):
    """Pages by key: as quick at the end as at the beginning, for those who take everything."""

    page_size = 100
    page_size_query_param = "page_size"
    max_page_size = MAX_PAGE_SIZE
    ordering = "pk"


class ByNumber(Paginator):
    """Pages by number, of which the deep ones cost no more than those in front.

    The keys of a page are read first, from an index that has the order and what readers see, and from the nearer end;
    then the rows of these alone.
    """

    def page(self, number: int | str) -> Page:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        if first < DEEP or not isinstance(self.object_list, QuerySet):
            return super().page(number)
        end = min(first + self.per_page, self.count)
        keys = self.object_list.values_list("pk", flat=True)
        if first > self.count // 2:
            nearer = list(keys.reverse()[self.count - end : self.count - first])
        else:
            nearer = list(keys[first:end])
        return Page(list(self.object_list.filter(pk__in=nearer)), number, self)


class Pages(PageNumberPagination):
    """``?page=`` with a count, for people; ``?cursor=`` (empty to begin) without one, for whole copies."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = MAX_PAGE_SIZE
    parameters = frozenset({"page", "page_size", "cursor"})
    django_paginator_class = ByNumber

    def paginate_queryset(
        self, queryset: QuerySet[Kind, Row] | Sequence[Row], request: Request, view: APIView | None = None
    ) -> list[Row] | None:
        self.by_cursor = ByCursor() if "cursor" in request.query_params else None
        when = asked(None, today=localdate(), about=getattr(view, "about", ()))
        # a list of which nobody has said how far its record reaches speaks of no day
        self.days = days(when) if when.complete_until else {**days(when), "as_of": None}
        if self.by_cursor:
            return self.by_cursor.paginate_queryset(queryset, request, view)
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
