"""Positions: what a state or organisation says on a theme in a published statement."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.reverse import reverse

from meetings.models import ListedPosition

from .source import SourceLinkSerializer
from .state import StateSerializer
from .statement import StatementThemeSerializer


class PositionSerializer(serializers.ModelSerializer):
    """One position with its statement and its source."""

    country = StateSerializer(allow_null=True)
    organisation = serializers.SerializerMethodField(help_text="slug, name; null for a state.")
    theme = StatementThemeSerializer()
    statement = serializers.SerializerMethodField(help_text="id, title, url.")
    citation = serializers.CharField(help_text="Where it is recorded, with the locator.")
    sources = serializers.SerializerMethodField()

    class Meta:
        model = ListedPosition
        fields = [
            "country",
            "organisation",
            "theme",
            "stance",
            "paraphrase",
            "quote",
            "quote_language",
            "translation",
            "statement",
            "citation",
            "sources",
        ]

    def get_organisation(self, row: ListedPosition) -> Any:
        return {"slug": row.organisation.slug, "name": str(row.organisation)} if row.organisation else None

    def get_statement(self, row: ListedPosition) -> Any:
        url = reverse("v1:statement-detail", args=[row.listed.statement_id], request=self.context["request"])
        return {"id": row.listed.statement_id, "title": row.listed.title, "url": url}

    def get_sources(self, row: ListedPosition) -> Any:
        return [SourceLinkSerializer(row.source, context=self.context).data] if row.source else []
