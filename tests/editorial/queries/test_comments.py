"""The talk about a record as it is read: what stands where by now, whose turn it is, in a fixed number of queries."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions.commenting import Where, comment, reply, settle
from editorial.models import ReviewComment
from editorial.queries.comments import places_of, threads, waiting_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(draft: CountryProfile, person):
    def asked(text: str, by: str = "editor", to: str = "", **where: str) -> ReviewComment:
        addressee = person(to) if to else None
        now = timezone.now()
        return comment(record=draft, by=person(by), text=text, at=now, where=Where(**where), addressee=addressee)

    return asked


def test_open_ones_come_as_the_text_has_them_and_settled_ones_last(ask, draft, person) -> None:
    done = ask("Done?")
    settle(record=draft, number=done.pk, by=person("editor"), at=timezone.now())
    ask("Size?", quote="size of the stock")
    ask("Day?", quote="3 December 2008")
    ask("Table?", note="1")
    ask("Short?", field="lead")
    ask("All of it?")
    found = threads(draft)
    assert [one.question.text for one in found] == ["All of it?", "Short?", "Day?", "Size?", "Table?", "Done?"]
    assert [one.where.words for one in found] == [
        "",
        "At the field Lead summary",
        "In the text",
        "Under “Stockpiling”",
        "At note 1",
        "",
    ]


def test_words_move_along_and_changed_ones_keep_what_they_were(ask, draft, press) -> None:
    ask("Size?", quote="The size of the stock is unknown")
    ask("Day?", quote="3 December 2008")
    press.change(draft, text="## Policy\n\nA new beginning.\n\n" + draft.text.replace("3 December", "4 December"))
    size, day = threads(draft)
    assert (size.where.is_lost, size.where.words) == (False, "Under “Stockpiling”")
    assert (day.where.is_lost, day.where.quotation, day.where.target) == (True, "3 December 2008", "")
    assert day.where.words == "Its words have changed. It was about"


def test_a_note_that_is_gone_says_so(ask, draft, press) -> None:
    ask("Table?", note="1")
    press.change(draft, text="Peru signed.\n")
    (one,) = threads(draft)
    assert one.where.is_lost
    assert "which is gone" in one.where.words


def test_of_two_places_with_the_same_words_it_is_the_second(ask, draft, press) -> None:
    press.change(draft, text="It has bombs. It has bombs indeed, and more of them than it said.\n")
    ask("Sure?", quote="It has bombs indeed")
    ask("Really?", quote="has bombs", before="bombs. It ")
    assert [one.where.occurrence for one in threads(draft)] == [0, 1]


def test_many_comments_take_as_many_queries_as_one(ask, draft, person, django_assert_num_queries) -> None:
    ask("First?", quote="Peru signed")
    with django_assert_num_queries(1):
        threads(draft)
    for number in range(5):
        one = ask(f"Question {number}?", to="researcher", note="1")
        reply(record=draft, number=one.pk, by=person("researcher"), text="Yes.", at=timezone.now())
    with django_assert_num_queries(1):
        assert len(threads(draft)) == 6


def test_it_can_be_about_each_note_and_field(draft) -> None:
    places = dict(places_of(draft))
    assert places["note:1"] == "Note 1"
    assert places["field:lead"] == "Lead summary"
    assert "field:status" not in places


def test_it_waits_for_who_is_asked_and_then_for_who_asked(ask, draft, person) -> None:
    author, editor = person("researcher"), person("editor")
    ask("For nobody?")
    one = ask("For you?", to="researcher")
    assert [found.question for found in waiting_for(author)] == [one]
    assert not waiting_for(editor)
    reply(record=draft, number=one.pk, by=author, text="Yes.", at=timezone.now())
    assert not waiting_for(author)
    (back,) = waiting_for(editor)
    assert (back.question, back.last.text, back.is_answered, back.record) == (one, "Yes.", True, draft)
    settle(record=draft, number=one.pk, by=editor, at=timezone.now())
    assert not waiting_for(editor)


def test_nothing_waits_on_a_record_that_the_person_does_not_see(ask, person, monkeypatch) -> None:
    ask("For you?", to="researcher")
    monkeypatch.setattr("editorial.queries.comments.accessible", lambda rows, user: rows.none())
    assert not waiting_for(person("researcher"))
