"""Many new rows stored together are as if each had been saved: versions, citations, marks."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.models import CitationUse, PublicationCounter, PublicationMark, create_many, recording
from editorial.search import indexed_once
from stockpiles.models import ActivityClaim
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


def claims(peru, number):
    return [
        ActivityClaim(
            country=peru, activity="use", answer="no", as_of=str(2000 + n), note="Said [@the-source, p. 2]."
        )
        for n in range(number)
    ]


def told(record):
    """What a version and the index say of a record, beside its own number."""
    version = record.history.get()
    said = version.history_type, version.history_user, version.history_change_reason, version.public_note
    use = CitationUse.objects.get(object_id=record.pk, field="note")
    return *said, version.note, version.country_id, version.as_of, use.source.key, use.locator, use.order


def test_they_are_told_as_those_that_are_saved_one_by_one(peru, person) -> None:
    make_source(key="the-source")
    together, alone = claims(peru, 3), claims(peru, 3)
    with recording(by=person("researcher"), reason="From the list", public_note="Nine answers") as change:
        create_many(together)
        for row in alone:
            row.save()
    assert [told(row) for row in together] == [told(row) for row in alone]
    assert {row.history.get().change_id for row in together} == {change.id}
    assert {(ActivityClaim, row.public_id) for row in together} < set(change.written)


def test_they_cost_as_many_questions_as_one(peru) -> None:
    make_source(key="the-source")
    asked = []
    for number in (1, 1, 40):  # the first asks for what is then remembered
        with recording(by=None, reason="Loaded"), indexed_once(), CaptureQueriesContext(connection) as queries:
            create_many(claims(peru, number))
        asked.append(len(queries))
    assert asked[1] == asked[2] < 6


def test_readers_caches_are_told_of_them(peru) -> None:
    before = PublicationMark.objects.count(), PublicationCounter.objects.count()
    with recording(by=None, reason="Loaded"):
        create_many(claims(peru, 2))
    assert (PublicationMark.objects.count(), PublicationCounter.objects.count()) != before


def test_nothing_is_stored_without_who_and_why(peru) -> None:
    create_many([])
    with pytest.raises(AssertionError):
        create_many(claims(peru, 1))
