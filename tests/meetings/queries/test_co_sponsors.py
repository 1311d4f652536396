"""Who speaks with whom."""

import pytest

from editorial.models import recording
from meetings.models import StatementParty
from meetings.queries.co_sponsors import co_sponsors
from meetings.queries.country import last_attended, said_by
from tests.factories.meetings import make_country, make_meeting, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db


def test_states_behind_the_same_statements_are_counted_with_their_themes(now) -> None:
    peru, chile, spain = make_country(), make_country("CHL", "Chile"), make_country("ESP", "Spain")
    retention, clearance = make_theme("retention"), make_theme("clearance")
    for parties, themes in (
        ([(spain, "lead"), (chile, "co-sponsor"), (peru, "co-sponsor")], [retention]),
        ([(chile, "deliverer"), (peru, "on-behalf-of")], [retention, clearance]),
        ([(chile, "deliverer")], [clearance]),
    ):
        publish_statement(make_statement(parties=parties, themes=themes))
    partners = co_sponsors(chile, now())
    assert [(partner.country.iso3, partner.together) for partner in partners] == [("PER", 2), ("ESP", 1)]
    assert partners[0].on_what == ["Retention", "Clearance"]


def test_a_draft_makes_nobody_a_partner(now) -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    statement = make_statement(parties=[(chile, "deliverer")])
    publish_statement(statement)
    with recording(by=None, reason="Draft"):
        StatementParty.objects.create(statement=statement, country=peru, role="co-sponsor")
    assert co_sponsors(chile, now()) == []
    assert said_by(peru, now()) is None


def test_unnamed_states_are_nobodys_partners(now) -> None:
    peru = make_country()
    publish_statement(make_statement(parties=[(peru, "endorser")], states_claimed=46, states_unnamed=45))
    assert co_sponsors(peru, now()) == []


def test_the_number_of_queries_does_not_grow(now, django_assert_num_queries) -> None:
    peru, chile = make_country(), make_country("CHL", "Chile")
    for n in (1, 2, 3):
        publish_statement(make_statement(f"S{n}", parties=[(peru, "lead"), (chile, "co-sponsor")]))
        with django_assert_num_queries(3):
            co_sponsors(peru, now())


def test_the_last_meeting_is_the_last_by_date() -> None:
    peru = make_country()
    from meetings.models import Attendance

    with recording(by=None, reason="Test"):
        for slug, start in (("late", "2010-05"), ("early", "2007-05-23"), ("undated", "")):
            Attendance.objects.create(meeting=make_meeting(slug, start), country=peru)
    meeting = last_attended(peru)
    assert meeting is not None
    assert meeting.slug == "late"
