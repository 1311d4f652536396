"""Requests for more time under Articles 3 and 4."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from stockpiles.models import ExtensionBenchmark, ExtensionRequest, ExtensionRequestVersion

from .claim import CLAIM_FIELDS, ClaimSerializer
from .source import SourceLinkSerializer
from .state import PartialDateSerializer


class MeetingNameSerializer(serializers.Serializer):
    """A meeting, as far as a decision names it."""

    slug = serializers.CharField()
    name = serializers.CharField(source="short_name")


class ExtensionVersionSerializer(serializers.ModelSerializer):
    """One version as it was filed."""

    filed_on = PartialDateSerializer(allow_null=True)
    document = SourceLinkSerializer(allow_null=True)

    class Meta:
        model = ExtensionRequestVersion
        fields = ["number", "filed_on", "months_requested", "document"]


class ExtensionBenchmarkSerializer(serializers.ModelSerializer):
    """A step that the states attached to the extension."""

    due = PartialDateSerializer(allow_null=True)
    met_on = PartialDateSerializer(allow_null=True)

    class Meta:
        model = ExtensionBenchmark
        fields = ["number", "text", "due", "met_on"]


class ExtensionRequestSerializer(ClaimSerializer):
    """One request with its versions, decision and benchmarks. The granted date is authoritative.

    `evidence` says what the outcome rests on: `stated` by a source, derived from a `later_text`, or empty where no source
    seen speaks of it. A `procedure` of `unknown` means that no source says whether a meeting or a silence procedure
    decided; `decided_at` is then the meeting to which the request was put.
    """

    requested_on = PartialDateSerializer(allow_null=True)
    requested_until = PartialDateSerializer(allow_null=True, help_text="The date the state asked for.")
    decision_words = serializers.CharField(help_text="What is known of the decision, in words.")
    decided_on = PartialDateSerializer(allow_null=True)
    decided_at = MeetingNameSerializer(allow_null=True)
    granted_until = PartialDateSerializer(allow_null=True)
    clearance = serializers.SerializerMethodField(
        help_text="For Article 4: which clearance, if the state has several."
    )
    versions = ExtensionVersionSerializer(many=True)
    benchmarks = ExtensionBenchmarkSerializer(many=True)

    class Meta:
        model = ExtensionRequest
        fields = [
            "id",
            "state",
            "page",
            "article",
            "number",
            "clearance",
            "requested_on",
            "months_requested",
            "requested_until",
            "outcome",
            "evidence",
            "procedure",
            "decision_words",
            "decided_on",
            "decided_at",
            "decided_at_text",
            "months_granted",
            "granted_until",
            "versions",
            "benchmarks",
            *CLAIM_FIELDS,
        ]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_clearance(self, request: ExtensionRequest) -> Any:
        return (request.obligation.name or None) if request.obligation else None
