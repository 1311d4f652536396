"""How far the record of each kind of fact reaches."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.noun import Listed
from api.v1.serializers.source import NamedSourceSerializer
from countries.models import Coverage, Extent, FactKind


class CoverageFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=FactKind.choices, help_text="treaty_acts")
    extent = filters.ChoiceFilter(choices=Extent.choices)


class CoverageSerializer(NamedSourceSerializer[Coverage]):
    """One kind of fact: whole or in part, up to which day, checked by what, and what is missing."""

    id = serializers.CharField(source="anchor", help_text="Kind and scope: treaty-acts-ccm.")
    name = serializers.CharField(source="get_kind_display")
    scope = serializers.CharField(help_text="A treaty (ccm) or an article (article-3); empty for the whole kind.")

    class Meta:
        model = Coverage
        fields = [
            *("id", "kind", "name", "scope"),
            *("extent", "complete_until", "checked_on", "covers", "missing", "sources"),
        ]


class CoverageViewSet(Listed[Coverage]):
    """For every kind of fact: up to which day it is recorded, whole or in part, by which source, and what is missing."""

    queryset = Coverage.objects.select_related("source").order_by("kind", "scope")
    serializer_class = CoverageSerializer
    filterset_class = CoverageFilter
