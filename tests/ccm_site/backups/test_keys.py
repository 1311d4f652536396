"""The number of a deleted row is never given to another, on either database and after a move."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session

from ccm_site.backups.keys import has_counted_key, last_key, set_last_key
from editorial.models import AuditEntry
from meetings.models import ListedStatement

pytestmark = pytest.mark.django_db(transaction=True)


def entry() -> int:
    return int(AuditEntry.objects.create(action="exported").pk)


def test_it_counts_rows_that_are_gone() -> None:
    before = entry()
    gone = entry()
    AuditEntry._base_manager.filter(pk=gone)._raw_delete("default")
    assert last_key(AuditEntry) == gone == before + 1


def test_the_next_row_gets_a_number_after_it() -> None:
    set_last_key(AuditEntry, 7000)
    assert last_key(AuditEntry) == 7000
    assert entry() == 7001


def test_of_a_table_that_never_had_a_row_the_first_is_the_first() -> None:
    set_last_key(AuditEntry, 0)
    assert last_key(AuditEntry) == 0
    assert entry() == 1


def test_rows_with_a_key_of_another_kind_have_none() -> None:
    assert not has_counted_key(Session)
    assert last_key(ListedStatement) is None
