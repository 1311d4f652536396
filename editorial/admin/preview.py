"""Forms that show what a record would lead to before it is saved: standings, a ledger, a deadline."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern

from editorial.models import Tracked

from .tracked import TrackedAdmin


class PreviewAdmin(TrackedAdmin):
    """Shows what follows from a record: as stored when its form opens, and as typed while somebody types.

    The form asks an address of its own, which reads the fields as the form would and saves nothing; without scripts a
    button opens it beside the form. What is asked for is a look: no reason is needed, nor the newest version.
    """

    change_form_template = "admin/preview_form.html"
    follows_title = "What this leads to"
    follows_button = "Show what this leads to"
    follows_help = "Fill in the state and what the source gives; what follows from it shows here."
    follows_template = ""
    follows_from: tuple[str, ...] = ()  # the fields that count; all of the form where none are named
    follows_needs: tuple[str, ...] = ("country",)  # without these nothing can be said
    follows_at_once = True  # whether what is stored says something already

    def what_follows(self, record: Any, stored: Any | None) -> dict[str, object]:
        """What the template needs. ``record`` may be unsaved, ``stored`` is what it would replace; nothing is written."""
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        return [
            self.page_path("effects/", self.follows_view, "effects"),
            self.record_path("effects/", self.follows_view, "effects_of"),
            *super().get_urls(),
        ]

    def follows_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """What the fields as posted would lead to, or why they cannot be. As a part of a page for scripts."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        stored, edited = (self.get_object(request, unquote(object_id)) if object_id else None for _ in range(2))
        form = self._facts_form(request, stored)(request.POST, instance=edited)
        context: dict[str, object] = {"follows_help": self.follows_help, "is_typed": True}
        if all(request.POST.get(name) for name in self.follows_needs):
            if form.is_valid():
                context |= self._found(form.instance, stored)
            else:
                context["problems"] = _words(form)
        if request.headers.get("X-Requested-With") == "fetch":
            return TemplateResponse(request, "admin/_follows.html", context)
        return self._page(request, "admin/follows.html", self.follows_title, context)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        original = context.get("original")
        stored = None if context.get("is_only_proposed") else original
        context |= {
            "follows_url": self._address("effects_of", stored.pk) if stored else self._address("effects"),
            "follows_title": self.follows_title,
            "follows_button": self.follows_button,
            "follows_help": self.follows_help,
            "follows_from": " ".join(self.follows_from),
        }
        if self.follows_at_once and original is not None and request.method != "POST":
            context |= self._found(original, original)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        self.say_what_follows(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self.say_what_follows(request, obj)
        return super().response_change(request, obj)

    def say_what_follows(self, request: HttpRequest, record: Any) -> None:
        """A message on what the saved record led to."""

    def _found(self, record: Tracked, stored: Tracked | None) -> dict[str, object]:
        return {"follows": self.what_follows(record, stored), "follows_template": self.follows_template}

    def _facts_form(self, request: HttpRequest, stored: Tracked | None) -> type[forms.ModelForm]:
        """The form without what it asks of a person: the reason and the version that was read."""
        names = self.follows_from or flatten_fieldsets(self.sections)
        facts: type[forms.ModelForm] = self.get_form(
            request, stored, change=stored is not None, form=forms.ModelForm, fields=names
        )
        return facts


def _words(form: forms.ModelForm) -> list[str]:
    """Everything that is wrong, each with the field it is about."""
    found = [str(error) for error in form.non_field_errors()]
    return found + [f"{field.label}: {error}" for field in form for error in field.errors]
