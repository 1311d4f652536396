"""What states hold and retain: figures with their sources."""

from __future__ import annotations

from rest_framework import serializers

from stockpiles.models import RetentionRecord, StockpileHolding

from .claim import CLAIM_FIELDS, ClaimSerializer
from .munition_type import MunitionTypeLinkSerializer
from .state import StateSerializer

FIGURES = ["munitions", "munitions_rounded", "submunitions", "submunitions_rounded"]


class FigureSerializer(ClaimSerializer):
    """Two numbers that are never added together. null is unknown, which is not zero."""

    munition_type = MunitionTypeLinkSerializer(allow_null=True, help_text="null: the whole stock.")


class HoldingSerializer(FigureSerializer):
    """A figure for what a state holds or held, or for what moved into or out of its stock."""

    kind = serializers.ChoiceField(choices=["opening", "found", "received", "transferred"])
    counterpart = StateSerializer(allow_null=True, help_text="The other state of a transfer.")

    class Meta:
        model = StockpileHolding
        fields = [
            "id",
            "state",
            "page",
            "munition_type",
            "kind",
            *FIGURES,
            "holder",
            "counterpart",
            "as_of",
            *CLAIM_FIELDS,
        ]


class RetentionRecordSerializer(FigureSerializer):
    """What a state retains for training and research: Article 3(6) to (8).

    What was destroyed out of it later is in destruction-records (out_of "retained"); stocks has it taken off.
    """

    class Meta:
        model = RetentionRecord
        fields = ["id", "state", "page", "munition_type", *FIGURES, "purpose", "as_of", *CLAIM_FIELDS]
