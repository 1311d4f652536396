"""Destruction programmes with their parts, at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest

from editorial.admin.tracked import TrackedAdmin, TrackedInline
from stockpiles.models import Contribution, DestructionProgramme, ProgrammeDelay, ProgrammeStage
from stockpiles.rules.programme_order import problems_of_order


class StageInline(TrackedInline):
    model = ProgrammeStage


class DelayInline(TrackedInline):
    model = ProgrammeDelay
    fields = ("cause", ("began", "ended"), "note")


class ContributionInline(TrackedInline):
    model = Contribution
    autocomplete_fields = ("donor_state", "donor_organisation", "channel")


@admin.register(DestructionProgramme)
class DestructionProgrammeAdmin(TrackedAdmin):
    list_display = ("title", "country", "partner", "started", "ended")
    list_select_related = ("country", "partner")
    search_fields = ("title", "country__name", "country__iso3")
    autocomplete_fields = ("country", "partner")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (StageInline, DelayInline, ContributionInline)
    sections = (
        (None, {"fields": ["title", "slug", "country", "partner", "state_body", ("started", "ended")]}),
        ("What the source says", {"fields": ["note"]}),
    )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        stages = [stage.as_stage for stage in ProgrammeStage.objects.filter(programme=form.instance)]
        for problem in problems_of_order(stages):
            self.message_user(request, problem, messages.WARNING)
