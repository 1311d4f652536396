"""What states did towards treaties."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from countries.models import TreatyAction
from editorial.texts import plain_text

from .source import SourceLinkSerializer
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

    @extend_schema_field(SourceLinkSerializer(many=True))
    def get_sources(self, action: TreatyAction) -> list[dict[str, str]]:
        found = [action.source] if action.source else []
        found += [source for source in self.context["cited"].get(action.pk, []) if source not in found]
        return [SourceLinkSerializer(source, context=self.context).data for source in found]
