"""What was cleared, at the desk."""

from django.contrib import admin

from editorial.admin.claims import CERTAINTY, SOURCES, ClaimAdmin
from impact.importing.clearance_record import CLEARANCE_RECORDS
from impact.models import ClearanceRecord


@admin.register(ClearanceRecord)
class ClearanceRecordAdmin(ClaimAdmin):
    sheet = CLEARANCE_RECORDS
    list_display = ("country", "when_in_words", "in_words", "made_on", "certainty", "rank")
    list_filter = ("rank", "certainty")
    autocomplete_fields = ("country",)
    sections = (
        (None, {"fields": ["country", ("period_start", "period_end"), "as_of"]}),
        ("Figures", {"fields": [("area_bound", "area_km2"), ("items_bound", "items_destroyed")]}),
        SOURCES,
        CERTAINTY,
    )
