"""What happened since a page was opened: the acts, and what differs."""

from __future__ import annotations

from django.utils import timezone

from editorial.actions.publishing import approve, send_back, submit
from editorial.admin.meanwhile import meanwhile, since_look
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


class TestSinceLook:
    def test_a_reviewer_sees_what_changed_since_they_sent_it_back(self, draft, press, person) -> None:
        submit(record=draft, by=press.researcher, reason="Ready")
        assert since_look(draft, press.editor, timezone.now()) is None, "nobody has read it yet"
        send_back(record=draft, by=press.editor, reason="Which lead?")
        press.change(draft, lead="A new lead.")
        submit(record=draft, by=press.researcher, reason="This one")
        found = since_look(draft, press.editor, timezone.now())
        assert found is not None
        assert found.words == "What changed since you read it last"
        assert [one.label for one in found.changes.fields] == ["Lead summary"]
        other = since_look(draft, person("other"), timezone.now())
        assert other is not None
        assert other.words == "What changed since editor read it last"

    def test_an_approval_is_a_look_as_well_and_the_own_one_counts(self, draft, press, person) -> None:
        submit(record=draft, by=press.researcher, reason="Ready")
        approve(record=draft, by=press.editor, reason="Read")
        press.change(draft, lead="A new lead.")
        submit(record=draft, by=press.researcher, reason="More")
        send_back(record=draft, by=person("other"), reason="The text as well")
        press.change(draft, text=draft.text.replace("unknown", "not known"))
        submit(record=draft, by=press.researcher, reason="Now")
        mine, theirs = (since_look(draft, by, timezone.now()) for by in (press.editor, person("other")))
        assert mine is not None
        assert theirs is not None
        assert mine.words == "What changed since you read it last"
        assert [one.label for one in mine.changes.fields] == ["Lead summary", "Text"]
        assert [one.label for one in theirs.changes.fields] == ["Text"]

    def test_an_author_who_goes_on_writing_and_a_text_that_says_the_same_show_nothing(self, draft, press) -> None:
        submit(record=draft, by=press.researcher, reason="Ready")
        press.change(draft, lead="A new lead.")
        submit(record=draft, by=press.researcher, reason="Ready now")
        assert since_look(draft, press.editor, timezone.now()) is None
        send_back(record=draft, by=press.editor, reason="Are you sure?")
        submit(record=draft, by=press.researcher, reason="Yes")
        assert since_look(draft, press.editor, timezone.now()) is None
