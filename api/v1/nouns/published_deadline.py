"""Article 4 deadlines as sources print them."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import ClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from api.v1.serializers.state import PartialDateSerializer
from countries.models import FactKind
from impact.models import DeadlineKind, PublishedDeadline


class PublishedDeadlineFilter(ClaimFilter):
    kind = filters.ChoiceFilter(choices=DeadlineKind.choices)


class PublishedDeadlineSerializer(ClaimSerializer[PublishedDeadline]):
    """A date as printed. It moves no clock: what holds by the convention and by decisions is in deadlines."""

    deadline = PartialDateSerializer(
        allow_null=True, help_text="null: a request whose date the source does not give."
    )

    class Meta:
        model = PublishedDeadline
        fields = ["id", "state", "page", "kind", "deadline", "as_of", *CLAIM_FIELDS]


class PublishedDeadlineViewSet(Noun[PublishedDeadline]):
    """Deadlines for clearance as sources print them."""

    about = ((FactKind.CONTAMINATION, ""),)
    queryset = PublishedDeadline.objects.select_related("country").order_by("pk")
    serializer_class = PublishedDeadlineSerializer
    filterset_class = PublishedDeadlineFilter
