"""What somebody sees and changes about themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.test import Client

from editorial.models import AuditAction, AuditEntry, User
from tests.factories.second_factors import a_passkey, code_of, recovery_codes

pytestmark = pytest.mark.django_db
PAGE = "/admin/account/"


def lines() -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(action=AuditAction.ACCOUNT).exclude(detail__startswith="created")


def text(client: Client) -> str:
    return " ".join(client.get(PAGE).content.decode().split())


def test_every_page_of_the_desk_leads_there(at_desk: Callable[..., Client]) -> None:
    page = at_desk("ana").get("/admin/").content.decode()
    assert f'href="{PAGE}"' in page
    assert 'href="/admin/password_change/"' in page


def test_one_changes_ones_own_name_and_nobody_elses(at_desk: Callable[..., Client], ana: User) -> None:
    client = at_desk("ana")
    answer = client.post(
        PAGE, {"first_name": "Ana", "last_name": "Ruiz", "username": "chief", "is_superuser": "on"}
    )
    assert answer["Location"] == PAGE
    ana.refresh_from_db()
    assert (str(ana), ana.username, ana.is_superuser) == ("Ana Ruiz", "ana", False)
    line = lines().get()
    assert (line.user, line.about, line.detail) == (ana, "ana", "name: ana → Ana Ruiz")


def test_a_name_that_is_too_long_says_so(at_desk: Callable[..., Client], ana: User) -> None:
    page = at_desk("ana").post(PAGE, {"first_name": "A" * 151, "last_name": ""}).content.decode()
    assert "at most 150 characters" in page
    assert not lines().exists()


def test_what_one_has_is_listed(at_desk: Callable[..., Client], ana: User, secret: str) -> None:
    passkey = a_passkey(ana, "Laptop")
    recovery_codes(ana)
    page = text(at_desk("ana"))
    assert "<strong>Laptop</strong>" in page
    assert f"/admin/account/passkeys/{passkey.pk}/remove/" in page
    assert "10 of them are left" in page
    assert "You have none yet" not in page


def test_who_has_none_is_told_and_who_needs_one_is_told_that(
    at_desk: Callable[..., Client], ana: User, settings: Any
) -> None:
    assert "You have none yet." in text(at_desk("ana"))
    assert "With your role" not in text(at_desk("ana"))
    settings.MONITOR_SECOND_FACTOR = "everybody"
    assert "With your role one signs in with a second factor" in text(at_desk("ana"))


def test_an_app_is_set_up_with_its_first_code_and_brings_recovery_codes(
    at_desk: Callable[..., Client], ana: User, django_capture_on_commit_callbacks: Any
) -> None:
    client = at_desk("ana")
    page = client.get("/admin/account/app/")
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    refused = client.post("/admin/account/app/", {"code": "000000"})
    assert "That was not recognised" in refused.content.decode()
    assert refused.context["form"].secret == secret, "the square that was read stays"
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/admin/account/app/", {"code": code_of(secret)})
    assert answer["Location"] == "/admin/account/recovery-codes/"
    assert set(Authenticator.objects.values_list("type", flat=True)) == {"totp", "recovery_codes"}
    details = list(lines().values_list("detail", flat=True))
    assert sorted(details) == ["added: authenticator app", "added: recovery codes"]
    shown = client.get("/admin/account/recovery-codes/").content.decode()
    assert all(code in shown for code in recovery_codes(ana))
    file = client.get("/admin/account/recovery-codes/file/")
    assert file["Content-Type"].startswith("text/plain")
    assert recovery_codes(ana)[0] in file.content.decode()


def test_an_app_is_removed_and_the_recovery_codes_go_with_the_last_factor(
    at_desk: Callable[..., Client], ana: User, secret: str
) -> None:
    recovery_codes(ana)
    client = at_desk("ana")
    assert (
        "Recovery codes go with the last second factor"
        in client.get("/admin/account/app/remove/").content.decode()
    )
    assert client.post("/admin/account/app/remove/")["Location"] == PAGE
    assert not Authenticator.objects.exists()
    details = set(lines().values_list("detail", flat=True))
    assert details == {"removed: authenticator app", "removed: recovery codes"}


def test_a_passkey_is_named_and_removed_by_its_owner_alone(
    at_desk: Callable[..., Client], ana: User, secret: str
) -> None:
    passkey = a_passkey(ana)
    address = f"/admin/account/passkeys/{passkey.pk}"
    assert at_desk("ben").get(f"{address}/remove/").status_code == 404
    client = at_desk("ana")
    assert client.post(f"{address}/name/", {"name": "Key in the drawer"}).status_code == 302
    passkey.refresh_from_db()
    assert str(passkey) == "Key in the drawer"
    assert client.post(f"{address}/remove/").status_code == 302
    assert not Authenticator.objects.filter(type="webauthn").exists()
    assert AuditEntry.objects.filter(detail="removed: passkey “Key in the drawer”").exists()


def test_new_recovery_codes_take_the_place_of_the_old(
    at_desk: Callable[..., Client], ana: User, secret: str, django_capture_on_commit_callbacks: Any
) -> None:
    before = recovery_codes(ana)
    client = at_desk("ana")
    assert "The 10 codes that you have will not open any more" in " ".join(
        client.get("/admin/account/recovery-codes/new/").content.decode().split()
    )
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/admin/account/recovery-codes/new/")
    assert set(recovery_codes(ana)).isdisjoint(before)
    assert AuditEntry.objects.filter(detail="made anew: recovery codes").exists()
