"""A confirmed change as readers are told of it: what became of each row, and never whose words were private."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone

from countries.models import Country, CountryName
from editorial.models import ChangeSet, recording
from editorial.queries.told_changes import BECAME, ToldChange, told
from meetings.models import MeetingDocument
from tests.factories.changes import changing, confirmed, deleting
from tests.factories.meetings import make_country, make_meeting, make_source

pytestmark = pytest.mark.django_db


def one(change: ChangeSet, **how: Any) -> ToldChange:
    [found] = told([change], timezone.now(), **how)
    return found


def test_a_changed_field_says_what_it_was_and_is(peru: Country) -> None:
    found = one(confirmed(changing(peru, name="Perù"), "The UN writes it so."))
    [row] = found.rows
    [field] = row.fields
    assert (row.became, row.label, field.label, field.old, field.new) == (
        "changed",
        "Perù",
        "Name",
        "Peru",
        "Perù",
    )
    assert found.title == "Changed: Perù"


def test_what_is_new_and_what_was_deleted_give_all_they_say(peru: Country) -> None:
    source = make_source("un-list")

    def add() -> None:
        CountryName.objects.create(
            country=peru, name="Pérou", kind="also", valid_from="1821-07", source=source, source_locator="p. 3"
        )

    [new] = one(confirmed(add)).rows
    assert (new.became, {f.label: f.new for f in new.fields}["Valid from"]) == ("added", "July 1821")
    [named] = new.sources
    assert (named.source, named.locator, named.is_public) == (source, "p. 3", True)
    gone = one(confirmed(deleting(CountryName.objects.get())))
    [row] = gone.rows
    assert gone.title.startswith("Was deleted: ")
    assert (row.became, {f.label: f.old for f in row.fields}["Country"]) == ("deleted", "Peru")
    assert [(s.source, s.is_public) for s in row.sources] == [(source, False)]


def test_a_note_is_read_with_its_sources_and_compared_word_by_word(peru: Country) -> None:
    make_source("un-list")
    with recording(by=None, reason="Made for a test"):
        peru.note = "The list of the UN gives it so, and has done for a long time by now [@un-list, p. 1]."
        peru.save()
    changed = confirmed(changing(peru, note=peru.note.replace("p. 1", "p. 2").replace("long", "short")))
    [row] = one(changed).rows
    [field] = row.fields
    assert "Source un-list" in field.new
    assert "[@" not in field.old + field.new + "".join(stretch.inline for stretch in field.stretches)
    assert [(source.source.key, source.locator) for source in row.sources] == [("un-list", "p. 2")]


def test_of_a_document_readers_are_told_only_what_they_see(peru: Country) -> None:
    with recording(by=None, reason="Made for a test"):
        paper = MeetingDocument.objects.create(meeting=make_meeting(), title="SECRET DRAFT")
    [shown] = one(confirmed(changing(paper, is_public=True, title="Final text"))).rows
    assert shown.became == "added"
    assert "SECRET" not in str(shown.fields)
    [taken] = one(confirmed(changing(paper, is_public=False, title="SECRET AGAIN"))).rows
    assert taken.became == "hidden"
    assert "SECRET" not in str(taken.fields) + taken.label


@pytest.mark.usefixtures("peru_is_sourced")
def test_of_many_rows_some_are_shown_and_the_others_counted(peru: Country) -> None:
    def act() -> None:
        for place in range(7):
            CountryName.objects.create(country=peru, name=f"Name {place}", kind="also")

    change = confirmed(act)
    found = one(change, most=5)
    assert (len(found.rows), found.number, found.left_out) == (5, 7, 2)
    assert found.title.endswith(", and 6 more")
    assert len(one(change).rows) == 7


def test_many_changes_cost_what_one_costs(peru: Country, django_assert_num_queries) -> None:
    source = make_source("un-list")
    changes = [
        confirmed(changing(state, name=f"{state} renamed", source=source))
        for state in (peru, make_country("CHL", "Chile"), make_country("ESP", "Spain"))
    ]
    told(changes[:1], timezone.now())  # the content types are known from then on
    with django_assert_num_queries(4):  # rows, the table they point at, sources, which of these are public
        told(changes[:1], timezone.now())
    with django_assert_num_queries(4):
        assert len(told(changes, timezone.now())) == 3


def test_how_it_came_about_is_said_without_a_name(peru: Country) -> None:
    found = one(confirmed(changing(peru, name="Perù")))
    assert found.second_person == "Proposed by one person of the team, confirmed by another."
    found.change.waived = True
    assert "waived" in found.second_person
    found.change.waived, found.change.urgent = False, True
    assert found.second_person.endswith("because it could not wait; no other has read it yet.")
    found.change.reviewed_at = datetime(2026, 12, 3, 9, tzinfo=UTC)
    assert found.second_person.endswith("another read it on 3 December 2026.")
    assert set(BECAME) == {"added", "changed", "deleted", "hidden"}
