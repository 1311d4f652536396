"""What states retain for training and research."""

from __future__ import annotations

from api.v1.filters import TypedClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, FIGURES, FigureSerializer
from countries.models import FactKind
from stockpiles.models import RetentionRecord


class RetentionRecordSerializer(FigureSerializer[RetentionRecord]):
    """What a state retains for training and research: Article 3(6) to (8).

    What was destroyed out of it later is in destruction-records (out_of "retained"); stocks has it taken off.
    """

    class Meta:
        model = RetentionRecord
        fields = ["id", "state", "page", "munition_type", *FIGURES, "purpose", "as_of", *CLAIM_FIELDS]


class RetentionRecordViewSet(Noun[RetentionRecord]):
    """What states retain for training and research."""

    about = ((FactKind.RETENTION, ""),)
    queryset = RetentionRecord.objects.select_related("country", "munition_type").order_by("pk")
    serializer_class = RetentionRecordSerializer
    filterset_class = TypedClaimFilter
