"""The source library: citable documents, and where they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.source import SourceLinkSerializer
from editorial.models import CitationUse, Source, SourceKind
from editorial.queries import public_sources, public_uses


class SourceFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=SourceKind.choices)
    un_symbol = filters.CharFilter(lookup_expr="iexact", help_text="CCM/CW/SR/2")
    to_be_checked = filters.BooleanFilter()


class SourceSerializer(SourceLinkSerializer):
    """A source with its facts."""

    authors = serializers.ListField(child=serializers.CharField(), source="facts.authors", read_only=True)
    page = PageField()
    address = serializers.CharField(
        source="url", allow_blank=True, help_text="Where the document itself is; empty where no address is known."
    )
    archived_url = serializers.CharField(
        allow_blank=True, help_text="A copy in an archive; empty where none is known."
    )

    class Meta(SourceLinkSerializer.Meta):
        fields = [
            *SourceLinkSerializer.Meta.fields,
            *("page", "kind", "authors", "title", "english_title", "publisher", "un_symbol", "meeting_session"),
            *("place", "document_date", "event_date", "language"),
            *("address", "archived_url", "accessed_on", "to_be_checked", "compared_on"),
        ]


class SourceUseSerializer(serializers.Serializer[CitationUse]):
    """One published place that cites the source."""

    title = serializers.CharField(source="text")
    page = PageField(source="text.get_absolute_url")
    note = serializers.IntegerField(
        allow_null=True, help_text="Number of the footnote; null when cited in the text."
    )
    locator = serializers.CharField(allow_blank=True)


class SourceDetailSerializer(SourceSerializer):
    """One source and every published text that cites it."""

    uses = serializers.SerializerMethodField()

    class Meta(SourceSerializer.Meta):
        fields = [*SourceSerializer.Meta.fields, "uses"]

    @extend_schema_field(SourceUseSerializer(many=True))
    def get_uses(self, source: Source) -> list[dict[str, object]]:
        return list(SourceUseSerializer(self.context["uses"], many=True, context=self.context).data)


class SourceViewSet(Noun[Source]):
    """Every document that something published rests on."""

    queryset = Source.objects.none()  # for the description; rows come from get_queryset
    serializer_class = SourceSerializer
    detail_serializer_class = SourceDetailSerializer
    filterset_class = SourceFilter
    lookup_field = "key"
    lookup_value_regex = r"[A-Za-z0-9][A-Za-z0-9_:.-]*"

    def get_queryset(self) -> QuerySet[Source]:
        return public_sources(timezone.now()).order_by("pk")

    def read_for(self, rows: Sequence[Source]) -> Mapping[str, object]:
        return {"uses": [use for source in rows for use in uses_with_pages(source)]} if self.detail else {}


def uses_with_pages(source: Source) -> list[CitationUse]:
    """The published places that cite a source and have a page of their own."""
    uses = public_uses(timezone.now()).filter(source=source)
    rows = uses.select_related("content_type").prefetch_related("text")
    return [use for use in rows if hasattr(use.text, "get_absolute_url")]
