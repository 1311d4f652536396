"""Readers are told of what they saw or see, decided at the moment of the confirmation."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import Country, StateGroup
from editorial.models import ChangeRow, Organisation, Source, recording
from editorial.queries.told_rows import rows_seen, says_something, told_fields
from meetings.models import MeetingDocument
from tests.factories.changes import changing, confirmed, deleting, proposed
from tests.factories.meetings import make_meeting, make_source

pytestmark = pytest.mark.django_db


def told(change) -> tuple[bool, bool]:
    row = change.rows.get()
    return row.told_before, row.told_after


def document(**values: object) -> MeetingDocument:
    with recording(by=None, reason="Made for a test"):
        return MeetingDocument.objects.create(meeting=make_meeting(), title="Draft", **values)


def test_a_fact_is_told_before_and_after(peru: Country) -> None:
    assert told(confirmed(changing(peru, name="Perù"))) == (True, True)


def test_what_is_new_was_not_seen_before_and_what_is_deleted_not_after(peru: Country) -> None:
    chad = {"name": "Chad", "slug": "chad", "iso3": "TCD", "source": make_source("un-list")}
    assert told(confirmed(lambda: Country.objects.create(**chad))) == (False, True)
    assert told(confirmed(deleting(Country.objects.get(slug="chad")))) == (True, False)


def test_what_is_only_proposed_is_not_told(peru: Country) -> None:
    assert told(proposed(changing(peru, name="Perù"))) == (False, False)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (False, False, (False, False)),
        (False, True, (False, True)),
        (True, False, (True, False)),
        (True, True, (True, True)),
    ],
)
def test_a_document_is_told_while_readers_see_it(before: bool, after: bool, expected: tuple[bool, bool]) -> None:
    paper = document(is_public=before)
    assert told(confirmed(changing(paper, is_public=after, title="Final"))) == expected


def test_a_change_of_the_teams_own_fields_is_not_told(peru: Country) -> None:
    with recording(by=None, reason="Made for a test"):
        group = StateGroup.objects.create(slug="core-group", name="Core Group", source=make_source("un-list"))
    assert told(confirmed(changing(group, note="Asked Ana."))) == (False, False)
    assert told(confirmed(changing(group, note="Asked Bob.", name="The Core Group"))) == (True, True)


def test_a_source_is_told_only_where_something_public_rests_on_it(peru: Country) -> None:
    source = make_source("un-list")
    assert told(confirmed(changing(source, title="A list"))) == (False, False)
    confirmed(changing(peru, source=source))
    source.refresh_from_db()
    assert told(confirmed(changing(source, title="The list"))) == (True, True)
    assert told(confirmed(changing(source, remarks="In the cupboard"))) == (False, False)


def test_an_organisation_that_nothing_names_is_not_seen() -> None:
    with recording(by=None, reason="Made for a test"):
        body = Organisation.objects.create(name="A fund", slug="a-fund")
    change = confirmed(changing(body, name="The fund"))
    assert told(change) == (False, False)
    assert rows_seen(change.rows.all(), timezone.now()) == set()


def test_a_row_says_something_where_a_told_field_differs(peru: Country) -> None:
    change = proposed(changing(peru, name="Perù"))
    assert says_something(change.rows.get())
    same = {"remarks": "here", "title": "A"}
    row = ChangeRow(table="editorial.source", kind="changed", before=same, after={**same, "remarks": "there"})
    assert not says_something(row)
    assert says_something(ChangeRow(table="editorial.source", kind="deleted", before=same))


def test_the_place_in_a_source_comes_after_the_source() -> None:
    names = [f.name for f in told_fields(Country)]
    assert names.index("source") < names.index("source_locator")
    assert "remarks" not in [f.name for f in told_fields(Source)]
