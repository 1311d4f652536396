"""Figures of the world as they were published, at the desk."""

from django.contrib import admin

from countries.importing.published_total import PUBLISHED_TOTALS
from countries.models import PublishedTotal
from editorial.admin.claims import CERTAINTY, SOURCES, ShortTexts
from editorial.admin.sheet_pages import SheetPages


@admin.register(PublishedTotal)
class PublishedTotalAdmin(ShortTexts, SheetPages):
    sheet = PUBLISHED_TOTALS
    list_display = ("measure", "when_in_words", "in_words", "covers", "made_on", "certainty", "rank")
    list_filter = ("subject", "measure", "rank", "certainty")
    search_fields = ("covers", "note")
    sections = (
        (None, {"fields": [("subject", "measure"), "covers"]}),
        ("When", {"fields": [("period_start", "period_end"), "as_of"]}),
        ("Figure", {"fields": [("bound", "number", "upper"), "out_of"]}),
        SOURCES,
        CERTAINTY,
    )
