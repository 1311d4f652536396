"""What actions alone write is read at the desk, and nothing else."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from editorial.actions.audit import note
from editorial.models import AuditAction, AuditEntry


@pytest.mark.django_db
def test_an_administrator_reads_and_changes_nothing(at_desk) -> None:
    client = at_desk("boss", "")
    entry = note(action=AuditAction.EXPORTED, by=None, about="statements")
    for name, pk in (("editorial_auditentry", entry.pk), ("auth_group", Group.objects.first().pk)):
        assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200
        form = reverse(f"admin:{name}_change", args=[pk])
        assert client.get(form).status_code == 200
        assert client.post(form, {"about": "nothing"}).status_code == 403
        assert client.get(reverse(f"admin:{name}_add")).status_code == 403
        assert client.post(reverse(f"admin:{name}_delete", args=[pk]), {"post": "yes"}).status_code == 403
    assert AuditEntry.objects.get(pk=entry.pk).about == "statements"
