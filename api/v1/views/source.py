"""The source library."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.v1.filters.source import SourceFilter
from api.v1.serializers.source import SourceDetailSerializer, SourceSerializer
from editorial.models import Source
from editorial.queries import public_sources, public_uses


class SourceViewSet(ReadOnlyModelViewSet):
    """Every document that something published rests on."""

    queryset = Source.objects.none()  # for the description; rows come from get_queryset
    filterset_class = SourceFilter
    lookup_field = "key"
    lookup_value_regex = r"[A-Za-z0-9][A-Za-z0-9_:.-]*"

    def get_queryset(self) -> QuerySet[Source]:
        return public_sources(timezone.now()).order_by("pk")

    def get_serializer_class(self) -> type[SourceSerializer]:
        return SourceDetailSerializer if self.detail else SourceSerializer

    def get_serializer_context(self) -> dict[str, Any]:
        context = dict(super().get_serializer_context())
        if self.detail and "key" in self.kwargs:
            context["uses"] = public_uses_with_pages(self.kwargs["key"])
        return context


def public_uses_with_pages(key: str) -> list[Any]:
    """The published places that cite a source and have a page of their own."""
    uses = (
        public_uses(timezone.now()).filter(source__key=key).select_related("content_type").prefetch_related("text")
    )
    return [use for use in uses if hasattr(use.text, "get_absolute_url")]
