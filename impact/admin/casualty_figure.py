"""Casualties, at the desk."""

from django.contrib import admin

from editorial.admin.claims import CERTAINTY, SOURCES, ClaimAdmin
from impact.importing.casualty_figure import CASUALTY_FIGURES
from impact.models import CasualtyFigure


@admin.register(CasualtyFigure)
class CasualtyFigureAdmin(ClaimAdmin):
    sheet = CASUALTY_FIGURES
    list_display = ("country", "basis", "when_in_words", "in_words", "made_on", "certainty", "rank")
    list_filter = ("basis", "rank", "certainty")
    autocomplete_fields = ("country",)
    sections = (
        (None, {"fields": ["country", "basis"]}),
        ("When", {"fields": [("period_start", "period_end"), "as_of"]}),
        ("Figure", {"fields": [("bound", "number")]}),
        SOURCES,
        CERTAINTY,
    )
