"""Steps at home towards joining or leaving a treaty, at the desk."""

from django.contrib import admin

from countries.models import DomesticStep
from editorial.admin.tracked import TrackedAdmin


@admin.register(DomesticStep)
class DomesticStepAdmin(TrackedAdmin):
    list_display = ("country", "treaty", "kind", "date", "description")
    list_filter = ("treaty", "kind")
    list_select_related = ("country", "treaty")
    search_fields = ("country__name", "country__iso3", "country__names__name", "description")
    autocomplete_fields = ("country", "source")
    sections = (
        (None, {"fields": [("country", "treaty"), ("kind", "date"), "description"]}),
        ("Source", {"fields": [("source", "source_locator"), "note"]}),
    )
