"""Use, production and trade, at the desk."""

from django.contrib import admin

from editorial.admin.tracked import TrackedInline
from stockpiles.importing.activity_claim import ACTIVITY_CLAIMS
from stockpiles.models import ActivityClaim, ActivityPlace

from .claims import CERTAINTY, SOURCES, ClaimAdmin


class ActivityPlaceInline(TrackedInline):
    model = ActivityPlace
    autocomplete_fields = ("country",)
    verbose_name = "state or area"
    verbose_name_plural = "where it was used, with whom it was traded, whose stocks are hosted"


@admin.register(ActivityClaim)
class ActivityClaimAdmin(ClaimAdmin):
    sheet = ACTIVITY_CLAIMS
    list_display = ("country", "activity", "answer", "when_in_words", "made_on", "certainty", "rank")
    list_filter = ("activity", "answer", "tense", "rank", "certainty")
    list_select_related = ("country", "munition_type")
    autocomplete_fields = ("country", "munition_type")
    inlines = (ActivityPlaceInline,)
    sections = (
        (None, {"fields": ["country", ("activity", "answer"), "munition_type"]}),
        ("When", {"fields": [("period_start", "period_end"), ("tense", "time_in_words"), "as_of"]}),
        SOURCES,
        CERTAINTY,
    )
