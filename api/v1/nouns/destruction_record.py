"""What states destroyed, period by period and altogether."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import TypedClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, FIGURES, FigureSerializer
from countries.models import FactKind
from stockpiles.models import DestructionRecord, DestructionScope, OutOf


class DestructionRecordFilter(TypedClaimFilter):
    scope = filters.ChoiceFilter(choices=DestructionScope.choices)
    out_of = filters.ChoiceFilter(choices=OutOf.choices)
    year = filters.NumberFilter(
        method="in_year",
        min_value=1945,
        max_value=2999,
        help_text="Periods that lie wholly in this calendar year: 2022.",
    )

    def in_year(self, rows: QuerySet[DestructionRecord], name: str, value: int) -> QuerySet[DestructionRecord]:
        year = f"{int(value):04d}"
        lies_in = Q(period_start__startswith=year) & Q(period_end__startswith=year)
        return rows.filter(lies_in, scope=DestructionScope.PERIOD)


class DestructionRecordSerializer(FigureSerializer[DestructionRecord]):
    """What was destroyed in a period, or altogether up to its end (scope "total": these do not add up).

    Records of periods alone are only a part of what was destroyed; whether they make the whole stands in stocks.
    """

    scope = serializers.ChoiceField(choices=["period", "total"])
    out_of = serializers.ChoiceField(
        choices=["stock", "retained"],
        help_text="What was retained and destroyed later is not added to what was destroyed of the stock.",
    )
    year = serializers.IntegerField(
        allow_null=True,
        help_text="The calendar year in which the whole period lies; null for longer ones and totals.",
    )

    class Meta:
        model = DestructionRecord
        fields = [
            *("id", "state", "page", "munition_type"),
            *("scope", "out_of", "period_start", "period_end", "year"),
            *FIGURES,
            *("method", "as_of"),
            *CLAIM_FIELDS,
        ]


class DestructionRecordViewSet(Noun[DestructionRecord]):
    """What states destroyed, period by period and altogether."""

    about = ((FactKind.DESTRUCTION, ""),)
    queryset = DestructionRecord.objects.select_related("country", "munition_type").order_by("pk")
    serializer_class = DestructionRecordSerializer
    filterset_class = DestructionRecordFilter
