"""Laws by which states carry the convention out, at the desk."""

from django.contrib import admin

from countries.importing.national_law import NATIONAL_LAWS
from countries.models import NationalLaw
from editorial.admin.claims import CERTAINTY, SOURCES, ClaimAdmin


@admin.register(NationalLaw)
class NationalLawAdmin(ClaimAdmin):
    sheet = NATIONAL_LAWS
    list_display = ("country", "title", "kind", "status", "adopted_on", "in_force_on", "certainty", "rank")
    list_filter = ("kind", "status", "rank", "certainty")
    search_fields = (*ClaimAdmin.search_fields, "title", "original_title", "known_as")
    autocomplete_fields = ("country",)
    sections = (
        (None, {"fields": ["country", ("kind", "status"), "title", "original_title", "known_as"]}),
        ("When", {"fields": [("adopted_on", "in_force_on"), "as_of"]}),
        ("What it says", {"fields": ["covers", "penalty"]}),
        SOURCES,
        CERTAINTY,
    )
