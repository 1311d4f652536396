"""Groups of states, with their members."""

from __future__ import annotations

from django.db.models import Prefetch
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.source import OwnSourceSerializer, SourcedSerializer
from api.v1.serializers.state import RecordSerializer, StateSerializer
from countries.models import FactKind, GroupMembership, StateGroup
from countries.queries.coverage import EVERY


class StateGroupFilter(filters.FilterSet):
    country = by_country(field_name="memberships__country")


class GroupMemberSerializer(RecordSerializer[GroupMembership]):
    """One member, in its role."""

    state = StateSerializer(source="country")

    class Meta:
        model = GroupMembership
        fields = ["state", "role", "since", "until"]


class StateGroupSerializer(OwnSourceSerializer[StateGroup], SourcedSerializer[StateGroup]):
    """A group, how many members a source gives it, and those that sources name."""

    members = GroupMemberSerializer(source="memberships", many=True)
    recorded = serializers.SerializerMethodField(help_text="How many members are on record here.")

    class Meta:
        model = StateGroup
        fields = ["id", "slug", "name", "description", "stated_size", "recorded", "members", "sources"]

    def get_recorded(self, group: StateGroup) -> int:
        return len(group.memberships.all())


class StateGroupViewSet(Noun[StateGroup]):
    """Groups of states: the Core Group of the Oslo Process."""

    about = ((FactKind.GROUPS, EVERY),)
    also_reads = (GroupMembership,)
    queryset = (
        StateGroup.objects.select_related("source")
        .prefetch_related(Prefetch("memberships", GroupMembership.objects.select_related("country")))
        .order_by("pk")
    )
    serializer_class = StateGroupSerializer
    filterset_class = StateGroupFilter
