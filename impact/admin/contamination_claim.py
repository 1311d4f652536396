"""Contamination, at the desk."""

from django.contrib import admin

from editorial.admin.claims import CERTAINTY, SOURCES, ClaimAdmin
from impact.importing.contamination_claim import CONTAMINATION_CLAIMS
from impact.models import ContaminationClaim


@admin.register(ContaminationClaim)
class ContaminationClaimAdmin(ClaimAdmin):
    sheet = CONTAMINATION_CLAIMS
    list_display = ("country", "answer", "extent_in_words", "when_in_words", "made_on", "certainty", "rank")
    list_filter = ("answer", "rank", "certainty")
    autocomplete_fields = ("country",)
    sections = (
        (None, {"fields": ["country", "answer", "place"]}),
        ("Extent", {"fields": ["bound", ("area_km2", "confirmed_km2", "suspected_km2"), "areas"]}),
        ("When", {"fields": ["as_of", ("period_start", "period_end")]}),
        SOURCES,
        CERTAINTY,
    )
