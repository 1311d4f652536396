"""Whether states and areas are contaminated, as sources answer."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import ClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from countries.models import FactKind
from impact.models import ContaminationAnswer, ContaminationClaim


class ContaminationClaimFilter(ClaimFilter):
    answer = filters.ChoiceFilter(choices=ContaminationAnswer.choices)


class ContaminationClaimSerializer(ClaimSerializer[ContaminationClaim]):
    """One answer about one state or area. Areas in km²; null is not given. Completions of Article 4 are in completions."""

    class Meta:
        model = ContaminationClaim
        fields = [
            *("id", "state", "page", "answer", "place"),
            *("area_km2", "confirmed_km2", "suspected_km2", "bound", "areas"),
            *("period_start", "period_end", "as_of"),
            *CLAIM_FIELDS,
        ]
        extra_kwargs = {key: {"normalize_output": True} for key in ("area_km2", "confirmed_km2", "suspected_km2")}


class ContaminationClaimViewSet(Noun[ContaminationClaim]):
    """Contamination by remnants of cluster munitions, as sources answer: contradicting ones side by side."""

    about = ((FactKind.CONTAMINATION, ""),)
    queryset = ContaminationClaim.objects.select_related("country").order_by("pk")
    serializer_class = ContaminationClaimSerializer
    filterset_class = ContaminationClaimFilter
