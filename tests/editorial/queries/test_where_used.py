"""Where a source is used: what everybody at the desk sees, and what readers may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from countries.models import Country
from editorial.models import Source, recording
from editorial.queries.where_used import (
    MOST,
    facts_naming,
    places_citing,
    public_facts,
    public_sources,
    public_sources_counted,
    public_uses,
    records_naming,
)
from meetings.models import Meeting, MeetingDocument, Position, Statement, StatementParty, Theme
from tests.factories.profiles import make_country, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def position(peru: Country, sources: list[Source]) -> Position:
    """A position in a statement that nobody has published."""
    with recording(by=None, reason="Made for a test"):
        statement = Statement.objects.create(title="Lima", text="Text.")
        StatementParty.objects.create(statement=statement, country=peru)
        theme = Theme.objects.create(slug="transit", title="Transit")
        return Position.objects.create(
            statement=statement, country=peru, theme=theme, stance="opposes", paraphrase="No.", source=sources[1]
        )


def test_a_fact_names_its_source_whether_readers_see_it_or_not(position: Position, sources) -> None:
    named = {key.model: list(facts) for key, facts in facts_naming(sources[1]) if facts}
    assert named == {Position: [position]}
    seen = {key.model: list(rows) for key, rows in public_facts(timezone.now())}
    assert seen[Position] == []
    assert not public_sources(timezone.now()).filter(pk=sources[1].pk).exists()


def test_readers_see_what_documents_they_may(sources, position) -> None:
    with recording(by=None, reason="Made for a test"):
        meeting = Meeting.objects.create(slug="lima-2007", name="Lima", short_name="Lima", source=sources[0])
        document = MeetingDocument.objects.create(meeting=meeting, title="Draft", source=sources[2])
    now = timezone.now()
    assert set(public_sources(now)) == {sources[0]}
    with recording(by=None, reason="Agreed"):
        document.is_public = True
        document.save()
    assert set(public_sources(now)) == {sources[0], sources[2]}
    assert (public_sources_counted(now).total, public_sources_counted(now).compared) == (2, 2)


def test_a_release_counts_from_the_end_of_its_embargo(press, peru, ban_policy) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    press.release(press.draft(peru, ban_policy), visible_from=tomorrow)
    source = make_source()
    assert not public_uses(timezone.now()).exists()
    assert places_citing(source, timezone.now()) == []
    (place,) = places_citing(source, tomorrow)
    assert (place.url, place.notes, place.locators, place.in_text) == (
        "/countries/peru/cluster-munition-ban-policy/2009/r1/",
        [2],
        ["p. 5"],
        False,
    )


def test_facts_are_named_with_their_page_and_place_and_only_so_many(sources) -> None:
    with recording(by=None, reason="Made for a test"):
        for number in range(MOST + 1):
            country = make_country(number)
            country.source, country.source_locator = sources[0], "p. 3"
            country.save()
    (found,) = records_naming(sources[0], timezone.now())
    assert (found.noun, len(found.shown), found.has_more) == ("countries", MOST, True)
    assert found.shown[0] == ("State 000", "/countries/state-000/", "p. 3")
    assert records_naming(sources[1], timezone.now()) == []


def test_a_merged_source_is_not_offered(sources, peru, person) -> None:
    with recording(by=None, reason="Made for a test"):
        peru.source = sources[0]
        peru.save()
        sources[0].merged_into = sources[1]
        sources[0].save()
    assert not public_sources(timezone.now()).exists()
