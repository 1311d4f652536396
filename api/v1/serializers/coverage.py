"""How far the record of each kind of fact reaches."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from countries.models import Coverage

from .source import SourceLinkSerializer


class CoverageSerializer(serializers.ModelSerializer):
    """One kind of fact: whole or in part, up to which day, checked by what, and what is missing."""

    id = serializers.CharField(source="anchor", help_text="Kind and scope: treaty-acts-ccm.")
    name = serializers.CharField(source="get_kind_display")
    scope = serializers.CharField(help_text="A treaty (ccm) or an article (article-3); empty for the whole kind.")
    sources = serializers.SerializerMethodField()

    class Meta:
        model = Coverage
        fields = [
            "id",
            "kind",
            "name",
            "scope",
            "extent",
            "complete_until",
            "checked_on",
            "covers",
            "missing",
            "sources",
        ]

    @extend_schema_field(SourceLinkSerializer(many=True))
    def get_sources(self, coverage: Coverage) -> list[dict[str, str]]:
        if coverage.source is None:
            return []
        return [SourceLinkSerializer(coverage.source, context=self.context).data]
