"""Meetings, their dates, counts, attendance and documents."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.address import PageField, whole
from api.v1.serializers.link import MeetingLinkSerializer
from api.v1.serializers.source import OwnSourceSerializer
from api.v1.serializers.state import RecordSerializer, StateSerializer
from countries.models import FactKind
from meetings.models import Absence, Attendance, Meeting, MeetingCount, MeetingDocument, MeetingKind, MeetingSpan


class MeetingFilter(filters.FilterSet):
    year = filters.NumberFilter(method="in_year", min_value=1990, max_value=2100, help_text="Year it sat: 2007.")
    kind = filters.ChoiceFilter(choices=MeetingKind.choices)
    country = by_country("Where it was held: PER.")
    part_of = filters.ModelChoiceFilter(
        field_name="parent", queryset=Meeting.objects.all(), to_field_name="slug", help_text="Slug of its process."
    )

    def in_year(self, rows: QuerySet[Meeting], name: str, value: int) -> QuerySet[Meeting]:
        return rows.filter(spans__start__startswith=f"{int(value):04d}").distinct()


class MeetingSpanSerializer(RecordSerializer[MeetingSpan]):
    """One stretch of days on which the meeting sat, or was to sit."""

    class Meta:
        model = MeetingSpan
        fields = ["start", "end", "label", "is_planned"]


class MeetingSerializer(MeetingLinkSerializer):
    """A meeting as the list gives it."""

    page = PageField()
    parent = MeetingLinkSerializer(allow_null=True, help_text="What it is part of.")
    country = StateSerializer(allow_null=True, help_text="Where it was held.")
    host = StateSerializer(allow_null=True, help_text="The state that hosted it, where a source says so.")
    dates = MeetingSpanSerializer(source="spans", many=True)

    class Meta(MeetingLinkSerializer.Meta):
        fields = [
            *MeetingLinkSerializer.Meta.fields,
            *("page", "kind", "parent", "city", "country", "is_virtual", "host", "president", "dates"),
        ]


class MeetingCountSerializer(OwnSourceSerializer[MeetingCount]):
    """How many states a source counted; sources that disagree stand side by side."""

    class Meta:
        model = MeetingCount
        fields = ["counted", "number", "certainty", "rank", "rank_reason", "sources"]


class AttendanceSerializer(OwnSourceSerializer[Attendance]):
    """A state at the meeting in one capacity."""

    country = StateSerializer()

    class Meta:
        model = Attendance
        fields = ["country", "capacity", "head_of_delegation", "sources"]


class AbsenceSerializer(OwnSourceSerializer[Absence]):
    """A state that a source says was not there."""

    country = StateSerializer()

    class Meta:
        model = Absence
        fields = ["country", "sources"]


class MeetingDocumentSerializer(RecordSerializer[MeetingDocument]):
    """A document that readers may see; ``file`` where a copy can be downloaded."""

    file = serializers.SerializerMethodField()

    class Meta:
        model = MeetingDocument
        fields = ["kind", "title", "un_symbol", "date", "language", "file", "sha256"]

    def get_file(self, document: MeetingDocument) -> str | None:
        return whole(document.get_file_url(), self.context) if document.file else None


class MeetingDetailSerializer(MeetingSerializer, OwnSourceSerializer[Meeting]):
    """One meeting with its counts, who was there, its documents and its parts."""

    counts = MeetingCountSerializer(many=True)
    attendance = AttendanceSerializer(many=True)
    absent = AbsenceSerializer(many=True, source="absences")
    documents = MeetingDocumentSerializer(source="public_documents", many=True)
    parts = MeetingLinkSerializer(many=True)

    class Meta(MeetingSerializer.Meta):
        fields = [
            *MeetingSerializer.Meta.fields,
            "parts",
            "counts",
            "attendance",
            "absent",
            "documents",
            "sources",
        ]


class MeetingViewSet(Noun[Meeting]):
    """Processes, conferences, committees and sessions, with the counts that sources give."""

    about = ((FactKind.MEETINGS, ""),)
    queryset = (
        Meeting.objects.select_related("parent", "country", "host", "source")
        .prefetch_related(Prefetch("spans", MeetingSpan.objects.order_by("start")))
        .order_by("pk")
    )
    detail_queryset = queryset.prefetch_related(
        "parts",
        Prefetch("counts", MeetingCount.objects.select_related("source")),
        Prefetch("attendance", Attendance.objects.select_related("country", "source")),
        Prefetch("absences", Absence.objects.select_related("country", "source")),
        Prefetch("documents", MeetingDocument.objects.public(), to_attr="public_documents"),
    )
    serializer_class = MeetingSerializer
    detail_serializer_class = MeetingDetailSerializer
    filterset_class = MeetingFilter
    lookup_field = "slug"
    lookup_value_regex = "[^/.]+"
