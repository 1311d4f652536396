"""Treaty actions at the desk: what an act would change is shown before it is saved; whole tables come as sheets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms.models import modelform_factory
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from countries.importing.treaty_action import AT_THE_DESK, ONLY_WHAT_HAPPENED, TREATY_ACTIONS
from countries.models import Treaty, TreatyAction
from countries.queries.coverage import acts_towards, record
from countries.queries.treaty_effects import Effect, effects_of
from editorial.admin.sheet_pages import SheetPages
from editorial.admin.tracked import TrackedForm
from editorial.rules.calendar import spoken

FACTS = ("treaty", "country", "kind", "date", "effective_on", "published_effect", "in_armed_conflict")


class NotAhead(forms.ModelForm):
    """An act is recorded once it has happened."""

    def clean_date(self) -> Any:
        day = self.cleaned_data["date"]
        if day > timezone.localdate():
            raise forms.ValidationError(f"{spoken(day)} lies ahead. {ONLY_WHAT_HAPPENED}")
        return day


class TreatyActionForm(NotAhead, TrackedForm):
    """The form at the desk."""


FactsForm = modelform_factory(TreatyAction, form=NotAhead, fields=FACTS)


@admin.register(TreatyAction)
class TreatyActionAdmin(SheetPages):
    """Signatures, deposits, declarations, notices. An order that the treaty forbids is refused with its article."""

    form = TreatyActionForm
    sheet = TREATY_ACTIONS
    sheets = AT_THE_DESK
    list_display = ("date", "country", "treaty_name", "kind", "published_effect", "place", "official")
    list_display_links = ("date", "country")
    list_filter = ("treaty", "kind", "country__region")
    list_select_related = ("country", "treaty")
    search_fields = ("country__name", "country__iso3", "country__names__name", "official")
    date_hierarchy = "date"
    autocomplete_fields = ("country", "source")
    change_form_template = "admin/treaty_action_form.html"
    delete_confirmation_template = "admin/treaty_action_delete.html"
    sections = (
        (None, {"fields": [("treaty", "country"), ("kind", "date")]}),
        ("Circumstances", {"fields": ["official", "place"]}),
        ("Effect", {"fields": ["published_effect", "effective_on", "in_armed_conflict"]}),
        ("Source", {"fields": [("source", "source_locator"), "note"]}),
    )

    @admin.display(description="Treaty", ordering="treaty__order")
    def treaty_name(self, act: TreatyAction) -> str:
        return act.treaty.short_name

    # ------------------------------------------------------------------ what it would change

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("effects/", self.admin_site.admin_view(self.effects), name="countries_treatyaction_effects"),
            path(
                "<int:pk>/effects/",
                self.admin_site.admin_view(self.effects),
                name="countries_treatyaction_effects_of",
            ),
        ]
        return own + super().get_urls()

    def effects(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """What the facts in the form would change, or why the treaty does not allow them. Saves nothing."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        of_theirs = self.get_queryset(request)
        stored, edited = (of_theirs.filter(pk=pk).first() if pk else None for _ in range(2))
        form = FactsForm(request.POST, instance=edited)
        problems: list[str] = []
        found: tuple[Effect, ...] = ()
        is_complete = all(request.POST.get(name) for name in ("treaty", "country", "kind", "date"))
        if is_complete and form.is_valid():
            act: TreatyAction = form.instance
            found = effects_of(
                treaty=Treaty.objects.select_related("parent").get(pk=act.treaty_id),
                country=act.country,
                act=act.for_rules,
                instead_of=stored,
                today=timezone.localdate(),
            )
        elif is_complete:
            problems = [str(error) for errors in form.errors.values() for error in errors]
        context = {"effects": found, "problems": problems, "is_complete": is_complete}
        if request.headers.get("X-Requested-With") == "fetch":
            return TemplateResponse(request, "admin/_treaty_effects.html", context)
        context |= {**self.admin_site.each_context(request), "title": "What this would change", "opts": self.opts}
        return TemplateResponse(request, "admin/treaty_effects.html", context)

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
        found: tuple[Effect, ...] = ()
        if act is not None:
            found = effects_of(
                treaty=Treaty.objects.select_related("parent").get(pk=act.treaty_id),
                country=act.country,
                act=None,
                instead_of=act,
                today=timezone.localdate(),
            )
        return super().delete_view(request, object_id, {**(extra_context or {}), "effects": found})
