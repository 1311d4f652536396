"""Whether states have used, made, traded, kept or retained cluster munitions."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import TypedClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from api.v1.serializers.link import MunitionTypeLinkSerializer
from api.v1.serializers.state import PartialDateSerializer, StateSerializer
from countries.models import FactKind
from stockpiles.models import Activity, ActivityClaim, Answer


class ActivityClaimFilter(TypedClaimFilter):
    activity = filters.ChoiceFilter(choices=Activity.choices)
    answer = filters.ChoiceFilter(choices=Answer.choices)


class ActivityClaimSerializer(ClaimSerializer[ActivityClaim]):
    """One answer to one question. "not_known", "not_believed" and "unknown" are answers, and not the same."""

    munition_type = MunitionTypeLinkSerializer(allow_null=True)
    places = StateSerializer(
        many=True,
        source="named_places",
        help_text="Where they were used, to or from whom they went, whose stocks are hosted.",
    )
    period_start = PartialDateSerializer(allow_null=True)
    period_end = PartialDateSerializer(allow_null=True)

    class Meta:
        model = ActivityClaim
        fields = [
            *("id", "state", "page", "activity", "answer", "munition_type", "places"),
            *("period_start", "period_end", "tense", "time_in_words", "as_of"),
            *CLAIM_FIELDS,
        ]


class ActivityClaimViewSet(Noun[ActivityClaim]):
    """Use, production, trade, stockpiling and retention, as sources answer."""

    about = ((FactKind.ACTIVITIES, ""),)
    queryset = (
        ActivityClaim.objects.select_related("country", "munition_type")
        .prefetch_related("places__country")
        .order_by("pk")
    )
    serializer_class = ActivityClaimSerializer
    filterset_class = ActivityClaimFilter
