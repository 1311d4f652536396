"""What is read is of one moment, and whoever writes meanwhile neither waits nor is seen."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from ccm_site.backups.moment import one_moment
from editorial.models import AuditEntry
from tests.concurrency.beside import Beside

pytestmark = pytest.mark.django_db(transaction=True)


def test_people_go_on_writing_and_are_not_seen() -> None:
    AuditEntry.objects.create(action="exported")
    with one_moment():
        assert AuditEntry.objects.count() == 1
        writer = Beside(lambda: AuditEntry.objects.create(action="published"))
        assert writer.is_over(), "it waits for the backup"
        assert writer.raised is None
        assert AuditEntry.objects.count() == 1
    assert AuditEntry.objects.count() == 2
    with transaction.atomic():  # afterwards transactions are as before
        AuditEntry.objects.create(action="frozen")


def test_the_moment_is_no_other_transaction_s() -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="of its own"), one_moment():
        pass


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs PostgreSQL: it reads without the right to write"
)
def test_nothing_can_be_written_in_it() -> None:
    from django.db import InternalError

    with pytest.raises(InternalError, match="read-only"), one_moment():
        AuditEntry.objects.create(action="exported")
