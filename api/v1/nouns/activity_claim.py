"""Whether states have used, made, traded, kept or retained cluster munitions."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import TypedClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from api.v1.serializers.link import MunitionTypeLinkSerializer
from countries.models import FactKind
from stockpiles.models import Activity, ActivityClaim, Answer


class ActivityClaimFilter(TypedClaimFilter):
    activity = filters.ChoiceFilter(choices=Activity.choices)
    answer = filters.ChoiceFilter(choices=Answer.choices)


class ActivityClaimSerializer(ClaimSerializer[ActivityClaim]):
    """One answer to one question. "not_believed" and "unknown" are answers."""

    munition_type = MunitionTypeLinkSerializer(allow_null=True)

    class Meta:
        model = ActivityClaim
        fields = ["id", "state", "page", "activity", "answer", "munition_type", "as_of", *CLAIM_FIELDS]


class ActivityClaimViewSet(Noun[ActivityClaim]):
    """Use, production, trade, stockpiling and retention, as sources answer."""

    about = ((FactKind.ACTIVITIES, ""),)
    queryset = ActivityClaim.objects.select_related("country", "munition_type").order_by("pk")
    serializer_class = ActivityClaimSerializer
    filterset_class = ActivityClaimFilter
