"""Requests for more time under Articles 3 and 4."""

from __future__ import annotations

from django.db.models import Prefetch
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import ClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from api.v1.serializers.link import MeetingNameSerializer
from api.v1.serializers.source import SourceLinkSerializer
from api.v1.serializers.state import PartialDateSerializer, RecordSerializer
from countries.models import FactKind
from countries.queries.coverage import EVERY
from stockpiles.models import Article, ExtensionBenchmark, ExtensionRequest, ExtensionRequestVersion, Outcome


class ExtensionRequestFilter(ClaimFilter):
    article = filters.TypedChoiceFilter(choices=Article.choices, coerce=int)
    outcome = filters.ChoiceFilter(choices=Outcome.choices)
    meeting = filters.CharFilter(field_name="decided_at__slug", help_text="9msp")


class ExtensionVersionSerializer(RecordSerializer[ExtensionRequestVersion]):
    """One version as it was filed."""

    document = SourceLinkSerializer(allow_null=True)

    class Meta:
        model = ExtensionRequestVersion
        fields = ["number", "filed_on", "months_requested", "document"]


class ExtensionBenchmarkSerializer(RecordSerializer[ExtensionBenchmark]):
    """A step that the states attached to the extension."""

    class Meta:
        model = ExtensionBenchmark
        fields = ["number", "text", "due", "met_on"]


class ExtensionRequestSerializer(ClaimSerializer[ExtensionRequest]):
    """One request with its versions, decision and benchmarks. The granted date is authoritative.

    `evidence` says what the outcome rests on: `stated` by a source, derived from a `later_text`, or empty where no source
    seen speaks of it. A `procedure` of `unknown` means that no source says whether a meeting or a silence procedure
    decided; `decided_at` is then the meeting to which the request was put.
    """

    requested_until = PartialDateSerializer(allow_null=True, help_text="The date the state asked for.")
    decision_words = serializers.CharField(help_text="What is known of the decision, in words.")
    decided_at = MeetingNameSerializer(allow_null=True)
    clearance = serializers.SerializerMethodField(
        help_text="For Article 4: which clearance, if the state has several."
    )
    versions = ExtensionVersionSerializer(many=True)
    benchmarks = ExtensionBenchmarkSerializer(many=True)

    class Meta:
        model = ExtensionRequest
        fields = [
            *("id", "state", "page", "article", "number", "clearance"),
            *("requested_on", "months_requested", "requested_until"),
            *("outcome", "evidence", "procedure", "decision_words", "decided_on", "decided_at", "decided_at_text"),
            *("months_granted", "granted_until", "versions", "benchmarks"),
            *CLAIM_FIELDS,
        ]

    def get_clearance(self, request: ExtensionRequest) -> str | None:
        return (request.obligation.name or None) if request.obligation else None


class ExtensionRequestViewSet(Noun[ExtensionRequest]):
    """Requests for more time under Articles 3 and 4."""

    about = ((FactKind.EXTENSION_REQUESTS, EVERY), (FactKind.EXTENSION_DECISIONS, EVERY))
    queryset = (
        ExtensionRequest.objects.select_related("country", "decided_at", "obligation")
        .prefetch_related(
            Prefetch("versions", ExtensionRequestVersion.objects.select_related("document")), "benchmarks"
        )
        .order_by("pk")
    )
    serializer_class = ExtensionRequestSerializer
    filterset_class = ExtensionRequestFilter
