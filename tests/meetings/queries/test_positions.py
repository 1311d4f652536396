"""Positions as readers see them: of releases, newest first, each with what a list shows of it."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.models import Position
from meetings.queries.positions import positions, taken_by
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db


def brought_out(title: str, day: str, *paraphrases: str) -> None:
    peru = make_country()
    statement = make_statement(title, parties=[(peru, "deliverer")], date=day, meeting=None)
    for paraphrase in paraphrases:
        make_position(statement, peru, make_theme(), paraphrase=paraphrase)
    publish_statement(statement)


def test_newest_first_and_within_a_statement_in_its_order(now) -> None:
    brought_out("Early", "2007-05-23", "A", "B")
    brought_out("Late", "2010-11-12", "C")
    assert [row.paraphrase for row in positions(now())] == ["C", "A", "B"]


def test_of_one_day_the_release_that_came_last_comes_first(now) -> None:
    brought_out("Morning", "2010-11-12", "A")
    brought_out("Evening", "2010-11-12", "B")
    assert [row.paraphrase for row in positions(now())] == ["B", "A"]


def test_what_was_published_stands_until_the_change_is_published_too(now) -> None:
    brought_out("Lima", "2007-05-23", "It will retain none.")
    position = Position.objects.get()
    with recording(by=None, reason="Draft of a correction"):
        position.paraphrase = "It will retain some."
        position.save()
    assert [row.paraphrase for row in positions(now())] == ["It will retain none."]
    publish_statement(position.statement, "The paraphrase was wrong")
    assert [row.paraphrase for row in positions(now())] == ["It will retain some."]


def test_a_draft_takes_no_position(now) -> None:
    peru = make_country()
    make_position(make_statement(parties=[(peru, "deliverer")]), peru, make_theme())
    assert not positions(now()).exists()


def test_all_that_a_list_shows_comes_with_one_question(now, django_assert_num_queries) -> None:
    peru, source = make_country(), make_source()
    for number in range(3):
        statement = make_statement(
            f"S{number}",
            parties=[(peru, "deliverer")],
            meeting=make_meeting(f"m{number}"),
            date=f"2010-01-0{number + 1}",
        )
        make_position(statement, peru, make_theme(), source=source)
        publish_statement(statement)
    with django_assert_num_queries(1):
        said = [
            (str(row.country), str(row.theme), row.source.key, str(row.listed.meeting)) for row in positions(now())
        ]
    assert said[0] == ("Peru", "Retention", "notes-2008", "M2")


def non_paper():
    """Spain's, with two co-sponsors and three states that nobody names; Chile adds a word of its own."""
    spain, chile, mexico = (make_country(*one) for one in (("ESP", "Spain"), ("CHL", "Chile"), ("MEX", "Mexico")))
    parties = [(spain, "lead"), (chile, "co-sponsor"), (mexico, "co-sponsor")]
    paper = make_statement("Non-paper", parties=parties, states_claimed=6, states_unnamed=3)
    make_position(paper, None, make_theme(), paraphrase="Of all")
    make_position(paper, chile, make_theme(), paraphrase="Of Chile alone")
    publish_statement(paper)
    return spain, chile, mexico


def test_what_a_text_says_is_found_under_each_of_its_parties_and_is_there_once(now) -> None:
    spain, chile, mexico = non_paper()
    found = positions(now())
    assert found.count() == 2
    assert [row.paraphrase for row in taken_by(found, mexico)] == ["Of all"]
    assert [row.paraphrase for row in taken_by(found, spain)] == ["Of all"]
    assert [row.paraphrase for row in taken_by(found, chile)] == ["Of all", "Of Chile alone"]
    assert not taken_by(found, make_country("PER", "Peru")).exists()


def test_with_whom_it_is_taken_and_who_brought_it(now) -> None:
    non_paper()
    together, alone = positions(now())
    assert together.holder == "Spain with Chile and Mexico and 3 states not named"
    assert together.number_of_others == 5
    assert together.behind_in_words == "Lead sponsor: Spain. Co-sponsors: Chile and Mexico."
    assert together.states == [("Spain", "ESP"), ("Chile", "CHL"), ("Mexico", "MEX")]
    assert (alone.holder, alone.number_of_others, alone.states) == ("Chile", 0, [("Chile", "CHL")])
