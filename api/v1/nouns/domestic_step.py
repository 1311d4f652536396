"""Steps at home towards joining or leaving a treaty."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.link import TreatyLinkSerializer
from api.v1.serializers.source import OwnSourceSerializer, SourcedSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import DomesticStep, DomesticStepKind, FactKind, Treaty
from countries.queries.coverage import EVERY


class DomesticStepFilter(filters.FilterSet):
    treaty = filters.ModelChoiceFilter(queryset=Treaty.objects.all(), to_field_name="slug", help_text="ccm")
    country = by_country()
    kind = filters.ChoiceFilter(choices=DomesticStepKind.choices)


class DomesticStepSerializer(OwnSourceSerializer[DomesticStep], SourcedSerializer[DomesticStep]):
    """One step, with its sources. It moves no standing."""

    treaty = TreatyLinkSerializer()
    state = StateSerializer(source="country")

    class Meta:
        model = DomesticStep
        fields = ["id", "treaty", "state", "kind", "date", "description", "sources"]


class DomesticStepViewSet(Noun[DomesticStep]):
    """Announcements, bills, approvals and decrees, each with its sources; oldest first."""

    about = ((FactKind.DOMESTIC_STEPS, EVERY),)
    queryset = DomesticStep.objects.select_related("treaty", "country", "source").order_by("date", "pk")
    serializer_class = DomesticStepSerializer
    filterset_class = DomesticStepFilter
