"""Action plans of the convention and their numbered actions."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from meetings.models import Action, ActionPlan

from .meeting import MeetingLinkSerializer
from .source import sources_of
from .state import PartialDateSerializer


class ActionPlanSerializer(serializers.ModelSerializer):
    """A plan as the list gives it. ``actions_claimed`` is null where no source was seen."""

    url = serializers.HyperlinkedIdentityField(view_name="v1:action-plan-detail", lookup_field="slug")
    page = serializers.SerializerMethodField(help_text="The public page.")
    meeting = MeetingLinkSerializer(allow_null=True)
    adopted = PartialDateSerializer(allow_null=True)
    sources = serializers.SerializerMethodField()

    class Meta:
        model = ActionPlan
        fields = [
            "slug",
            "name",
            "url",
            "page",
            "meeting",
            "adopted",
            "from_year",
            "until_year",
            "actions_claimed",
            "sources",
        ]

    def get_page(self, plan: ActionPlan) -> str:
        return self.context["request"].build_absolute_uri(plan.get_absolute_url())

    def get_sources(self, plan: ActionPlan) -> Any:
        return sources_of(plan, self.context)


class ActionSerializer(serializers.ModelSerializer):
    """One action: its number, its chapter and text where a source was seen."""

    part = serializers.CharField(source="part.title", default="", help_text="Its chapter.")

    class Meta:
        model = Action
        fields = ["number", "part", "text"]


class ActionPlanDetailSerializer(ActionPlanSerializer):
    """One plan with its actions."""

    actions = ActionSerializer(many=True)

    class Meta(ActionPlanSerializer.Meta):
        fields = [*ActionPlanSerializer.Meta.fields, "actions"]
