"""What every fact carries: its state, sources, certainty and rank."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from editorial.models import Cited
from editorial.queries.proof import NO_PROOF, Proof

from .source import SourceLinkSerializer
from .state import PartialDateSerializer, StateSerializer


class CitedSourceSerializer(SourceLinkSerializer):
    """A source beside a fact, with the place in it."""

    locator = serializers.CharField(allow_blank=True, help_text="The page or part cited; empty for the whole.")

    class Meta(SourceLinkSerializer.Meta):
        fields = [*SourceLinkSerializer.Meta.fields, "locator"]

    def to_representation(self, instance: Cited) -> dict[str, Any]:
        source = instance.source
        return {
            "key": source.key,
            "citation": source.line(instance.locator),
            "url": self.get_url(source),
            "locator": instance.locator,
        }


class SourcedSerializer(serializers.ModelSerializer):
    """A record whose note cites its sources. The view puts the proofs of a whole page into the context."""

    note = serializers.SerializerMethodField(help_text="In plain words; the documents it cites are the sources.")
    sources = serializers.SerializerMethodField()

    def proof(self, record: Any) -> Proof:
        found: Proof = self.context["proofs"].get((type(record), record.pk), NO_PROOF)
        return found

    def get_note(self, record: Any) -> str:
        return self.proof(record).words

    @extend_schema_field(CitedSourceSerializer(many=True))
    def get_sources(self, record: Any) -> Any:
        return CitedSourceSerializer(self.proof(record).sources, many=True, context=self.context).data


class ClaimSerializer(SourcedSerializer):
    """A claim on one state. Contradicting claims are all given; the rank says which one is used, and why."""

    state = StateSerializer(source="country")
    page = serializers.SerializerMethodField(help_text="Where readers find it, with its sources.")
    as_of = PartialDateSerializer(allow_null=True, help_text="What the claim is about.")
    made_on = PartialDateSerializer(
        allow_null=True, help_text="When it was said: the date of the edition or document that says so."
    )

    def get_page(self, record: Any) -> str:
        path = record.get_absolute_url()
        request = self.context.get("request")
        return request.build_absolute_uri(path) if request else path


CLAIM_FIELDS = ["made_on", "certainty", "rank", "rank_reason", "note", "sources"]
