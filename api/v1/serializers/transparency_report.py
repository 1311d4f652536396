"""Article 7 reports."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from stockpiles.models import ReportKind, TransparencyReport
from stockpiles.rules.reporting_calendar import annual_report_due, first_report_due, report_days

from .claim import CLAIM_FIELDS, ClaimSerializer
from .explained import ExplainedDateSerializer
from .source import SourceLinkSerializer
from .state import PartialDateSerializer


class TransparencyReportSerializer(ClaimSerializer):
    """A report, or the word of a source that one was missing. ``due`` is computed from entry into force."""

    submitted_on = PartialDateSerializer(allow_null=True)
    due = serializers.SerializerMethodField(help_text="null for voluntary reports and those without a year.")
    due_as_printed = PartialDateSerializer(allow_null=True, help_text="As a source prints it.")
    missing_as_of = PartialDateSerializer(
        allow_null=True, help_text="A source says that it had not been submitted by then."
    )
    days = serializers.SerializerMethodField(
        help_text="Days early (positive) or late (negative) in words; null if not both dates are known."
    )
    period_start = PartialDateSerializer(allow_null=True)
    period_end = PartialDateSerializer(allow_null=True)
    document = SourceLinkSerializer(allow_null=True)

    class Meta:
        model = TransparencyReport
        fields = [
            "id",
            "state",
            "page",
            "kind",
            "calendar_year",
            "due",
            "submitted_on",
            "days",
            "due_as_printed",
            "missing_as_of",
            "period_start",
            "period_end",
            "document",
            *CLAIM_FIELDS,
        ]

    def due_of(self, report: TransparencyReport) -> Any:
        if report.kind == ReportKind.INITIAL:
            since = self.context["in_force"].get(report.country_id)
            return first_report_due(since) if since else None
        if report.kind == ReportKind.ANNUAL and report.calendar_year:
            return annual_report_due(report.calendar_year)
        return None

    @extend_schema_field(ExplainedDateSerializer(allow_null=True))
    def get_due(self, report: TransparencyReport) -> Any:
        due = self.due_of(report)
        return ExplainedDateSerializer(due).data if due else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_days(self, report: TransparencyReport) -> Any:
        due, submitted = self.due_of(report), report.submitted
        return str(report_days(due, submitted).value) if due and submitted else None
