"""How far the record reaches."""

from __future__ import annotations

from rest_framework.mixins import ListModelMixin
from rest_framework.viewsets import GenericViewSet

from api.v1.filters.coverage import CoverageFilter
from api.v1.serializers.coverage import CoverageSerializer
from countries.models import Coverage


class CoverageViewSet(ListModelMixin, GenericViewSet):
    """For every kind of fact: up to which day it is recorded, whole or in part, by which source, and what is missing."""

    queryset = Coverage.objects.select_related("source").order_by("kind", "scope")
    serializer_class = CoverageSerializer
    filterset_class = CoverageFilter
