"""What was destroyed, at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from stockpiles.importing.destruction_record import STOCKPILE_YEARS
from stockpiles.models import DestructionRecord

from .claims import CERTAINTY, SOURCES, FigureAdmin, counted, figures


@admin.register(DestructionRecord)
class DestructionRecordAdmin(FigureAdmin):
    sheet = STOCKPILE_YEARS
    list_display = ("country", "period", "munition_type", figures, "certainty", "rank")
    list_filter = ("scope", "out_of", "rank", "certainty")
    sections = (
        (None, {"fields": ["country", ("munition_type", "out_of"), "scope", ("period_start", "period_end")]}),
        counted("method", description="For a whole year give it twice: 2022 as beginning and as end."),
        SOURCES,
        CERTAINTY,
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name == "out_of":
            field.required = False  # without an answer it is the stock, as nearly always
        return field

    @admin.display(description="Period", ordering="period_end")
    def period(self, record: DestructionRecord) -> str:
        return record.period_words
