"""Citable documents, and where they are used."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.reverse import reverse

from editorial.models import Source
from editorial.queries.proof import named_by, proof_of

from .state import PartialDateSerializer


class SourceLinkSerializer(serializers.ModelSerializer):
    """A source beside a fact: key, citation line, address."""

    citation = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()

    class Meta:
        model = Source
        fields = ["key", "citation", "url"]

    def get_citation(self, source: Source) -> str:
        return source.line()

    def get_url(self, source: Source) -> str:
        return reverse("v1:source-detail", args=[source.key], request=self.context.get("request"))


class PlaceInSourceSerializer(SourceLinkSerializer):
    """A source beside a fact that names it in a field of its own, with the place in it."""

    locator = serializers.CharField(allow_blank=True, help_text="Where in the source: note 13, p. 5.")

    class Meta(SourceLinkSerializer.Meta):
        fields = [*SourceLinkSerializer.Meta.fields, "locator"]


def place_in_source(source: Source, locator: str, context: Any) -> dict[str, Any]:
    """What PlaceInSourceSerializer describes."""
    return {**SourceLinkSerializer(source, context=dict(context)).data, "locator": locator}


def sources_of(row: Any, context: Any, *, with_note: bool = False) -> list[dict[str, Any]]:
    """The source of a row that names it in a field of its own, with the place in it; none where it names none.

    ``with_note`` adds those that the row's note cites (one query).
    """
    found = proof_of(row).sources if with_note else named_by(row)
    return [place_in_source(one.source, one.locator, context) for one in found]


class SourceSerializer(SourceLinkSerializer):
    """A source with its facts."""

    authors = serializers.SerializerMethodField()
    document_date = PartialDateSerializer(allow_null=True)
    page = serializers.SerializerMethodField(help_text="The public page.")
    address = serializers.URLField(source="url", help_text="Where the document itself is.")

    class Meta(SourceLinkSerializer.Meta):
        fields = [
            *SourceLinkSerializer.Meta.fields,
            "page",
            "kind",
            "authors",
            "title",
            "english_title",
            "publisher",
            "un_symbol",
            "meeting_session",
            "place",
            "document_date",
            "event_date",
            "language",
            "address",
            "archived_url",
            "accessed_on",
            "to_be_checked",
            "compared_on",
        ]

    def get_authors(self, source: Source) -> list[str]:
        return list(source.facts.authors)

    def get_page(self, source: Source) -> str:
        path = source.get_absolute_url()
        request = self.context.get("request")
        return request.build_absolute_uri(path) if request else path


class SourceUseSerializer(serializers.Serializer):
    """One published place that cites the source."""

    title = serializers.CharField()
    page = serializers.CharField()
    note = serializers.IntegerField(
        allow_null=True, help_text="Number of the footnote; null when cited in the text."
    )
    locator = serializers.CharField(allow_blank=True)


class SourceDetailSerializer(SourceSerializer):
    """One source and every published text that cites it."""

    uses = serializers.SerializerMethodField()

    class Meta(SourceSerializer.Meta):
        fields = [*SourceSerializer.Meta.fields, "uses"]

    def get_uses(self, source: Source) -> list[dict[str, Any]]:
        request = self.context["request"]
        return [
            {
                "title": str(use.text),
                "page": request.build_absolute_uri(use.text.get_absolute_url()),
                "note": use.note,
                "locator": use.locator,
            }
            for use in self.context["uses"]
        ]
