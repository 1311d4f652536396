"""The end of a duty: the last item destroyed or area cleared, the announcement, the declaration."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import ClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from api.v1.serializers.link import MeetingNameSerializer
from countries.models import FactKind
from countries.queries.coverage import EVERY
from stockpiles.models import Article, CompletionDeclaration


class CompletionFilter(ClaimFilter):
    article = filters.TypedChoiceFilter(choices=Article.choices, coerce=int)


class CompletionSerializer(ClaimSerializer[CompletionDeclaration]):
    """Three dates of one completion. The first is compared with the deadline."""

    declared_at = MeetingNameSerializer(allow_null=True)

    class Meta:
        model = CompletionDeclaration
        fields = [
            *("id", "state", "page", "article"),
            *("last_item_on", "announced_on", "declared_on", "declared_at", "margin_as_stated"),
            *CLAIM_FIELDS,
        ]


class CompletionViewSet(Noun[CompletionDeclaration]):
    """When states had destroyed their last stocks or cleared their last area, and when they said so."""

    about = ((FactKind.COMPLETIONS, EVERY),)
    queryset = CompletionDeclaration.objects.select_related("country", "declared_at").order_by("pk")
    serializer_class = CompletionSerializer
    filterset_class = CompletionFilter
