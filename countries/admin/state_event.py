"""Events of states at the desk."""

from django.contrib import admin

from countries.importing.state_event import STATE_EVENTS
from countries.models import StateEvent
from editorial.admin.sheet_pages import SheetPages


@admin.register(StateEvent)
class StateEventAdmin(SheetPages):
    sheet = STATE_EVENTS
    list_display = ("country", "date", "kind", "words")
    list_filter = ("kind",)
    list_select_related = ("country",)
    search_fields = ("country__name", "country__iso3", "words")
    autocomplete_fields = ("country", "towards", "source")
    sections = (
        (None, {"fields": [("country", "towards"), ("kind", "date"), "words"]}),
        ("Source", {"fields": [("source", "source_locator"), "note"]}),
    )
