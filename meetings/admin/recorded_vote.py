"""Recorded votes at the desk, with their totals."""

from django.contrib import admin

from editorial.admin.sheet_pages import SheetPages
from editorial.admin.tracked import TrackedInline
from meetings.importing.recorded_vote import RECORDED_VOTES, VOTE_TOTALS
from meetings.models import RecordedVote, VoteTotals


class VoteTotalsInline(TrackedInline):
    """Totals as sources give them; those that disagree stand side by side."""

    model = VoteTotals
    fields = (
        ("yes", "no", "abstained"),
        ("certainty", "rank"),
        "rank_reason",
        ("source", "source_locator"),
        "made_on",
        "note",
    )
    autocomplete_fields = ("source",)
    verbose_name = "total"
    verbose_name_plural = "totals, as sources give them"


@admin.register(RecordedVote)
class RecordedVoteAdmin(SheetPages):
    sheet = RECORDED_VOTES
    sheets = (RECORDED_VOTES, VOTE_TOTALS)
    list_display = ("resolution", "body", "paragraph", "held_on")
    list_filter = ("body",)
    list_select_related = ("resolution",)
    search_fields = ("slug", "resolution__symbol", "resolution__draft_symbol")
    autocomplete_fields = ("resolution", "source")
    inlines = (VoteTotalsInline,)
    sections = (
        (None, {"fields": ["resolution", "slug", ("body", "paragraph"), "held_on"]}),
        ("Source", {"fields": [("source", "source_locator")]}),
    )
