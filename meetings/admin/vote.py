"""Votes of states at the desk."""

from django.contrib import admin

from editorial.admin.sheet_pages import SheetPages
from meetings.importing.vote import VOTES
from meetings.models import Vote


@admin.register(Vote)
class VoteAdmin(SheetPages):
    sheet = VOTES
    list_display = ("country", "recorded_vote", "answer", "source", "rank")
    list_filter = ("answer", "recorded_vote__resolution", "rank")
    list_select_related = ("country", "recorded_vote__resolution", "source")
    search_fields = ("country__name", "country__iso3", "recorded_vote__resolution__symbol")
    autocomplete_fields = ("country", "recorded_vote", "source")
    sections = (
        (None, {"fields": ["recorded_vote", ("country", "answer")]}),
        ("Source", {"fields": [("source", "source_locator"), "made_on", "note"]}),
        ("How sure, and which counts", {"fields": [("certainty", "rank"), "rank_reason"]}),
    )
