"""Clearance clocks, at the desk."""

from django.contrib import admin

from editorial.admin.tracked import TrackedAdmin
from stockpiles.models import ClearanceObligation


@admin.register(ClearanceObligation)
class ClearanceObligationAdmin(TrackedAdmin):
    list_display = ("country", "name", "origin", "hostilities_ended")
    list_filter = ("origin",)
    list_select_related = ("country",)
    search_fields = ("country__name", "country__iso3", "name")
    autocomplete_fields = ("country",)
    sections = (
        (None, {"fields": ["country", "name", ("origin", "hostilities_ended")]}),
        ("What the source says", {"fields": ["note"]}),
    )
