"""Resolutions of the General Assembly at the desk, with who stood behind them."""

from django.contrib import admin

from editorial.admin.sheet_pages import SheetPages
from editorial.admin.tracked import TrackedInline
from meetings.importing.resolution import RESOLUTION_SPONSORS, RESOLUTIONS
from meetings.models import Resolution, ResolutionSponsor


class ResolutionSponsorInline(TrackedInline):
    """States in their roles, as sources name them."""

    model = ResolutionSponsor
    fields = (("country", "role"), ("source", "source_locator"))
    autocomplete_fields = ("country", "source")
    verbose_name = "state behind it, or that explained its vote"
    verbose_name_plural = "states behind it, and those that explained their vote"


@admin.register(Resolution)
class ResolutionAdmin(SheetPages):
    sheet = RESOLUTIONS
    sheets = (RESOLUTIONS, RESOLUTION_SPONSORS)
    list_display = ("symbol", "year", "draft_symbol", "title")
    search_fields = ("symbol", "draft_symbol", "title")
    autocomplete_fields = ("source",)
    inlines = (ResolutionSponsorInline,)
    sections = (
        (None, {"fields": ["symbol", "slug", "draft_symbol", "title", ("session", "year")]}),
        ("Source", {"fields": [("source", "source_locator")]}),
    )
