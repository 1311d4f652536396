"""Suggestions on a text: made from its form instead of saving, read as differences, taken over by its author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from editorial.actions.commenting import text_of
from editorial.actions.suggesting import changes_of, decline, suggest, take_over, withdraw_suggestion
from editorial.history.marks import state_of_mark
from editorial.models import Publishable, Suggestion
from editorial.models.fields import within_bounds
from editorial.rules.transitions import Refused
from editorial.texts.compare import compare
from editorial.texts.passages import digest_of
from editorial.texts.side_by_side import Stretch, stretches
from editorial.texts.taking import SuggestedChange

from .begun import BegunForms
from .discussion import Discussion
from .record_pages import signed_in

_DEFINITION = re.compile(r"^\[\^([^\s\]]{1,200})\]:\s*")
NO_OTHERS = frozenset(
    {"text", "reason", "public_note", "seen_version"}
)  # of the form: the suggestion, and what it says


class SuggestForm(forms.Form):
    """What a suggestion needs of the record's form: its text, and why."""

    text = forms.CharField(
        label="Text",
        required=False,
        validators=[within_bounds],
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20}),
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The author reads it.",
    )
    seen_version = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
    form_id = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


@dataclass(frozen=True)
class ShownSuggestedChange:
    """One change of a suggestion, laid out word by word."""

    number: int
    is_conflict: bool
    stretches: list[Stretch]


class Suggestions(Discussion, BegunForms):
    """Whoever may comment on a record may suggest another text for it; whoever may change it takes that over."""

    def get_urls(self) -> list[URLPattern]:
        return [
            self.record_path("suggest/", self.suggest_view, "suggest"),
            self.record_path("suggestions/<int:number>/", self.suggestion_view, "suggestion"),
            *super().get_urls(),
        ]

    def suggestions(self, record: Publishable) -> list[tuple[Suggestion, str]]:
        """The suggestions on a record with their addresses, the open ones first."""
        found = (
            Suggestion.objects.about(record).select_related("by", "decided_by", "taken_by").defer("base", "text")
        )
        listed = sorted(found, key=lambda one: (not one.is_open, one.at))
        return [(one, self._address("suggestion", record.pk, one.pk)) for one in listed]

    @method_decorator(require_POST)
    def suggest_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Keeps the text as posted from the record's form as a suggestion, once, and forgets it as begun there. What is
        refused comes back as it was typed."""
        record = self._discussed(request, object_id)
        return self.saved_once(request, partial(self._suggested, request, record))

    def _suggested(self, request: HttpRequest, record: Publishable) -> HttpResponse:
        form = SuggestForm(request.POST)
        others = self._changed_beside_text(request, record)
        if others:
            words = f"A suggestion is the text alone. Go back to save the rest, or leave it: {', '.join(others)}."
            form.full_clean()
            form.add_error(None, words)
        if form.is_valid():
            given = form.cleaned_data
            seen = state_of_mark(self.model, record.pk, given["seen_version"])
            base = text_of(record) if seen is None or seen.record is None else str(seen.record.values["text"])
            try:
                made = suggest(
                    record=record,
                    by=signed_in(request),
                    base=base,
                    text=given["text"],
                    reason=given["reason"],
                    at=timezone.now(),
                )
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                self.message_user(request, "Suggested. Nothing of the record has changed.", messages.SUCCESS)
                return HttpResponseRedirect(self._address("suggestion", record.pk, made.pk))
        shown = {"record": record, "form": form, "address": self._address("suggest", record.pk)}
        return self._page(request, "admin/suggest.html", "Suggest a text", shown, record=record, status=422)

    def _changed_beside_text(self, request: HttpRequest, record: Publishable) -> list[str]:
        """The labels of other fields of the form that were posted with something else than is stored."""
        form = self.get_form(request, record, change=True)(request.POST, request.FILES, instance=record)
        names = [name for name in form.changed_data if name in request.POST and name not in NO_OTHERS]
        return [str(form.fields[name].label) for name in names]

    def suggestion_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        """A suggestion as differences from the text as it stands; a POST takes over, declines or withdraws it."""
        record: Publishable = self._seen(request, object_id)
        one: Suggestion | None = Suggestion.objects.about(record).select_related("by").filter(pk=number).first()
        if one is None:
            raise Http404("There is no such suggestion on this record.")
        if request.method == "POST":
            with self._saying_refusals(request):
                self._act(request, record, one)
            return HttpResponseRedirect(self._address("suggestion", record.pk, one.pk))
        shown = {
            "record": record,
            "one": one,
            "read": digest_of(text_of(record)),
            "changes": [_shown(change) for change in changes_of(one, record)] if one.is_open else [],
            "whole": [] if one.is_open else _changed(one.base, one.text),
            "may_take": one.is_open and self.has_change_permission(request, record),
            "is_own": one.by_id == signed_in(request).pk,
        }
        title = f"Suggestion by {one.by}"
        return self._page(request, "admin/suggestion.html", title, shown, record=record)

    def _act(self, request: HttpRequest, record: Publishable, one: Suggestion) -> None:
        by, now, posted = signed_in(request), timezone.now(), request.POST
        given: dict[str, Any] = {"suggestion": one, "record": record, "by": by, "at": now}
        if "withdraw" in posted:
            withdraw_suggestion(**given)
            self.message_user(request, "Your suggestion is withdrawn.", messages.SUCCESS)
            return
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        if "decline" in posted:
            decline(**given, words=posted.get("words", "")[:2000])
            self.message_user(request, f"Declined. {one.by} reads why.", messages.SUCCESS)
            return
        changes = changes_of(one, record)
        wanted = (
            {change.number for change in changes if not change.is_conflict}
            if "all" in posted
            else {int(number) for number in posted.getlist("take") if number.isdecimal() and len(number) < 6}
        )
        take_over(**given, read=posted.get("read", ""), numbers=wanted)
        self.message_user(request, f"Taken over from {one.by}’s suggestion.", messages.SUCCESS)


def _shown(change: SuggestedChange) -> ShownSuggestedChange:
    return ShownSuggestedChange(change.number, change.is_conflict, _changed(change.old, change.new))


def _changed(old: str, new: str) -> list[Stretch]:
    """What differs, the definitions of notes like paragraphs of the text."""
    return [one for one in stretches(compare(_open_notes(old), _open_notes(new))) if one.kind != "equal"]


def _open_notes(text: str) -> str:
    """Definitions of notes as paragraphs that name their key: a comparison would set them apart from the text."""
    return "\n".join(_DEFINITION.sub(r"Note “\1”: ", line) for line in text.split("\n"))
