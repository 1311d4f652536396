"""Positions in published statements."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework.mixins import ListModelMixin
from rest_framework.viewsets import GenericViewSet

from api.v1.filters.position import PositionFilter
from api.v1.serializers.position import PositionSerializer
from countries.models import FactKind
from meetings.models import ListedPosition
from meetings.queries.positions import positions


class PositionViewSet(ListModelMixin, GenericViewSet):
    """What each state and organisation says on each theme, newest first."""

    about = ((FactKind.STATEMENTS, ""),)
    filterset_class = PositionFilter
    serializer_class = PositionSerializer
    queryset = ListedPosition.objects.none()  # for the description; rows come from get_queryset

    def get_queryset(self) -> QuerySet[ListedPosition]:
        return positions(timezone.now())
