"""The audit log: what is written down, that it stays, and who reads it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from editorial.actions.audit import note, note_export
from editorial.models import AppendOnly, AuditAction, AuditEntry, User

LIST = reverse("admin:editorial_auditentry_changelist")


def entries(action: str) -> list[tuple[str, str, str]]:
    return list(AuditEntry.objects.filter(action=action).values_list("username", "about", "detail"))


@pytest.fixture
def ana(db: None) -> User:
    return User.objects.create_user("ana", password="a-long-password", is_staff=True)


def test_signing_in_out_and_failing_is_written_down(ana: User) -> None:
    client = Client()
    client.post(reverse("admin:login"), {"username": "ana", "password": "wrong"})
    client.post(reverse("admin:login"), {"username": "ana", "password": "a-long-password"})
    client.post(reverse("admin:logout"))
    actions = list(AuditEntry.objects.order_by("pk").values_list("action", "username"))
    assert actions[-3:] == [("sign_in_failed", "ana"), ("signed_in", "ana"), ("signed_out", "ana")]
    assert "wrong" not in str(list(AuditEntry.objects.values()))


def test_roles_and_flags_given_and_taken_name_who_did_it(at_desk, ana: User) -> None:
    admin = at_desk("boss", "")
    group = Group.objects.get(name="Publisher")
    address = reverse("admin:editorial_user_change", args=[ana.pk])
    form = admin.get(address).context["adminform"].form
    values = {name: form[name].value() or "" for name in form.fields if name != "password"}
    values |= {"groups": [group.pk], "is_superuser": "on", "is_staff": "on", "is_active": "on"}
    values |= {"last_login_0": "", "last_login_1": "", "date_joined_0": "2026-01-01", "date_joined_1": "00:00:00"}
    assert admin.post(address, values).status_code == 302
    assert ("boss", "ana", "given: Publisher") in entries(AuditAction.PERMISSIONS)
    assert ("boss", "ana", "administrator: yes") in entries(AuditAction.ACCOUNT)
    ana.groups.clear()
    assert ("", "ana", "all taken") in entries(AuditAction.PERMISSIONS)


def test_publishing_and_withdrawing_are_written_down(press, peru, ban_policy) -> None:
    release = press.edition(peru, ban_policy)
    press.withdraw(release.profile, "Wrong state")
    assert entries(AuditAction.PUBLISHED) == [("publisher", str(release), "")]
    assert entries(AuditAction.WITHDRAWN) == [("publisher", str(release.profile), "Wrong state")]


def test_nothing_in_it_is_changed_or_deleted(ana: User) -> None:
    entry = note_export(by=ana, what="Profiles of 2009", rows=12)
    for attempt in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(username="x"),
        lambda: AuditEntry.objects.bulk_update([entry], ["username"]),
    ):
        with pytest.raises(AppendOnly):
            attempt()
    with pytest.raises(ProtectedError):
        ana.delete()
    assert entries(AuditAction.EXPORTED) == [("ana", "Profiles of 2009", "12 rows")]


def test_administrators_read_and_search_it_and_nobody_writes(at_desk, ana: User) -> None:
    entry = note(action=AuditAction.EXPORTED, by=ana, about="Profiles of 2009")
    admin = at_desk("boss", "")
    assert "Profiles of 2009" in admin.get(LIST, {"q": "profiles"}).content.decode()
    assert "Profiles of 2009" not in admin.get(LIST, {"q": "statements"}).content.decode()
    for page, status in (("change", 200), ("delete", 403)):
        address = reverse(f"admin:editorial_auditentry_{page}", args=[entry.pk])
        assert admin.get(address).status_code == status
    assert admin.get(reverse("admin:editorial_auditentry_add")).status_code == 403
    assert (
        admin.post(reverse("admin:editorial_auditentry_change", args=[entry.pk]), {"about": "x"}).status_code
        == 403
    )
    assert at_desk("publisher", "Publisher").get(LIST).status_code == 403
