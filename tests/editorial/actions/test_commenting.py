"""Asking at a place, replying, settling: who, when, and what is refused leaves nothing."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions.commenting import Where, comment, reply, settle
from editorial.models import ReviewComment
from editorial.rules.transitions import Refused
from editorial.texts.passages import digest_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(draft: CountryProfile, person):
    def asked(text: str = "Note 1: which table?", record=draft, **values) -> ReviewComment:
        return comment(record=record, by=person("editor"), text=text, at=timezone.now(), **values)

    return asked


@pytest.fixture
def do(draft: CountryProfile, person):
    def done(act, one: ReviewComment, by: str, **words: str) -> ReviewComment:
        return act(record=draft, number=one.pk, by=person(by), at=timezone.now(), **words)

    return done


def test_a_comment_at_words_keeps_them_as_they_stand(ask, draft) -> None:
    made = ask(" Which day? ", where=Where(quote="on 3 December 2008.[^table]"))
    assert (made.text, made.place, made.quote) == ("Which day?", "passage", "on 3 December 2008")
    assert made.digest == digest_of(draft.text)
    assert draft.text.startswith(made.before)
    assert made.passage.position == len("Peru signed ")


def test_a_comment_at_a_note_and_at_a_field(ask) -> None:
    assert ask(where=Where(note="1")).note_key == "1"
    assert ask(where=Where(field="lead")).field == "lead"


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Where(quote="Nobody wrote this"), "do not stand"),
        (Where(note="missing"), "no note"),
        (Where(field="password"), "no such field"),
    ],
)
def test_a_place_that_is_not_there_is_refused(ask, where: Where, words: str) -> None:
    with pytest.raises(Refused, match=words):
        ask(where=where)
    assert not ReviewComment.objects.exists()


def test_a_comment_has_words_and_is_never_deleted(ask) -> None:
    with pytest.raises(Refused):
        ask("  ")
    with pytest.raises(RuntimeError, match="Settle it"):
        ask().delete()


def test_who_does_not_see_the_record_is_not_asked(ask, person, monkeypatch) -> None:
    monkeypatch.setattr("editorial.actions.commenting.accessible", lambda rows, user: rows.none())
    with pytest.raises(Refused, match="does not see"):
        ask(addressee=person("stranger"))


def test_who_asked_settles_without_a_word(ask, do) -> None:
    one = do(settle, ask(), "editor")
    assert one.settled_by.username == "editor"
    with pytest.raises(Refused, match="settled already"):
        do(settle, one, "editor")


def test_somebody_else_settles_with_a_reply(ask, do) -> None:
    one = ask()
    with pytest.raises(Refused, match="Say in a reply"):
        do(settle, one, "researcher")
    assert ReviewComment.objects.open().exists()
    do(settle, one, "researcher", words="The depositary's.")
    (said,) = one.replies.all()
    assert (said.by.username, said.text) == ("researcher", "The depositary's.")
    other = ask()
    do(reply, other, "researcher", text="It is there.")
    assert do(settle, other, "researcher").settled_by.username == "researcher"


def test_a_reply_answers_an_open_question_of_this_record(ask, do, press, peru, ban_policy) -> None:
    one = ask()
    with pytest.raises(Refused):
        do(reply, one, "researcher", text=" ")
    said = do(reply, one, "researcher", text="Yes.")
    assert (said.answers, said.by.username) == (one, "researcher")
    with pytest.raises(Refused, match="not about this record"):
        do(reply, said, "editor", text="A reply to a reply")
    elsewhere = ask(record=press.draft(peru, ban_policy, 2010))
    with pytest.raises(Refused, match="not about this record"):
        do(reply, elsewhere, "researcher", text="Wrong record")
