"""What was cleared, by state and period."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import ClaimFilter, of_one_year
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from countries.models import FactKind
from impact.models import ClearanceRecord


class ClearanceRecordFilter(ClaimFilter):
    year = filters.NumberFilter(
        method=of_one_year, min_value=1945, max_value=2999, help_text="Records of this calendar year alone: 2017."
    )


class ClearanceRecordSerializer(ClaimSerializer[ClearanceRecord]):
    """What was cleared in a period. null is not given, 0 is none. Records are parts and do not add up to a whole."""

    year = serializers.IntegerField(allow_null=True, help_text="The one calendar year; null for a longer period.")

    class Meta:
        model = ClearanceRecord
        fields = [
            *("id", "state", "page", "period_start", "period_end", "year"),
            *("area_km2", "area_bound", "items_destroyed", "items_bound", "as_of"),
            *CLAIM_FIELDS,
        ]
        extra_kwargs = {key: {"normalize_output": True} for key in ("area_km2",)}


class ClearanceRecordViewSet(Noun[ClearanceRecord]):
    """Area cleared (km²) and items destroyed, by state and period. Figures of the world are in published-totals."""

    about = ((FactKind.CLEARANCE, ""),)
    queryset = ClearanceRecord.objects.select_related("country").order_by("pk")
    serializer_class = ClearanceRecordSerializer
    filterset_class = ClearanceRecordFilter
