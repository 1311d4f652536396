"""Photographs, videos and slides that sources show."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.address import whole
from api.v1.serializers.source import OwnSourceSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import Medium, MediumKind


class MediumFilter(filters.FilterSet):
    country = by_country()
    kind = filters.ChoiceFilter(choices=MediumKind.choices)


class MediumSerializer(OwnSourceSerializer[Medium]):
    """What a source shows, in words; ``file`` and its hash where readers may have a copy, null and empty elsewhere."""

    state = StateSerializer(source="country")
    file = serializers.SerializerMethodField()
    file_type = serializers.SerializerMethodField(help_text="Media type of the file.")
    sha256 = serializers.SerializerMethodField(help_text="SHA-256 of the file.")

    class Meta:
        model = Medium
        fields = [
            *("id", "state", "kind", "words", "number", "made_on", "credit"),
            *("file", "file_type", "sha256", "sources"),
        ]

    def get_file(self, medium: Medium) -> str | None:
        return whole(medium.get_file_url(), self.context) if medium.is_offered else None

    def get_file_type(self, medium: Medium) -> str:
        return medium.file_type if medium.is_offered else ""

    def get_sha256(self, medium: Medium) -> str:
        return medium.sha256 if medium.is_offered else ""


class MediumViewSet(Noun[Medium]):
    """Photographs, videos and slides that sources show of a state, each with its source."""

    queryset = Medium.objects.select_related("country", "source").order_by("pk")
    serializer_class = MediumSerializer
    filterset_class = MediumFilter
