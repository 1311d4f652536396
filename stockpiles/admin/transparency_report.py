"""Article 7 reports, at the desk, with the work list of those that are due."""

from __future__ import annotations

from django.contrib import admin

from stockpiles.importing.transparency_report import ART7_REPORTS
from stockpiles.models import TransparencyReport

from .claims import CERTAINTY, SOURCES, ClaimAdmin
from .work_lists import ReportsDuePages


@admin.register(TransparencyReport)
class TransparencyReportAdmin(ReportsDuePages, ClaimAdmin):
    sheet = ART7_REPORTS
    list_display = ("country", "kind", "calendar_year", "submitted_on", "certainty", "rank")
    list_filter = ("kind", "calendar_year", "rank")
    autocomplete_fields = ("country", "document")
    change_list_template = "admin/stockpiles/report_list.html"
    sections = (
        (None, {"fields": ["country", ("kind", "calendar_year")]}),
        (
            "Dates",
            {
                "fields": [
                    "submitted_on",
                    ("period_start", "period_end"),
                    ("due_as_printed", "missing_as_of"),
                    "document",
                ],
                "description": "When it was due is worked out from entry into force: Article 7(1) and (2).",
            },
        ),
        SOURCES,
        CERTAINTY,
    )
