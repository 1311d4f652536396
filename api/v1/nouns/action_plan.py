"""Action plans of the convention and their numbered actions."""

from __future__ import annotations

from django.db.models import Prefetch
from rest_framework import serializers

from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.link import MeetingLinkSerializer
from api.v1.serializers.source import OwnSourceSerializer
from api.v1.serializers.state import RecordSerializer
from countries.models import FactKind
from meetings.models import Action, ActionPlan, PlanAdoption


class ActionPlanSerializer(OwnSourceSerializer[ActionPlan]):
    """A plan as the list gives it. ``actions_claimed`` is null where no source was seen."""

    url = serializers.HyperlinkedIdentityField(view_name="v1:action-plan-detail", lookup_field="slug")
    page = PageField()
    meeting = MeetingLinkSerializer(allow_null=True)

    class Meta:
        model = ActionPlan
        fields = [
            *("slug", "name", "url", "page", "meeting"),
            *("adopted", "from_year", "until_year", "actions_claimed", "sources"),
        ]


class ActionSerializer(RecordSerializer[Action]):
    """One action: its number, its chapter and text where a source was seen."""

    part = serializers.CharField(source="part.title", default="", help_text="Its chapter.")

    class Meta:
        model = Action
        fields = ["number", "part", "text"]


class PlanAdoptionSerializer(OwnSourceSerializer[PlanAdoption]):
    """A date that a further source gives for the adoption, and whether it agrees with the one on record."""

    beside = serializers.CharField(help_text="Whether it agrees with the date on record, in words.")

    class Meta:
        model = PlanAdoption
        fields = ["adopted", "beside", "made_on", "certainty", "rank", "rank_reason", "sources"]


class ActionPlanDetailSerializer(ActionPlanSerializer):
    """One plan with its actions, and when further sources say that it was adopted."""

    adoptions = PlanAdoptionSerializer(many=True)
    actions = ActionSerializer(many=True)

    class Meta(ActionPlanSerializer.Meta):
        fields = [*ActionPlanSerializer.Meta.fields, "adoptions", "actions"]


class ActionPlanViewSet(Noun[ActionPlan]):
    """Vientiane, Dubrovnik, Lausanne: plans and their numbered actions."""

    about = ((FactKind.ACTION_PLANS, ""),)
    queryset = ActionPlan.objects.select_related("meeting", "source").order_by("pk")
    detail_queryset = queryset.prefetch_related(
        Prefetch("adoptions", PlanAdoption.objects.select_related("plan", "source")),
        Prefetch("actions", Action.objects.select_related("part").order_by("number")),
    )
    serializer_class = ActionPlanSerializer
    detail_serializer_class = ActionPlanDetailSerializer
    lookup_field = "slug"
    lookup_value_regex = "[^/.]+"
