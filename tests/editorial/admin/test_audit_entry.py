"""The audit log at the desk: administrators read and search it, nobody writes it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from editorial.models import AuditAction, AuditEntry
from editorial.rules.roles import PUBLISHER

pytestmark = pytest.mark.django_db
LIST = reverse("admin:editorial_auditentry_changelist")


@pytest.fixture
def entries() -> list[AuditEntry]:
    first, second = list(AuditAction)[:2]
    return [
        AuditEntry.objects.create(action=first, username="ana", about="Peru 2009"),
        AuditEntry.objects.create(action=second, username="ben", about="Chile 2009"),
    ]


def found(client, **asked: str) -> list[str]:
    return [
        row.username for row in client.get(LIST, asked).context["cl"].result_list if row.about.endswith("2009")
    ]


def test_the_newest_entry_first_searched_by_person_and_by_what_it_is_about(at_desk, entries) -> None:
    client = at_desk("boss", "")
    assert found(client) == ["ben", "ana"]
    assert found(client, q="peru") == ["ana"]
    assert found(client, q="ben") == ["ben"]
    assert found(client, action__exact=entries[0].action) == ["ana"]


def test_not_even_an_administrator_writes_or_deletes_one(at_desk, entries) -> None:
    client = at_desk("boss", "")
    assert client.get(reverse("admin:editorial_auditentry_add")).status_code == 403
    for page in ("change", "delete"):
        where = reverse(f"admin:editorial_auditentry_{page}", args=[entries[0].pk])
        assert client.post(where, {"username": "somebody", "post": "yes"}).status_code == 403
    entries[0].refresh_from_db()
    assert entries[0].username == "ana"


def test_it_is_for_administrators(at_desk, entries) -> None:
    refused = at_desk("publisher", PUBLISHER).get(LIST)
    assert refused.status_code == 403
    assert "You may not open this page" in refused.content.decode()
    assert entries[0].about not in refused.content.decode()
