"""Clearance deadlines as sources print them, at the desk."""

from django.contrib import admin

from editorial.admin.claims import CERTAINTY, SOURCES, ClaimAdmin
from impact.importing.published_deadline import PUBLISHED_DEADLINES
from impact.models import PublishedDeadline


@admin.register(PublishedDeadline)
class PublishedDeadlineAdmin(ClaimAdmin):
    sheet = PUBLISHED_DEADLINES
    list_display = ("country", "kind", "deadline", "as_of", "made_on", "certainty", "rank")
    list_filter = ("kind", "rank", "certainty")
    autocomplete_fields = ("country",)
    sections = (
        (None, {"fields": ["country", ("kind", "deadline")]}),
        ("When it was asked or granted", {"fields": ["as_of", ("period_start", "period_end")]}),
        SOURCES,
        CERTAINTY,
    )
