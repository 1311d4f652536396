"""The audit log only grows."""

from __future__ import annotations

import pytest

from editorial.models import AuditEntry
from editorial.models.append_only import AppendOnly

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> AuditEntry:
    return AuditEntry.objects.create(action="sign_in_failed", username="ana", about="")


def test_an_entry_is_written_once(entry: AuditEntry) -> None:
    entry.username = "somebody else"
    with pytest.raises(AppendOnly):
        entry.save()
    with pytest.raises(AppendOnly):
        entry.delete()
    assert AuditEntry.objects.get().username == "ana"


@pytest.mark.parametrize("write", ["update", "bulk_update", "delete"])
def test_no_query_writes_around_it(entry: AuditEntry, write: str) -> None:
    rows = AuditEntry.objects.all()
    with pytest.raises(AppendOnly):
        {
            "update": lambda: rows.update(username="x"),
            "bulk_update": lambda: rows.bulk_update([entry], ["username"]),
            "delete": rows.delete,
        }[write]()


def test_it_says_what_was_done_by_whom_to_what(entry: AuditEntry) -> None:
    assert str(entry) == "Sign-in failed ana"
    assert str(AuditEntry(action="published", username="ana", about="Peru 2009")) == "Published ana Peru 2009"


def test_the_newest_comes_first(entry: AuditEntry) -> None:
    newer = AuditEntry.objects.create(action="signed_in", username="ana")
    assert list(AuditEntry.objects.all()) == [newer, entry]
