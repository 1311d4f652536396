"""Public lists follow the releases of statements, and only them."""

from datetime import date, timedelta

import pytest

from editorial.actions.publishing import withdraw
from editorial.models import User, recording
from meetings.actions.listing import list_statement
from meetings.models import ListedParty, ListedStatement, Statement, StatementArticle, StatementParty
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db


def ready(**fields: object) -> Statement:
    return make_statement(parties=[(make_country(), "deliverer")], themes=[make_theme()], **fields)


def titles(now) -> list[str]:
    return [row.title for row in ListedStatement.objects.published(now())]


def test_a_draft_is_not_listed_and_a_release_is(now) -> None:
    statement = ready(title="Statement of Peru")
    assert titles(now) == []
    publish_statement(statement)
    assert titles(now) == ["Statement of Peru"]


def test_what_an_editor_changes_later_is_not_seen_before_it_is_published(now) -> None:
    statement = ready(title="Statement of Peru")
    publish_statement(statement)
    chile, secret = make_country("CHL", "Chile"), make_theme("investment")
    with recording(by=None, reason="Draft of a correction"):
        statement.title = "Secret title"
        statement.save()
        StatementParty.objects.create(statement=statement, country=chile, role="co-sponsor")
    make_position(statement, chile, secret, paraphrase="A secret paraphrase")
    assert titles(now) == ["Statement of Peru"]
    assert not ListedParty.objects.filter(country=chile).exists()
    publish_statement(statement, public_note="Chile joined it")
    assert titles(now) == ["Secret title"]
    assert ListedParty.objects.filter(country=chile).exists()


def test_a_release_under_embargo_waits_and_then_takes_the_place_of_the_first(now) -> None:
    statement = ready(title="First")
    publish_statement(statement)
    with recording(by=None, reason="Correction"):
        statement.title = "Second"
        statement.save()
    publish_statement(statement, public_note="New title", visible_from=now() + timedelta(days=2))
    assert titles(now) == ["First"]
    assert [row.title for row in ListedStatement.objects.published(now() + timedelta(days=3))] == ["Second"]


def test_a_withdrawn_statement_leaves_the_lists_at_once_and_stays_out_of_a_rebuild(now) -> None:
    statement = ready()
    publish_statement(statement)
    withdraw(record=statement, by=User.objects.get(username="publisher"), reason="x", public_reason="Misread")
    assert titles(now) == []
    assert list_statement(statement, now()) == 0
    assert not ListedStatement.objects.exists()


def test_a_withdrawn_release_is_not_listed_again_with_the_next_one(now) -> None:
    statement = ready(title="First")
    publish_statement(statement)
    withdraw(record=statement, by=User.objects.get(username="publisher"), reason="x", public_reason="Misread")
    with recording(by=None, reason="Correction"):
        statement.title = "Second"
        statement.save()
    later = now() + timedelta(days=2)
    publish_statement(statement, public_note="Read again", visible_from=later)
    assert [row.title for row in ListedStatement.objects.all()] == ["Second"]
    assert titles(now) == []
    assert [row.title for row in ListedStatement.objects.published(later)] == ["Second"]


def test_a_row_that_a_rebuild_wrote_while_somebody_withdrew_is_not_shown(now) -> None:
    statement = ready()
    publish_statement(statement)
    row = ListedStatement.objects.get()
    withdraw(record=statement, by=User.objects.get(username="publisher"), reason="x", public_reason="Misread")
    row.save(force_insert=True)
    assert titles(now) == []


def test_a_rebuild_gives_the_same_rows(now) -> None:
    statement = ready(meeting=make_meeting())
    make_position(statement, make_country(), make_theme())
    with recording(by=None, reason="Test"):
        StatementArticle.objects.create(statement=statement, article="3(6)")
    publish_statement(statement)
    before = ListedStatement.objects.values().get()
    assert list_statement(statement, now()) == 1
    assert ListedStatement.objects.values().get() == before
    listed = ListedStatement.objects.get()
    assert listed.articles.get().number == 3
    assert [listed.parties.count(), listed.themes.count(), listed.positions.count()] == [1, 1, 1]


@pytest.mark.parametrize(
    ("given", "day", "year", "words"),
    [
        ("2013-07-31>", date(2013, 7, 31), 2013, "after 31 July 2013"),
        ("2008-05", date(2008, 5, 1), 2008, "May 2008"),
        (None, date(2007, 5, 23), 2007, "2007"),
    ],
)
def test_a_statement_is_sorted_by_its_date_or_its_meetings(given, day, year, words) -> None:
    publish_statement(ready(date=given, meeting=make_meeting()))
    listed = ListedStatement.objects.get()
    assert (listed.day, listed.year, listed.when) == (day, year, words)


def test_a_statement_without_any_date_stands_last() -> None:
    publish_statement(ready(date=None))
    assert ListedStatement.objects.get().when == "undated"
