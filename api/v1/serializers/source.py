"""The sources of a record, as every fact carries them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import Model
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from editorial.models import Cited, Source, Sourced
from editorial.queries.proof import NO_PROOF, Proof

from .address import EntryField, entry
from .state import RecordSerializer, Row

Placed = TypeVar("Placed", bound=Sourced)
Proofs = Mapping[tuple[type[Model], int], Proof]


class SourceLinkSerializer(RecordSerializer):
    """A source beside a fact: key, citation line, address."""

    citation = serializers.CharField(source="line", read_only=True)
    url = EntryField("source", "key")

    class Meta:
        model = Source
        fields = ["key", "citation", "url"]


class PlaceInSourceSerializer(SourceLinkSerializer):
    """A source beside a fact that names it in a field of its own, with the place in it."""

    locator = serializers.CharField(allow_blank=True, help_text="Where in the source: note 13, p. 5.")

    class Meta(SourceLinkSerializer.Meta):
        fields = [*SourceLinkSerializer.Meta.fields, "locator"]

    def to_representation(self, instance: Cited) -> dict[str, str]:
        source = instance.source
        return {
            "key": source.key,
            "citation": self.line(instance),
            "url": entry("source", source.key, self.context),
            "locator": instance.locator,
        }

    def line(self, place: Cited) -> str:
        return place.source.line()


class CitedSourceSerializer(PlaceInSourceSerializer):
    """A source beside a fact, with the place in it."""

    locator = serializers.CharField(allow_blank=True, help_text="The page or part cited; empty for the whole.")

    def line(self, place: Cited) -> str:
        return place.line


class ProvenSerializer(RecordSerializer[Row]):
    """A record with its sources. The noun reads the proofs of a whole page at once and puts them into the context."""

    sources = serializers.SerializerMethodField()

    def proof(self, record: Row) -> Proof:
        proofs: Proofs = self.context.get("proofs", {})
        return proofs.get((type(record), record.pk), NO_PROOF)


class SourcedSerializer(ProvenSerializer[Row]):
    """A record whose note cites its sources."""

    note = serializers.SerializerMethodField(help_text="In plain words; the documents it cites are the sources.")

    def get_note(self, record: Row) -> str:
        return self.proof(record).words

    @extend_schema_field(CitedSourceSerializer(many=True))
    def get_sources(self, record: Row) -> list[dict[str, str]]:
        return list(CitedSourceSerializer(self.proof(record).sources, many=True, context=self.context).data)


class OwnSourceSerializer(ProvenSerializer[Placed]):
    """A record that names its source in a field of its own; further places that its note cites come after it."""

    @extend_schema_field(PlaceInSourceSerializer(many=True))
    def get_sources(self, record: Placed) -> list[dict[str, str]]:
        own = [Cited(record.source, record.source_locator)] if record.source else []
        noted = [one for one in self.proof(record).sources if one not in own]
        return list(PlaceInSourceSerializer([*own, *noted], many=True, context=self.context).data)


class NamedSourceSerializer(RecordSerializer[Row]):
    """A row that names one source, or none, and no place in it."""

    sources = serializers.SerializerMethodField()

    @extend_schema_field(SourceLinkSerializer(many=True))
    def get_sources(self, row: Row) -> list[dict[str, str]]:
        source: Source | None = getattr(row, "source", None)
        return [SourceLinkSerializer(source, context=self.context).data] if source else []
