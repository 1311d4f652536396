"""What states hold or held: figures with their sources."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import TypedClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, FIGURES, FigureSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import FactKind
from stockpiles.models import HoldingKind, StockpileHolding


class HoldingFilter(TypedClaimFilter):
    kind = filters.ChoiceFilter(choices=HoldingKind.choices)


class HoldingSerializer(FigureSerializer[StockpileHolding]):
    """A figure for what a state holds or held, or for what moved into or out of its stock."""

    kind = serializers.ChoiceField(choices=["opening", "found", "received", "transferred"])
    counterpart = StateSerializer(allow_null=True, help_text="The other state of a transfer.")

    class Meta:
        model = StockpileHolding
        fields = [
            *("id", "state", "page", "munition_type", "kind"),
            *FIGURES,
            *("holder", "counterpart", "as_of"),
            *CLAIM_FIELDS,
        ]


class HoldingViewSet(Noun[StockpileHolding]):
    """Figures for what states hold or held. Figures that disagree are all given, with their rank."""

    about = ((FactKind.STOCKS, ""),)
    queryset = StockpileHolding.objects.select_related("country", "munition_type", "counterpart").order_by("pk")
    serializer_class = HoldingSerializer
    filterset_class = HoldingFilter
