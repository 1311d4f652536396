"""Statements as readers see them, and those behind which a state stands."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.queries.statements import behind, listed
from tests.factories.meetings import make_country, make_meeting, make_statement, publish_statement

pytestmark = pytest.mark.django_db


def brought_out(title: str, parties, **fields: object) -> None:
    publish_statement(make_statement(title, parties=parties, **fields))


def test_the_newest_statement_first_by_its_own_day_or_its_meetings(now) -> None:
    peru = [(make_country(), "deliverer")]
    brought_out("Of its own day", peru, date="2008-05-23")
    brought_out("Of its meeting", peru, date=None, meeting=make_meeting("late", "2010-11-09"))
    brought_out("Of no day", peru, date=None)
    make_statement("Draft", parties=peru, date="2020-01-01")
    assert [row.title for row in listed(now())] == ["Of its meeting", "Of its own day", "Of no day"]


def test_a_list_asks_once_with_the_meetings(now, django_assert_num_queries) -> None:
    peru = [(make_country(), "deliverer")]
    for number in range(3):
        brought_out(f"S{number}", peru, meeting=make_meeting(f"m{number}"))
    with django_assert_num_queries(1):
        assert [str(row.meeting) for row in listed(now())] == ["M2", "M1", "M0"]


def test_behind_a_statement_in_any_role_or_in_one(now) -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    brought_out("Joint", [(chile, "lead"), (peru, "co-sponsor")])
    brought_out("Of Chile", [(chile, "deliverer")])

    def titles(*asked: object) -> set[str]:
        return {row.title for row in behind(listed(now()), *asked)}

    assert titles(peru) == {"Joint"}
    assert titles(chile) == {"Joint", "Of Chile"}
    assert titles(chile, "lead") == {"Joint"}
    assert titles(peru, "lead") == set()


def test_a_party_that_a_draft_adds_does_not_stand_behind_what_is_published(now) -> None:
    chile = make_country("CHL", "Chile")
    statement = make_statement(parties=[(make_country(), "deliverer")])
    publish_statement(statement)
    with recording(by=None, reason="Draft"):
        statement.parties.create(country=chile, role="endorser")
    assert not behind(listed(now()), chile).exists()
