"""Casualties, by state, period and basis."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import ClaimFilter, of_one_year
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from countries.models import FactKind
from impact.models import CasualtyBasis, CasualtyFigure


class CasualtyFigureFilter(ClaimFilter):
    basis = filters.ChoiceFilter(choices=CasualtyBasis.choices)
    year = filters.NumberFilter(
        method=of_one_year, min_value=1945, max_value=2999, help_text="Figures of this calendar year alone: 2022."
    )
    number_given = filters.BooleanFilter(
        field_name="number", lookup_expr="isnull", exclude=True, help_text="false: recorded, number not given."
    )


class CasualtyFigureSerializer(ClaimSerializer[CasualtyFigure]):
    """One figure on one basis. A null number: casualties are recorded, how many is not given; 0: none counted."""

    year = serializers.IntegerField(allow_null=True, help_text="The one calendar year; null for a longer period.")

    class Meta:
        model = CasualtyFigure
        fields = [
            *("id", "state", "page", "basis", "period_start", "period_end", "year"),
            *("number", "bound", "as_of"),
            *CLAIM_FIELDS,
        ]


class CasualtyFigureViewSet(Noun[CasualtyFigure]):
    """People killed or injured by cluster munitions, by state. Figures of the world are in published-totals."""

    about = ((FactKind.CASUALTIES, ""),)
    queryset = CasualtyFigure.objects.select_related("country").order_by("pk")
    serializer_class = CasualtyFigureSerializer
    filterset_class = CasualtyFigureFilter
