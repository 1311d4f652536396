"""Events of states that are no legal acts."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.source import OwnSourceSerializer, SourcedSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import FactKind, StateEvent, StateEventKind
from countries.queries.coverage import EVERY


class StateEventFilter(filters.FilterSet):
    country = by_country()
    kind = filters.ChoiceFilter(choices=StateEventKind.choices)


class StateEventSerializer(OwnSourceSerializer[StateEvent], SourcedSerializer[StateEvent]):
    """One event, with its sources."""

    state = StateSerializer(source="country")
    towards = StateSerializer(allow_null=True, help_text="The other state, where it is between two.")

    class Meta:
        model = StateEvent
        fields = ["id", "state", "towards", "kind", "date", "words", "note", "sources"]


class StateEventViewSet(Noun[StateEvent]):
    """Disclosures, conditions, requests, help and milestones, each with its sources; oldest first."""

    about = ((FactKind.EVENTS, EVERY),)
    queryset = StateEvent.objects.select_related("country", "towards", "source").order_by("date", "pk")
    serializer_class = StateEventSerializer
    filterset_class = StateEventFilter
