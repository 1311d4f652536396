"""Bad questions get an answer that names the parameter, never a silently wrong list."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request
from rest_framework.views import APIView

from .pagination import Pages
from .parameters import KNOWN_AT, refuse_unknown

Row = TypeVar("Row", bound=Model)


class StrictFilterBackend(DjangoFilterBackend):
    """django-filter, with 400 for a parameter that the address does not know."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Row], view: APIView) -> QuerySet[Row]:
        filterset = self.get_filterset_class(view, queryset)
        known = set(filterset.base_filters if filterset else ()) | Pages.parameters
        refuse_unknown(request, known | ({KNOWN_AT.name} if getattr(view, "knows_then", False) else set()))
        asks = filterset and any(name in request.query_params for name in filterset.base_filters)
        return super().filter_queryset(request, queryset, view) if asks else queryset
