"""Treaty actions at the desk: what an act would change is shown before it is saved; whole tables come as sheets."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from countries.importing.treaty_action import AT_THE_DESK, TREATY_ACTIONS
from countries.models import Country, Treaty, TreatyAction
from countries.queries.coverage import acts_towards, record
from countries.queries.treaty_effects import Effect, effects_of
from countries.rules.final_clauses import TreatyAct
from editorial.admin.preview import PreviewAdmin
from editorial.admin.sheet_pages import SheetPages
from editorial.rules.calendar import spoken

FACTS = ("treaty", "country", "kind", "date", "effective_on", "published_effect", "in_armed_conflict")


@admin.register(TreatyAction)
class TreatyActionAdmin(PreviewAdmin, SheetPages):
    """Signatures, deposits, declarations, notices. An order that the treaty forbids is refused with its article."""

    sheets = AT_THE_DESK
    sheet = TREATY_ACTIONS
    list_display = ("date", "country", "treaty_name", "kind", "published_effect", "place", "official")
    list_display_links = ("date", "country")
    list_filter = ("treaty", "kind", "country__region")
    list_select_related = ("country", "treaty")
    search_fields = ("country__name", "country__iso3", "country__names__name", "official")
    date_hierarchy = "date"
    autocomplete_fields = ("country", "source")
    follows_title = "What this would change"
    follows_button = "Show what this would change"
    follows_help = "Fill in treaty, state, kind and date to see what this would change."
    follows_template = "admin/_treaty_effects.html"
    follows_from = FACTS
    follows_needs = ("treaty", "country", "kind", "date")
    follows_at_once = False
    delete_confirmation_template = "admin/treaty_action_delete.html"
    sections = (
        (None, {"fields": [("treaty", "country"), ("kind", "date")]}),
        ("Circumstances", {"fields": ["official", "place"], "classes": ["below-what-follows"]}),
        ("Effect", {"fields": ["published_effect", "effective_on", "in_armed_conflict"]}),
        ("Source", {"fields": [("source", "source_locator"), "note"]}),
    )

    @admin.display(description="Treaty", ordering="treaty__order")
    def treaty_name(self, act: TreatyAction) -> str:
        return act.treaty.short_name

    def what_follows(self, record: TreatyAction, stored: TreatyAction | None) -> dict[str, Any]:
        """The standings, dates and counts that the act would change."""
        return {"effects": _effects(record.country, record.treaty_id, record.for_rules, stored)}

    def save_model(self, request: HttpRequest, obj: TreatyAction, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        until = record().of(*acts_towards(obj.treaty.slug)).until
        if until is not None and obj.date > until:
            self.message_user(
                request,
                f"The record of acts towards the {obj.treaty.short_name} reaches to {spoken(until)}, so pages show this act "
                f"only for days from {spoken(obj.date)} on that are asked for. Once the depositary's list has been compared "
                "up to that day, move the coverage on (All records, Coverage).",
                messages.WARNING,
            )

    # ------------------------------------------------------------------ deleting

    def deletion_refusal(self, obj: TreatyAction) -> str:
        try:
            obj.check_removal()
        except ValidationError as refused:
            return " ".join(refused.messages)
        return super().deletion_refusal(obj)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        act = self.get_object(request, unquote(object_id))
        found = _effects(act.country, act.treaty_id, None, act) if act is not None else ()
        return super().delete_view(request, object_id, {**(extra_context or {}), "follows": {"effects": found}})


def _effects(
    country: Country, treaty: int, act: TreatyAct | None, instead_of: TreatyAction | None
) -> tuple[Effect, ...]:
    found: tuple[Effect, ...] = effects_of(
        treaty=Treaty.objects.select_related("parent").get(pk=treaty),
        country=country,
        act=act,
        instead_of=instead_of,
        today=timezone.localdate(),
    )
    return found
