"""What was destroyed, at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from stockpiles.models import DestructionRecord

from .claims import CERTAINTY, SOURCES, FigureAdmin, figures


@admin.register(DestructionRecord)
class DestructionRecordAdmin(FigureAdmin):
    table = "destroyed"
    autocomplete_fields = ("country", "munition_type")
    list_display = ("country", "period", "munition_type", figures, "certainty", "rank")
    list_filter = ("scope", "rank", "certainty")
    sections = (
        (None, {"fields": ["country", ("munition_type", "scope"), ("period_start", "period_end")]}),
        (
            "Figures",
            {
                "fields": [
                    ("munitions", "munitions_rounded"),
                    ("submunitions", "submunitions_rounded"),
                    "method",
                ],
                "description": "For a whole year give it twice: 2022 as beginning and as end.",
            },
        ),
        SOURCES,
        CERTAINTY,
    )

    @admin.display(description="Period", ordering="period_end")
    def period(self, record: DestructionRecord) -> str:
        return record.period_words

    def kind_of(self, record: Any) -> str:
        return str(record.scope)
