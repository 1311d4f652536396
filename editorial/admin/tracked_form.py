"""What every form on a tracked record asks for: why, what readers are told, and which version was seen."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator

from editorial.history.marks import mark_of, state_of_mark
from editorial.models import Tracked
from editorial.texts import LONGEST_TEXT

from .conflict import EditConflict, merged_form
from .source_supports import SourceSupports

REASON_HELP = "For the team, kept with this change, for example: date of deposit corrected after the notification."
NOTE_HELP = "Only where readers should be told about this change; they see these words. Most changes need none."


def asked_reason(label: str = "Reason for the change", help_text: str = REASON_HELP) -> forms.CharField:
    """Why something is done. Every act on a tracked record carries it."""
    widget = forms.TextInput(attrs={"class": "vTextField"})
    return forms.CharField(label=label, max_length=500, help_text=help_text, widget=widget)


class ReasonForm(forms.Form):
    """Why, and nothing else."""

    reason = asked_reason()


class WrittenText(forms.CharField):
    """Words of several lines. Browsers send every line end as two characters; the record keeps one.

    Otherwise saving a form in which nothing was changed would rewrite every line of its texts.
    """

    default_validators = [MaxLengthValidator(LONGEST_TEXT)]

    def to_python(self, value: Any) -> Any:
        words = super().to_python(value)
        return words.replace("\r\n", "\n").replace("\r", "\n") if isinstance(words, str) else words


class SeenVersion(forms.CharField):
    """The mark of the newest version when the form was opened. It says nothing about the record, so it never changes."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class TrackedForm(SourceSupports):
    """A form of a tracked record with the reason, the public note, and the version that the person has seen."""

    reason = asked_reason()
    public_note = forms.CharField(
        label="Public note",
        required=False,
        help_text=NOTE_HELP,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    )
    seen_version = SeenVersion(required=False, widget=forms.HiddenInput)

    conflict: EditConflict | None = None  # what somebody else did meanwhile
    is_brought_back: ClassVar[bool] = False  # it shows what was typed before, and is not to be saved

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_brought_back

    def full_clean(self) -> None:
        """What is still to be filled in is no mistake yet in a form that was brought back."""
        super().full_clean()
        if self.is_brought_back:
            for name, found in list(self.errors.as_data().items()):
                if all(one.code == "required" for one in found):
                    del self.errors[name]

    def clean(self) -> dict[str, Any] | None:
        """Refuses, once, to save over a change that was made after this form was opened.

        The form then holds both people's changes where they do not overlap, and says what is left to decide.
        """
        cleaned = super().clean()
        if self.instance.pk is None or not isinstance(self.instance, Tracked):
            return cleaned
        model, pk = type(self.instance), self.instance.pk
        newest = mark_of(model, pk)
        seen = str(self.cleaned_data.get("seen_version") or "")
        if seen != newest:
            data, self.conflict = merged_form(self, state_of_mark(model, pk, seen))
            data[self.add_prefix("seen_version")] = newest
            self.data = data
            raise forms.ValidationError(
                "%(who)s changed this since you opened the form. Nothing is saved yet, and nothing you typed is lost: "
                "see both versions here, then save again.",
                code="changed_meanwhile",
                params={"who": self.conflict.acts[0].by or "Somebody" if self.conflict.acts else "Somebody"},
            )
        return cleaned
