"""Published statements."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.v1.serializers.statement import (
    StatementDetailSerializer,
    StatementReleaseDetailSerializer,
    StatementSerializer,
)
from countries.models import FactKind
from meetings.filters import StatementFilter
from meetings.models import ListedStatement, StatementRelease
from meetings.queries.statements import listed

from .release import ReleasesMixin


class StatementViewSet(ReleasesMixin, ReadOnlyModelViewSet):
    """What was said, by whom, where, with whom: each statement by its newest release."""

    about = ((FactKind.STATEMENTS, ""),)
    filterset_class = StatementFilter
    queryset = ListedStatement.objects.none()  # for the description; rows come from get_queryset
    lookup_field = "statement_id"
    lookup_url_kwarg = "id"
    lookup_value_regex = "[0-9]{1,18}"
    release_model = StatementRelease
    list_serializer = StatementSerializer
    detail_serializer = StatementDetailSerializer
    release_serializer = StatementReleaseDetailSerializer

    def get_queryset(self) -> QuerySet[ListedStatement]:
        rows = listed(timezone.now())
        return rows.select_related("meeting", "release") if self.detail else rows
