"""What is retained for training, at the desk."""

from __future__ import annotations

from django.contrib import admin

from stockpiles.importing.retention_record import RETENTION
from stockpiles.models import RetentionRecord

from .claims import CERTAINTY, SOURCES, FigureAdmin, counted, figures


@admin.register(RetentionRecord)
class RetentionRecordAdmin(FigureAdmin):
    sheet = RETENTION
    list_display = ("country", "as_of", "made_on", "munition_type", figures, "certainty", "rank")
    list_filter = ("rank", "certainty")
    sections = (
        (None, {"fields": ["country", ("munition_type", "as_of")]}),
        counted("purpose"),
        SOURCES,
        CERTAINTY,
    )
