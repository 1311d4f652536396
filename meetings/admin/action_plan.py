"""Action plans at the desk."""

from __future__ import annotations

from django.contrib import admin

from editorial.admin.tracked import TrackedAdmin, TrackedInline
from meetings.models import Action, ActionPlan, ActionPlanPart, PlanAdoption


class ActionPlanPartInline(TrackedInline):
    """Chapters in their order."""

    model = ActionPlanPart
    fields = (("order", "title", "theme"),)
    verbose_name = "chapter"


class ActionInline(TrackedInline):
    """Actions by number; the text only where a source was seen."""

    model = Action
    fields = (("number", "part"), "text", "source")
    autocomplete_fields = ("source",)


class PlanAdoptionInline(TrackedInline):
    """Dates of further sources, beside the one of the plan."""

    model = PlanAdoption
    fields = (("adopted", "made_on"), ("source", "source_locator"), "certainty", ("rank", "rank_reason"))
    autocomplete_fields = ("source",)
    verbose_name = "further date of adoption"
    verbose_name_plural = "further dates of adoption"


@admin.register(ActionPlan)
class ActionPlanAdmin(TrackedAdmin):
    list_display = ("name", "adopted", "from_year", "until_year", "actions_claimed")
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("meeting", "source")
    inlines = (PlanAdoptionInline, ActionPlanPartInline, ActionInline)
    sections = (
        (None, {"fields": ["name", "slug", "meeting", "adopted", ("from_year", "until_year"), "actions_claimed"]}),
        ("Text", {"fields": ["note"]}),
        ("Source", {"fields": [("source", "source_locator")]}),
    )
