"""What the search may show at a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from editorial.models import SearchEntry

pytestmark = pytest.mark.django_db

FROM, UNTIL = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


def entry(**values: object) -> SearchEntry:
    given = {"kind": "profile", "priority": 1, "object_id": 1, "url": "/", "title": "Peru", "visible_from": FROM}
    return SearchEntry.objects.create(**given | values)


@pytest.mark.parametrize(
    ("at", "is_seen"),
    [(FROM - MOMENT, False), (FROM, True), (UNTIL - MOMENT, True), (UNTIL, False)],
)
def test_an_entry_is_seen_from_its_first_moment_until_before_its_last(at: datetime, is_seen: bool) -> None:
    entry(visible_until=UNTIL)
    assert SearchEntry.objects.visible(at).exists() is is_seen


def test_an_entry_without_an_end_stays() -> None:
    entry()
    assert SearchEntry.objects.visible(UNTIL + timedelta(days=10_000)).exists()


def test_one_entry_a_record() -> None:
    entry()
    entry(kind="statement")
    with pytest.raises(IntegrityError), transaction.atomic():
        entry()
