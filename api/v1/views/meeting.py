"""Meetings."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.v1.filters.meeting import MeetingFilter
from api.v1.serializers.meeting import MeetingDetailSerializer, MeetingSerializer
from countries.models import FactKind
from meetings.models import Attendance, Meeting, MeetingCount, MeetingDocument, MeetingSpan


class MeetingViewSet(ReadOnlyModelViewSet):
    """Processes, conferences, committees and sessions, with the counts that sources give."""

    about = ((FactKind.MEETINGS, ""),)
    filterset_class = MeetingFilter
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Meeting]:
        rows = (
            Meeting.objects.select_related("parent", "country", "host", "source")
            .prefetch_related(Prefetch("spans", MeetingSpan.objects.order_by("start")))
            .order_by("pk")
        )
        if not self.detail:
            return rows
        return rows.prefetch_related(
            "parts",
            Prefetch("counts", MeetingCount.objects.select_related("source")),
            Prefetch("attendance", Attendance.objects.select_related("country", "source")),
            Prefetch("documents", MeetingDocument.objects.public(), to_attr="public_documents"),
        )

    def get_serializer_class(self) -> type[MeetingSerializer]:
        return MeetingDetailSerializer if self.detail else MeetingSerializer
