"""Article 7 reports, each with the day it was due by the convention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.filters import ClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from api.v1.serializers.explained import ExplainedDateSerializer, explained
from api.v1.serializers.source import SourceLinkSerializer
from api.v1.serializers.state import PartialDateSerializer
from countries.models import FactKind, TreatyAction
from editorial.rules.explained import Explained
from stockpiles.models import ReportKind, TransparencyReport
from stockpiles.queries.bound import entry_into_force_by_state
from stockpiles.rules.reporting_calendar import annual_report_due, first_report_due, report_days


class TransparencyReportFilter(ClaimFilter):
    kind = filters.ChoiceFilter(choices=ReportKind.choices)
    year = filters.NumberFilter(
        field_name="calendar_year", min_value=1999, max_value=2999, help_text="Calendar year reported on: 2014."
    )


class TransparencyReportSerializer(ClaimSerializer[TransparencyReport]):
    """A report, or the word of a source that one was missing. ``due`` is computed from entry into force."""

    due = serializers.SerializerMethodField(help_text="null for voluntary reports and those without a year.")
    due_as_printed = PartialDateSerializer(allow_null=True, help_text="As a source prints it.")
    missing_as_of = PartialDateSerializer(
        allow_null=True, help_text="A source says that it had not been submitted by then."
    )
    days = serializers.SerializerMethodField(
        help_text="Days early (positive) or late (negative) in words; null if not both dates are known."
    )
    document = SourceLinkSerializer(allow_null=True)

    class Meta:
        model = TransparencyReport
        fields = [
            *("id", "state", "page", "kind", "calendar_year"),
            *("due", "submitted_on", "days", "due_as_printed", "missing_as_of"),
            *("period_start", "period_end", "document"),
            *CLAIM_FIELDS,
        ]

    def due_of(self, report: TransparencyReport) -> Explained[date] | None:
        if report.kind == ReportKind.INITIAL:
            since = self.context["in_force"].get(report.country_id)
            return first_report_due(since) if since else None
        if report.kind == ReportKind.ANNUAL and report.calendar_year:
            return annual_report_due(report.calendar_year)
        return None

    @extend_schema_field(ExplainedDateSerializer(allow_null=True))
    def get_due(self, report: TransparencyReport) -> dict[str, object] | None:
        return explained(self.due_of(report))

    def get_days(self, report: TransparencyReport) -> str | None:
        due, submitted = self.due_of(report), report.submitted
        return str(report_days(due, submitted).value) if due and submitted else None


class TransparencyReportViewSet(Noun[TransparencyReport]):
    """Article 7 reports, each with the day it was due by the convention."""

    about = ((FactKind.TRANSPARENCY_REPORTS, ""),)
    also_reads = (TreatyAction,)
    queryset = TransparencyReport.objects.select_related("country", "document").order_by("pk")
    serializer_class = TransparencyReportSerializer
    filterset_class = TransparencyReportFilter

    def read_for(self, rows: Sequence[TransparencyReport]) -> Mapping[str, object]:
        return {**super().read_for(rows), "in_force": entry_into_force_by_state() if rows else {}}
