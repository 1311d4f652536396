"""The end of a duty: the last item destroyed or area cleared, the announcement, the declaration."""

from __future__ import annotations

from stockpiles.models import CompletionDeclaration

from .claim import CLAIM_FIELDS, ClaimSerializer
from .extension_request import MeetingNameSerializer
from .state import PartialDateSerializer


class CompletionSerializer(ClaimSerializer):
    """Three dates of one completion. The first is compared with the deadline."""

    last_item_on = PartialDateSerializer(allow_null=True)
    announced_on = PartialDateSerializer(allow_null=True)
    declared_on = PartialDateSerializer(allow_null=True)
    declared_at = MeetingNameSerializer(allow_null=True)

    class Meta:
        model = CompletionDeclaration
        fields = [
            "id",
            "state",
            "page",
            "article",
            "last_item_on",
            "announced_on",
            "declared_on",
            "declared_at",
            "margin_as_stated",
            *CLAIM_FIELDS,
        ]
