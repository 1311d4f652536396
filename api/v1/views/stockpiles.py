"""Stockpiles: types, figures, claims, requests, reports, programmes, and the deadlines of any day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model, Prefetch
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet, ReadOnlyModelViewSet

from api.parameters import AS_OF, day_parameter, word_parameter
from api.strict import refuse_unknown
from api.v1.filters.stockpiles import (
    ActivityClaimFilter,
    CompletionFilter,
    DestructionRecordFilter,
    ExtensionRequestFilter,
    HoldingFilter,
    MunitionTypeFilter,
    ProgrammeFilter,
    RetentionRecordFilter,
    TransparencyReportFilter,
)
from api.v1.serializers.activity_claim import ActivityClaimSerializer
from api.v1.serializers.completion import CompletionSerializer
from api.v1.serializers.deadline import BoardSerializer, board_body
from api.v1.serializers.destruction_record import DestructionRecordSerializer
from api.v1.serializers.extension_request import ExtensionRequestSerializer
from api.v1.serializers.holding import HoldingSerializer, RetentionRecordSerializer
from api.v1.serializers.munition_type import MunitionTypeSerializer
from api.v1.serializers.programme import ProgrammeSerializer
from api.v1.serializers.transparency_report import TransparencyReportSerializer
from countries.models import Country, FactKind
from countries.queries.coverage import EVERY, record
from editorial.queries.proof import proofs
from stockpiles.models import (
    ActivityClaim,
    CompletionDeclaration,
    Contribution,
    DestructionProgramme,
    DestructionRecord,
    ExtensionRequest,
    ExtensionRequestVersion,
    MunitionOrigin,
    MunitionType,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)
from stockpiles.queries.bound import entry_into_force_by_state
from stockpiles.queries.duties import deadline_board
from stockpiles.queries.duty import ARTICLES
from stockpiles.queries.records import DUTIES, Records
from stockpiles.rules.deadline import Standing


class SourcedViewSet(ReadOnlyModelViewSet):
    """Records with their sources: one query for the sources of a whole page."""

    lookup_value_regex = "[0-9]+"

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        shown: Sequence[Any] = () if not args else args[0] if kwargs.get("many") else [args[0]]
        context = {**self.get_serializer_context(), "proofs": proofs(self.records(shown))}
        kwargs["context"] = {**context, **self.further_context(shown)}
        return self.get_serializer_class()(*args, **kwargs)

    def records(self, shown: Sequence[Any]) -> Iterable[Model]:
        """Every record whose sources the answer shows."""
        return shown

    def further_context(self, shown: Sequence[Any]) -> dict[str, Any]:
        return {}


class MunitionTypeViewSet(SourcedViewSet):
    """Types of cluster munitions, with the answer of Article 2(2)."""

    queryset = MunitionType.objects.order_by("designation", "pk").prefetch_related(
        Prefetch("origins", MunitionOrigin.objects.select_related("country"))
    )
    about = ((FactKind.MUNITION_TYPES, ""),)
    serializer_class = MunitionTypeSerializer
    filterset_class = MunitionTypeFilter
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9_-]+"


class HoldingViewSet(SourcedViewSet):
    """Figures for what states hold or held. Figures that disagree are all given, with their rank."""

    queryset = StockpileHolding.objects.select_related("country", "munition_type", "counterpart").order_by("pk")
    about = ((FactKind.STOCKS, ""),)
    serializer_class = HoldingSerializer
    filterset_class = HoldingFilter


class RetentionRecordViewSet(SourcedViewSet):
    """What states retain for training and research."""

    queryset = RetentionRecord.objects.select_related("country", "munition_type").order_by("pk")
    about = ((FactKind.RETENTION, ""),)
    serializer_class = RetentionRecordSerializer
    filterset_class = RetentionRecordFilter


class ActivityClaimViewSet(SourcedViewSet):
    """Use, production, trade, stockpiling and retention, as sources answer."""

    queryset = ActivityClaim.objects.select_related("country", "munition_type").order_by("pk")
    about = ((FactKind.ACTIVITIES, ""),)
    serializer_class = ActivityClaimSerializer
    filterset_class = ActivityClaimFilter


class DestructionRecordViewSet(SourcedViewSet):
    """What states destroyed, period by period and altogether."""

    queryset = DestructionRecord.objects.select_related("country", "munition_type").order_by("pk")
    about = ((FactKind.DESTRUCTION, ""),)
    serializer_class = DestructionRecordSerializer
    filterset_class = DestructionRecordFilter


class ExtensionRequestViewSet(SourcedViewSet):
    """Requests for more time under Articles 3 and 4."""

    queryset = (
        ExtensionRequest.objects.select_related("country", "decided_at", "obligation")
        .prefetch_related(
            Prefetch("versions", ExtensionRequestVersion.objects.select_related("document")),
            "benchmarks",
        )
        .order_by("pk")
    )
    about = (
        (FactKind.EXTENSION_REQUESTS, EVERY),
        (FactKind.EXTENSION_DECISIONS, EVERY),
    )
    serializer_class = ExtensionRequestSerializer
    filterset_class = ExtensionRequestFilter


class CompletionViewSet(SourcedViewSet):
    """When states had destroyed their last stocks or cleared their last area, and when they said so."""

    queryset = CompletionDeclaration.objects.select_related("country", "declared_at").order_by("pk")
    about = ((FactKind.COMPLETIONS, EVERY),)
    serializer_class = CompletionSerializer
    filterset_class = CompletionFilter


class TransparencyReportViewSet(SourcedViewSet):
    """Article 7 reports, each with the day it was due by the convention."""

    queryset = TransparencyReport.objects.select_related("country", "document").order_by("pk")
    about = ((FactKind.TRANSPARENCY_REPORTS, ""),)
    serializer_class = TransparencyReportSerializer
    filterset_class = TransparencyReportFilter

    def further_context(self, shown: Sequence[Any]) -> dict[str, Any]:
        return {"in_force": entry_into_force_by_state()} if shown else {}


class ProgrammeViewSet(SourcedViewSet):
    """Destruction programmes with stages, delays and contributions."""

    queryset = (
        DestructionProgramme.objects.select_related("country", "partner")
        .prefetch_related(
            "stages",
            "delays",
            Prefetch(
                "contributions",
                Contribution.objects.select_related("donor_state", "donor_organisation", "channel"),
            ),
        )
        .order_by("pk")
    )
    about = ((FactKind.PROGRAMMES, ""),)
    serializer_class = ProgrammeSerializer
    filterset_class = ProgrammeFilter

    def records(self, shown: Sequence[Any]) -> Iterable[Model]:
        for programme in shown:
            yield programme
            yield from programme.stages.all()
            yield from programme.delays.all()
            yield from programme.contributions.all()


class DeadlineViewSet(GenericViewSet):
    """The deadlines of all states on a day."""

    serializer_class = BoardSerializer
    pagination_class = None
    filter_backends: list[Any] = []

    @extend_schema(
        responses=BoardSerializer,
        parameters=[
            OpenApiParameter(
                "article",
                OpenApiTypes.INT,
                enum=list(ARTICLES),
                description="3 (stockpile destruction, default), 4 (clearance) or 7 (reports).",
            ),
            AS_OF,
            OpenApiParameter(
                "country",
                str,
                description="Only this state: PER. A State Party of which no stock or contamination is on record is "
                "answered too, with the dates of the convention if there is any, and the standing `unrecorded`.",
            ),
            OpenApiParameter("standing", enum=[one.value for one in Standing], description="Only these duties."),
        ],
    )
    def list(self, request: Request) -> Response:
        """Every duty under one article, the most urgent first: deadline with its chain of extensions, standing, days,
        and how each was worked out. At most eight queries, whatever the day and the number of states.
        """
        refuse_unknown(request, {"article", "as_of", "country", "standing"})
        article = int(word_parameter(request, "article", ARTICLES, "3"))
        coverage = record()
        when = coverage.asked(day_parameter(request, "as_of"), today=timezone.localdate(), about=DUTIES[article])
        standing = word_parameter(request, "standing", [one.value for one in Standing])
        board = deadline_board(article, as_of=when.day, records=Records(when.day, coverage))
        codes = {duty.country.iso3 or "" for duty in (*board.duties, *board.unrecorded)}
        asked = request.query_params.get("country", "").upper()
        known = asked in codes or (asked.isalpha() and Country.objects.filter(iso3=asked).exists())
        if asked and not known:
            words = f"“{asked[:60]}” is no state. Write ISO 3166 alpha-3: PER."
            raise ValidationError({"country": [words]}, code="invalid")
        duties = [
            duty
            for duty in (*board.duties, *(board.unrecorded if asked or standing else ()))
            if (not standing or duty.standing.value == standing) and (not asked or duty.country.iso3 == asked)
        ]
        return Response(board_body(board, when, duties, dict(self.get_serializer_context())))
