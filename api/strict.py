"""Bad questions get an answer that names the parameter, never a silently wrong list."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from .pagination import Pages


class StrictFilterBackend(DjangoFilterBackend):
    """django-filter, with 400 for a parameter that the address does not know."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        refuse_unknown(request, self.known(view, queryset))
        return super().filter_queryset(request, queryset, view)

    def known(self, view: Any, queryset: QuerySet) -> set[str]:
        filterset = self.get_filterset_class(view, queryset)
        names = set(filterset.base_filters) if filterset else set()
        return names | set(Pages.parameters) | set(getattr(view, "extra_parameters", ()))


def refuse_unknown(request: Request, known: set[str]) -> None:
    """Raises a 400 naming each query parameter that is not among ``known``."""
    unknown = sorted(set(request.query_params) - known - {"format"})
    if unknown:
        hint = ", ".join(sorted(known)) or "none"
        raise ValidationError(
            {name: [f"Unknown parameter. Known here: {hint}."] for name in unknown}, code="unknown"
        )
