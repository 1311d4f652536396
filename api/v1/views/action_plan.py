"""Action plans."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.v1.serializers.action_plan import ActionPlanDetailSerializer, ActionPlanSerializer
from countries.models import FactKind
from meetings.models import Action, ActionPlan


class ActionPlanViewSet(ReadOnlyModelViewSet):
    """Vientiane, Dubrovnik, Lausanne: plans and their numbered actions."""

    about = ((FactKind.ACTION_PLANS, ""),)
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[ActionPlan]:
        rows = ActionPlan.objects.select_related("meeting", "source").order_by("pk")
        if not self.detail:
            return rows
        return rows.prefetch_related(Prefetch("actions", Action.objects.select_related("part").order_by("number")))

    def get_serializer_class(self) -> type[ActionPlanSerializer]:
        return ActionPlanDetailSerializer if self.detail else ActionPlanSerializer
