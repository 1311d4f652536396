"""Views of states on disputed questions, at the desk."""

from django.contrib import admin

from editorial.admin.claims import CERTAINTY, SOURCES, ClaimAdmin
from meetings.importing.interpretive_position import INTERPRETIVE_POSITIONS
from meetings.models import InterpretivePosition


@admin.register(InterpretivePosition)
class InterpretivePositionAdmin(ClaimAdmin):
    sheet = INTERPRETIVE_POSITIONS
    list_display = ("country", "issue", "answer", "as_of", "made_on", "certainty", "rank")
    list_filter = ("issue", "answer", "rank", "certainty")
    search_fields = (*ClaimAdmin.search_fields, "view")
    autocomplete_fields = ("country",)
    sections = (
        (None, {"fields": ["country", ("issue", "answer"), "view", "as_of"]}),
        SOURCES,
        CERTAINTY,
    )
