"""A statement's way to the public with its parties, themes and positions."""

import pytest

from editorial.actions.publishing import approve, publish, submit
from editorial.models import User, recording
from editorial.queries import public_sources
from editorial.rules.transitions import Refused
from meetings.models import ListedPosition, ListedStatement, Statement, StatementParty
from tests.factories.meetings import (
    make_country,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def users() -> dict[str, User]:
    return {name: User.objects.create(username=name) for name in ("author", "second", "third")}


def ready(**fields: object) -> Statement:
    return make_statement(parties=[(make_country(), "deliverer")], themes=[make_theme()], **fields)


def test_a_release_freezes_parties_themes_and_positions_with_their_sources() -> None:
    statement = ready(source=make_source("peru-2008", title="Statement of Peru"))
    make_position(
        statement, make_country(), make_theme(), source=make_source("sr-8", title="Record"), locator="p. 2"
    )
    release = publish_statement(statement)
    payload = release.payload
    assert payload["parties"] == [{"iso3": "PER", "slug": "peru", "name": "Peru", "role": "deliverer"}]
    assert payload["themes"] == [{"slug": "retention", "title": "Retention"}]
    assert payload["positions"][0]["source"] == "sr-8"
    assert set(payload["sources"]) == {"peru-2008", "sr-8"}
    assert release.is_intact
    listed = ListedPosition.objects.get()
    assert listed.citation == "“Record”, p. 2."


def test_a_statement_behind_which_nobody_stands_is_not_submitted(users: dict[str, User]) -> None:
    with pytest.raises(Refused, match="Nobody stands behind it yet"):
        submit(record=make_statement(), by=users["author"], reason="Ready")


def test_an_unnamed_group_is_somebody_without_members(users: dict[str, User]) -> None:
    statement = make_statement(unnamed_parties="several other Latin American countries")
    submit(record=statement, by=users["author"], reason="Ready")


def test_a_position_of_a_state_that_is_no_party_is_named(users: dict[str, User]) -> None:
    statement = ready()
    make_position(statement, make_country("CHL", "Chile"), make_theme())
    with pytest.raises(Refused, match="Chile takes a position on retention but is no party"):
        submit(record=statement, by=users["author"], reason="Ready")


def test_a_party_added_after_approval_returns_the_statement_to_draft(users: dict[str, User]) -> None:
    statement = ready()
    submit(record=statement, by=users["author"], reason="Ready")
    approve(record=statement, by=users["second"], reason="Read")
    with recording(by=users["author"], reason="One more"):
        StatementParty.objects.create(statement=statement, country=make_country("CHL", "Chile"), role="co-sponsor")
    statement.refresh_from_db()
    assert statement.status == "draft"
    with pytest.raises(Refused):
        publish(record=statement, by=users["third"], reason="Out")


def test_a_party_removed_after_publication_returns_the_working_copy_to_draft_and_no_more() -> None:
    statement = ready()
    publish_statement(statement)
    with recording(by=None, reason="Not a party after all"):
        statement.parties.get().delete()
    statement.refresh_from_db()
    assert statement.status == "draft"
    assert ListedStatement.objects.get().parties.count() == 1


def test_whoever_entered_a_party_does_not_review(users: dict[str, User]) -> None:
    statement = ready()
    with recording(by=users["second"], reason="One more"):
        StatementParty.objects.create(statement=statement, country=make_country("CHL", "Chile"), role="co-sponsor")
    submit(record=statement, by=users["author"], reason="Ready")
    with pytest.raises(Refused, match="A second person reviews it"):
        approve(record=statement, by=users["second"], reason="Read")


def test_a_source_that_only_a_draft_names_stays_in_the_library(now) -> None:
    statement = ready(source=make_source("secret-2008"))
    make_position(statement, make_country(), make_theme(), source=make_source("secret-notes"))
    assert not public_sources(now()).filter(key__startswith="secret").exists()
    publish_statement(statement)
    assert public_sources(now()).filter(key__startswith="secret").count() == 2
