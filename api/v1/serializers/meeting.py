"""Meetings, their dates, counts, attendance and documents."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from meetings.models import Attendance, Meeting, MeetingCount, MeetingDocument, MeetingSpan

from .source import sources_of
from .state import PartialDateSerializer, StateSerializer


class MeetingLinkSerializer(serializers.ModelSerializer):
    """A meeting wherever another record names one."""

    url = serializers.HyperlinkedIdentityField(view_name="v1:meeting-detail", lookup_field="slug")

    class Meta:
        model = Meeting
        fields = ["slug", "name", "short_name", "url"]


class MeetingSpanSerializer(serializers.ModelSerializer):
    """One stretch of days on which the meeting sat."""

    start = PartialDateSerializer()
    end = PartialDateSerializer(allow_null=True)

    class Meta:
        model = MeetingSpan
        fields = ["start", "end", "label"]


class MeetingSerializer(MeetingLinkSerializer):
    """A meeting as the list gives it."""

    page = serializers.SerializerMethodField(help_text="The public page.")
    parent = MeetingLinkSerializer(allow_null=True, help_text="What it is part of.")
    country = StateSerializer(allow_null=True, help_text="Where it was held.")
    host = StateSerializer(allow_null=True, help_text="The state that hosted it, where a source says so.")
    dates = MeetingSpanSerializer(source="spans", many=True)

    class Meta(MeetingLinkSerializer.Meta):
        fields = [
            *MeetingLinkSerializer.Meta.fields,
            "page",
            "kind",
            "parent",
            "city",
            "country",
            "is_virtual",
            "host",
            "president",
            "dates",
        ]

    def get_page(self, meeting: Meeting) -> str:
        return self.context["request"].build_absolute_uri(meeting.get_absolute_url())


class MeetingCountSerializer(serializers.ModelSerializer):
    """How many states a source counted; sources that disagree stand side by side."""

    sources = serializers.SerializerMethodField()

    class Meta:
        model = MeetingCount
        fields = ["counted", "number", "certainty", "rank", "rank_reason", "sources"]

    def get_sources(self, count: MeetingCount) -> Any:
        return sources_of(count, self.context)


class AttendanceSerializer(serializers.ModelSerializer):
    """A state at the meeting in one capacity."""

    country = StateSerializer()
    sources = serializers.SerializerMethodField()

    class Meta:
        model = Attendance
        fields = ["country", "capacity", "head_of_delegation", "sources"]

    def get_sources(self, row: Attendance) -> Any:
        return sources_of(row, self.context)


class MeetingDocumentSerializer(serializers.ModelSerializer):
    """A document that readers may see; ``file`` where a copy can be downloaded."""

    date = PartialDateSerializer(allow_null=True)
    file = serializers.SerializerMethodField()

    class Meta:
        model = MeetingDocument
        fields = ["kind", "title", "un_symbol", "date", "language", "file", "sha256"]

    def get_file(self, document: MeetingDocument) -> str | None:
        if not document.file:
            return None
        return self.context["request"].build_absolute_uri(document.get_file_url())


class MeetingDetailSerializer(MeetingSerializer):
    """One meeting with its counts, who was there, its documents and its parts."""

    counts = MeetingCountSerializer(many=True)
    attendance = AttendanceSerializer(many=True)
    documents = MeetingDocumentSerializer(source="public_documents", many=True)
    parts = MeetingLinkSerializer(many=True)
    sources = serializers.SerializerMethodField()

    class Meta(MeetingSerializer.Meta):
        fields = [*MeetingSerializer.Meta.fields, "parts", "counts", "attendance", "documents", "sources"]

    def get_sources(self, meeting: Meeting) -> Any:
        return sources_of(meeting, self.context, with_note=True)
