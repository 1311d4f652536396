"""What states did towards treaties."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from countries.models import TreatyAction
from editorial.texts import plain_text

from .source import PlaceInSourceSerializer, place_in_source, sources_of
from .state import StateSerializer
from .treaty import TreatyLinkSerializer


class TreatyActionSerializer(serializers.ModelSerializer):
    """One act: signature, deposit, declaration or notice, with its sources."""

    treaty = TreatyLinkSerializer()
    state = StateSerializer(source="country")
    note = serializers.SerializerMethodField(
        help_text="In plain words; the documents it cites are among the sources."
    )
    sources = serializers.SerializerMethodField()

    class Meta:
        model = TreatyAction
        fields = [
            "id",
            "treaty",
            "state",
            "kind",
            "date",
            "effective_on",
            "published_effect",
            "in_armed_conflict",
            "place",
            "official",
            "note",
            "sources",
        ]

    def get_note(self, action: TreatyAction) -> str:
        return " ".join(plain_text(action.note).split()) if action.note else ""

    @extend_schema_field(PlaceInSourceSerializer(many=True))
    def get_sources(self, action: TreatyAction) -> list[dict[str, str]]:
        found = sources_of(action, self.context)
        for use in self.context["cited"].get(action.pk, []):
            if use.source != action.source:
                found.append(place_in_source(use.source, use.locator, self.context))
        return found
