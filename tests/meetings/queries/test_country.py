"""What a state's own page shows of what it said, and of the last meeting it was at."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.models import Attendance
from meetings.queries.country import MOST_CO_SPONSORS, MOST_STATEMENTS, SaidByState, last_attended, said_by
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db


def test_a_state_that_said_nothing_in_public_has_nothing_to_show(now) -> None:
    peru = make_country()
    make_statement(parties=[(peru, "deliverer")])
    assert said_by(peru, now()) is None


def test_its_positions_stand_under_their_themes_in_the_order_of_the_list_newest_first(now) -> None:
    peru = make_country()
    retention, clearance = make_theme("retention", order=2), make_theme("clearance", order=1)
    for title, day, themes in (
        ("First", "2007-05-23", [retention]),
        ("Second", "2008-05-23", [retention, clearance]),
    ):
        statement = make_statement(title, parties=[(peru, "deliverer")], date=day)
        for theme in themes:
            make_position(statement, peru, theme, paraphrase=f"{title} on {theme}")
        publish_statement(statement)
    found = said_by(peru, now())
    assert found is not None
    assert [(title, url, [row.paraphrase for row in rows]) for title, url, rows in found.themes] == [
        ("Clearance", "/themes/clearance/", ["Second on Clearance"]),
        ("Retention", "/themes/retention/", ["Second on Retention", "First on Retention"]),
    ]
    assert [row.title for row in found.statements] == ["Second", "First"]
    assert not found.has_more


def test_positions_of_others_in_the_same_statement_are_theirs(now) -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    statement = make_statement(parties=[(peru, "deliverer"), (chile, "deliverer")])
    make_position(statement, chile, make_theme())
    publish_statement(statement)
    found = said_by(peru, now())
    assert found is not None
    assert found.themes == []


def test_beyond_the_newest_it_says_that_there_are_more(now) -> None:
    peru = make_country()
    for number in range(MOST_STATEMENTS + 1):
        publish_statement(
            make_statement(f"S{number}", parties=[(peru, "deliverer")], date=f"20{number + 10}-01-01")
        )
    found = said_by(peru, now())
    assert found is not None
    assert len(found.statements) == MOST_STATEMENTS
    assert found.has_more
    assert "S0" not in {row.title for row in found.statements}, "the oldest is the one left out"


def test_co_sponsors_beyond_the_most_frequent_stand_apart() -> None:
    everybody: list = list(range(MOST_CO_SPONSORS + 2))
    found = SaidByState([], False, [], everybody)
    assert found.most_frequent == everybody[:MOST_CO_SPONSORS]
    assert found.others == everybody[MOST_CO_SPONSORS:]


def test_as_many_questions_for_many_statements_as_for_one(now, django_assert_num_queries) -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    for number in range(3):
        statement = make_statement(f"S{number}", parties=[(peru, "lead"), (chile, "co-sponsor")])
        make_position(statement, peru, make_theme())
        publish_statement(statement)
        with django_assert_num_queries(5):
            said_by(peru, now())


def test_the_last_meeting_is_the_last_by_date_and_one_without_a_date_is_none() -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    with recording(by=None, reason="Test"):
        for slug, start in (("late", "2010-05"), ("early", "2007-05-23"), ("undated", "")):
            Attendance.objects.create(meeting=make_meeting(slug, start), country=peru)
        Attendance.objects.create(meeting=make_meeting("chile-alone", "2012-01-01"), country=chile)
    last = last_attended(peru)
    assert last is not None
    assert last.slug == "late"
    assert last_attended(make_country("ESP", "Spain")) is None


def test_a_position_taken_with_others_stands_on_the_page_of_each(now) -> None:
    spain, mexico = make_country("ESP", "Spain"), make_country("MEX", "Mexico")
    paper = make_statement("Non-paper", parties=[(spain, "lead"), (mexico, "co-sponsor")])
    make_position(paper, None, make_theme())
    publish_statement(paper)
    for state in (spain, mexico):
        said = said_by(state, now())
        assert said is not None
        ((_, _, (position,)),) = said.themes
        assert position.number_of_others == 1
