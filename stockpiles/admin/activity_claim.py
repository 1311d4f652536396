"""Use, production and trade, at the desk."""

from django.contrib import admin

from stockpiles.importing.activity_claim import ACTIVITY_CLAIMS
from stockpiles.models import ActivityClaim

from .claims import CERTAINTY, SOURCES, ClaimAdmin


@admin.register(ActivityClaim)
class ActivityClaimAdmin(ClaimAdmin):
    sheet = ACTIVITY_CLAIMS
    list_display = ("country", "activity", "answer", "as_of", "certainty", "rank")
    list_filter = ("activity", "answer", "rank", "certainty")
    list_select_related = ("country", "munition_type")
    autocomplete_fields = ("country", "munition_type")
    sections = (
        (None, {"fields": ["country", ("activity", "answer"), ("munition_type", "as_of")]}),
        SOURCES,
        CERTAINTY,
    )
