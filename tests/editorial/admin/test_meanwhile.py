"""What happened since a page was opened: the acts, and what differs."""

from __future__ import annotations

from django.utils import timezone

from editorial.admin.meanwhile import meanwhile
from editorial.history.marks import mark_of


def test_acts_and_differences_since_a_mark(draft, press) -> None:
    model = type(draft)
    read = mark_of(model, draft.pk)
    press.change(draft, lead="A new lead.")
    found = meanwhile(model, draft.pk, read, timezone.now())
    assert [act.reason for act in found.acts] == ["Changed"]
    assert found.changes is not None
    assert [one.label for one in found.changes.fields] == ["Lead summary"]


def test_without_a_mark_nothing_can_be_compared(draft, press) -> None:
    press.change(draft, lead="A new lead.")
    assert meanwhile(type(draft), draft.pk, "", timezone.now()).changes is None
