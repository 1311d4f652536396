"""What states destroyed."""

from __future__ import annotations

from rest_framework import serializers

from stockpiles.models import DestructionRecord

from .claim import CLAIM_FIELDS
from .holding import FIGURES, FigureSerializer
from .state import PartialDateSerializer


class DestructionRecordSerializer(FigureSerializer):
    """What was destroyed in a period, or altogether up to its end (scope "total": these do not add up).

    Records of periods alone are only a part of what was destroyed; whether they make the whole stands in stocks.
    """

    scope = serializers.ChoiceField(choices=["period", "total"])
    out_of = serializers.ChoiceField(
        choices=["stock", "retained"],
        help_text="What was retained and destroyed later is not added to what was destroyed of the stock.",
    )
    period_start = PartialDateSerializer(allow_null=True)
    period_end = PartialDateSerializer(allow_null=True)
    year = serializers.IntegerField(
        allow_null=True,
        help_text="The calendar year in which the whole period lies; null for longer ones and totals.",
    )

    class Meta:
        model = DestructionRecord
        fields = [
            "id",
            "state",
            "page",
            "munition_type",
            "scope",
            "out_of",
            "period_start",
            "period_end",
            "year",
            *FIGURES,
            "method",
            "as_of",
            *CLAIM_FIELDS,
        ]
