"""Whether states have used, made, traded, kept or retained cluster munitions."""

from __future__ import annotations

from stockpiles.models import ActivityClaim

from .claim import CLAIM_FIELDS, ClaimSerializer
from .munition_type import MunitionTypeLinkSerializer


class ActivityClaimSerializer(ClaimSerializer):
    """One answer to one question. "not_believed" and "unknown" are answers."""

    munition_type = MunitionTypeLinkSerializer(allow_null=True)

    class Meta:
        model = ActivityClaim
        fields = ["id", "state", "page", "activity", "answer", "munition_type", "as_of", *CLAIM_FIELDS]
