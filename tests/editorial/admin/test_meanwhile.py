"""What happened since a page was opened: the acts, and what differs."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions import publishing
from editorial.actions.publishing import approve, send_back, submit
from editorial.admin.meanwhile import meanwhile, since_look
from editorial.history.marks import mark_of
from editorial.models import recording
from tests.editorial.admin.taking import take


def address(page: str, profile: CountryProfile) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[profile.pk])


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


@pytest.mark.parametrize(
    ("step", "who", "said"),
    [
        ("submit", "Researcher", {"reason": "Mine to submit"}),
        ("approve", "Editor", {"reason": "All notes read"}),
        ("send_back", "Editor", {"reason": "Note 1 names nothing"}),
        ("publish", "Publisher", {"public_note": "Figures added.", "change_kind": "minor"}),
        ("withdraw", "Publisher", {"public_reason": "Of another state."}),
    ],
)
def test_a_step_on_another_version_than_was_read_is_refused_and_shows_what_changed(
    at_desk, published: CountryProfile, person, step: str, who: str, said: dict[str, str]
) -> None:
    """Somebody reads; the author saves and brings it back to the same place; the step of the first is refused."""
    researcher, editor = person("researcher"), person("editor")

    def bring_on(words: str) -> None:
        with recording(by=researcher, reason=f"It says {words}"):
            published.text = published.text.replace("unknown", words)
            published.save()
        if step != "submit":
            publishing.submit(record=published, by=researcher, reason="Ready")
        if step == "publish":
            publishing.approve(record=published, by=editor, reason="Read")

    bring_on("unknown, and large")
    somebody = at_desk("somebody", who)
    form = next(
        one.form for one in somebody.get(address("change", published)).context["offered"] if one.name == step
    )
    read = form["read"].value()
    bring_on("unknown <36 bombs>")

    before = published.history.count()
    answer = take(somebody, published, step, read=read, **said)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "This was changed since you opened it" in page
    assert "It says unknown &lt;36 bombs&gt;" in page, "the act, with its reason"
    assert "<ins>" in page
    assert "36 bombs" in page.split('class="compare-field"')[1]
    for words in said.values():
        assert words in page
    published.refresh_from_db()
    assert (published.history.count(), published.releases.count()) == (before, 1)

    again = answer.context["step"].form["read"].value()
    assert take(somebody, published, step, read=again, **said).status_code == 302, "read by now"
    assert published.history.count() == before + 1


def test_a_form_that_does_not_say_what_was_read_is_refused(at_desk, in_review: CountryProfile) -> None:
    answer = at_desk("editor", "Editor").post(address("approve", in_review), {"approve-reason": "All notes read"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "did not say which version you had read" in page
    assert "All notes read" in page
    in_review.refresh_from_db()
    assert in_review.reviewed_at is None


def test_words_typed_for_a_step_that_is_not_open_any_more_can_be_read_on_its_page(
    at_desk, in_review: CountryProfile, person
) -> None:
    editor = at_desk("editor", "Editor")
    read = editor.get(address("change", in_review)).context["offered"][0].form["read"].value()
    publishing.send_back(record=in_review, by=person("second"), reason="No source")
    answer = take(editor, in_review, "approve", read=read, reason="Fifteen notes read")
    page = answer.content.decode()
    assert "Fifteen notes read" in page
    assert "This step is not open any more" in page
    assert f'action="{address("approve", in_review)}"' not in page
    assert "Steps on its way to the public" in page
