"""The steps of a record's way to the public, as the desk offers them: one table, a row a step.

What a step asks for is a form; taking it is one call of one action. Which steps are open, the rules decide
(editorial.rules.transitions).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone

from editorial.actions import embargo, publishing
from editorial.models import ChangeKind, Publishable, User
from editorial.rules.calendar import day_and_time
from editorial.rules.transitions import Step

Words = Mapping[str, Any]
LONGEST_WORDS = 2000  # characters


class Publisher(Protocol):
    """The action that publishes a kind of record; one whose releases freeze computed facts has its own."""

    def __call__(self, *, record: Publishable, **words: Any) -> object: ...


def _words(label: str, help_text: str, *, required: bool = True, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class StepForm(forms.Form):
    """What a step asks, and the mark of the version that the person has on the screen (editorial.history.marks)."""

    read = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def shown_again(self, mark: str) -> None:
        """The same words, on a page that shows the version of this mark."""
        self.data = cast(QueryDict, self.data).copy()
        self.data[self.add_prefix("read")] = mark


class SubmitForm(StepForm):
    reason = _words(
        "For the reviewer", "What changed and what to look at, for example: new stockpile figures, note 7.", rows=2
    )


class ApproveForm(StepForm):
    reason = _words("Remark", "What you checked, for example: all fifteen notes against their sources.", rows=2)


class ReviewAgainForm(StepForm):
    reason = _words(
        "For the reviewer", "What changed since the approval, for example: the title of the source in note 3."
    )


class SendBackForm(StepForm):
    reason = _words(
        "What has to change", "The author reads it, for example: note 3 does not say what the text says."
    )


class EmbargoForm(StepForm):
    """Publishing now, or from a later moment."""

    visible_from = forms.DateTimeField(
        label="Readers see it from",
        required=False,
        help_text="Leave empty for now. An embargo ends by itself; times are UTC.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    field_order: Sequence[str] = ("change_kind", "public_note", "reason", "visible_from")

    def clean_visible_from(self) -> datetime | None:
        moment: datetime | None = self.cleaned_data["visible_from"]
        if moment is not None and moment < timezone.now():
            raise forms.ValidationError("This moment is past. Leave the field empty to publish now.")
        return moment


class FirstPublicationForm(EmbargoForm):
    reason = _words("Reason", "For the team, for example: 2009 edition, agreed in the editorial meeting.", rows=2)


class CorrectionForm(EmbargoForm):
    change_kind = forms.ChoiceField(
        label="This correction is",
        choices=[
            (ChangeKind.MINOR, "minor: spelling, layout, a dead address"),
            (ChangeKind.SUBSTANTIVE, "substantive: a fact, a date, a figure or a source"),
        ],
        widget=forms.RadioSelect,
    )
    public_note = _words(
        "What changed, for readers",
        "They see these words in the corrections log, for example: "
        "Corrected the year in which the stock was declared (note 4).",
    )


class ReleaseNowForm(StepForm):
    reason = _words("Reason", "For the team, for example: the meeting has opened earlier.", rows=2)


class RescheduleForm(EmbargoForm):
    reason = _words("Reason", "For the team, for example: the meeting was moved by a week.", rows=2)
    field_order = ("visible_from", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["visible_from"].required = True
        self.fields["visible_from"].help_text = "Readers are told nothing of the earlier moment. Times are UTC."


class TakeBackForm(StepForm):
    reason = _words(
        "Reason", "For the team. No reader has seen it, so none is told; this becomes a draft again.", rows=2
    )


class WithdrawForm(StepForm):
    public_reason = _words(
        "Reason, for readers",
        "They see these words in place of the text, for example: "
        "Withdrawn because its figures belong to another state; a new edition follows.",
    )


def _why(words: Words) -> Words:
    return {"reason": words.get("reason", "")}


def _on_publication(words: Words) -> Words:
    """A first publication says why to the team, a correction what changed to readers."""
    note = words.get("public_note", "")
    return {
        "reason": words.get("reason", "") or note,
        "public_note": note,
        "change_kind": words.get("change_kind", ChangeKind.FIRST),
        "visible_from": words.get("visible_from"),
    }


def _on_rescheduling(words: Words) -> Words:
    return {"reason": words["reason"], "visible_from": words["visible_from"]}


def _on_withdrawal(words: Words) -> Words:
    """The team is told what readers are told."""
    return {"reason": words["public_reason"], "public_reason": words["public_reason"]}


@dataclass(frozen=True)
class StepAtDesk:
    """One step: what its button says, which permission it needs, what it asks, what is said when it is taken.

    ``says`` makes what its action is told out of the words of the form.
    """

    name: Step
    label: str
    permission: str
    first_form: type[StepForm]
    done: str
    says: Callable[[Words], Words] = _why

    def asks(self, record: Publishable) -> type[StepForm]:
        """Its form; what was published before is corrected."""
        is_correction = self.name == "publish" and record.releases.kept().exists()
        return CorrectionForm if is_correction else self.first_form

    def form(self, record: Publishable, data: Any = None, *, read: str = "") -> StepForm:
        """Its form as posted, or to be filled in on a page that shows the version of a mark."""
        return self.asks(record)(data, prefix=self.name, initial={"read": read})

    def said(self, record: Publishable) -> str:
        """What is said when it is taken, of the record as it then is."""
        waiting = record.waiting_release(timezone.now()) if self.name in ("publish", "reschedule") else None
        return (
            f"waits until {day_and_time(waiting.visible_from)}; no reader sees it before" if waiting else self.done
        )

    def take(self, record: Publishable, by: User, words: Words, publish: Publisher) -> None:
        """Calls the action of its name, which raises Refused where the step is not open or another version is stored.

        The desk always says which version was on the screen; a form that does not is refused as well.
        """
        room = embargo if hasattr(embargo, self.name) else publishing
        action: Publisher = publish if self.name == "publish" else getattr(room, self.name)
        action(record=record, by=by, read=words.get("read", ""), **self.says(words))


STEPS: Mapping[Step, StepAtDesk] = {
    step.name: step
    for step in (
        StepAtDesk("submit", "Submit for review", "change", SubmitForm, "is submitted for review"),
        StepAtDesk("approve", "Approve", "review", ApproveForm, "is approved and can be published"),
        StepAtDesk(
            "review_again",
            "Ask for a new approval",
            "review",
            ReviewAgainForm,
            "waits for a new approval",
        ),
        StepAtDesk("send_back", "Send back", "review", SendBackForm, "is sent back to its author"),
        StepAtDesk("publish", "Publish", "publish", FirstPublicationForm, "is published", _on_publication),
        StepAtDesk("release_now", "Release now", "publish", ReleaseNowForm, "is out; readers see it"),
        StepAtDesk(
            "reschedule", "Change the time", "publish", RescheduleForm, "is given another time", _on_rescheduling
        ),
        StepAtDesk("take_back", "Take back", "publish", TakeBackForm, "is taken back; no reader saw it"),
        StepAtDesk(
            "withdraw",
            "Withdraw",
            "withdraw",
            WithdrawForm,
            "is withdrawn; readers see the reason",
            _on_withdrawal,
        ),
    )
}


@dataclass(frozen=True)
class StepOffered:
    """A step that this person may take now, with the form it needs."""

    name: Step
    words: str
    form: StepForm
    address: str
