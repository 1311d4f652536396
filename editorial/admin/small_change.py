"""The form of a record that is reviewed: a save can be said to be a small change, by who may review it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from editorial.actions.small_changes import FIELDS, save_small_change, small_or_refused
from editorial.models import Status
from editorial.rules.transitions import Refused

from .source_supports import FIELD as SOURCE_SUPPORTS
from .tracked import TrackedAdmin, TrackedForm, signed_in

ASKED = frozenset({"reason", "public_note", "seen_version", "small_change", SOURCE_SUPPORTS})
"""What the form asks beside the fields of the record."""


class PublishableForm(TrackedForm):
    """The form of a record that is reviewed: whoever may review it can say that a change is a small one."""

    may_be_small = False  # whether it is offered to this person

    small_change = forms.BooleanField(
        label="A small change (spelling, typing): you stay a reviewer",
        required=False,
        help_text="No figure, name, note or source differs, and only a few letters. Who publishes is shown each word. "
        "The text stays in review; an approval is given again.",
    )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.is_small and cleaned is not None and self.instance.pk is not None:
            changed = [name for name in self.changed_data if name not in ASKED]
            others = [str(self.fields[name].label) for name in changed if name not in FIELDS]
            try:
                small_or_refused(
                    self.instance, {n: cleaned[n] for n in changed if n in FIELDS and n in cleaned}, others
                )
            except Refused as refused:
                self.add_error("small_change", str(refused))
        return cleaned

    @property
    def is_small(self) -> bool:
        return self.may_be_small and bool(self.cleaned_data.get("small_change"))


class SmallChanges(TrackedAdmin):
    """Offers it before publication, and writes down what was changed by it."""

    form = PublishableForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who may review a text before it is published is asked, beside the reason, whether the change is a small one."""
        found = super().get_fieldsets(request, obj)
        offered = self.offers_small_change(request, obj)
        for title, options in found:
            fields = [name for name in options["fields"] if name != "small_change"]
            options["fields"] = ["small_change", *fields] if title == "Why" and offered else fields
        return found

    def offers_small_change(self, request: HttpRequest, obj: Any) -> bool:
        is_open = obj is not None and obj.status in (Status.DRAFT, Status.IN_REVIEW)
        return is_open and self.has_verb(request, "review")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.may_be_small = self.offers_small_change(request, obj)
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and form.is_small:
            reason = form.cleaned_data.get("reason", "")
            save_small_change(record=obj, by=signed_in(request), at=timezone.now(), reason=reason)
        else:
            super().save_model(request, obj, form, change)
