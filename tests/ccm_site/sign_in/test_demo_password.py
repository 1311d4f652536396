"""The demo password signs in on a developer's machine, and nobody anywhere else."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from editorial.models import AuditEntry, User

SIGN_IN = "/admin/login/"


@pytest.fixture
def admin(db: None) -> User:
    """As an installation has it that was once set up by mistake on the development settings."""
    return User.objects.create(username="admin", is_staff=True, is_superuser=True, password=make_password("demo"))


def test_on_a_developer_s_machine_it_opens(client: Client, admin: User) -> None:
    assert client.post(SIGN_IN, {"username": "admin", "password": "demo"}).status_code == 302
    assert client.session["_auth_user_id"] == str(admin.pk)


@pytest.mark.parametrize("username", ["admin", "nobody"])
def test_in_production_it_is_refused_and_says_how_to_mend(
    client: Client, settings, admin: User, username: str
) -> None:
    """The same words whether or not there is such an account."""
    settings.MONITOR_DEMO_ACCOUNTS = False
    answer = client.post(SIGN_IN, {"username": username, "password": "demo"})
    assert answer.status_code == 200
    assert "manage.py changepassword" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert not client.login(username=username, password="demo")


def test_in_production_every_other_password_works_as_ever(client: Client, settings, admin: User) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False
    wrong = client.post(SIGN_IN, {"username": "admin", "password": "wrong"}).content.decode()
    assert "Please enter the correct username and password" in wrong
    assert "demo accounts" not in wrong
    admin.set_password("a long one of her own")
    admin.save()
    assert client.post(SIGN_IN, {"username": "admin", "password": "a long one of her own"}).status_code == 302


def test_the_refusal_is_a_failed_sign_in_like_any_other(client: Client, settings, admin: User) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 2
    before = AuditEntry.objects.count()
    for _ in range(2):
        answer = client.post(SIGN_IN, {"username": "admin", "password": "demo"}, REMOTE_ADDR="203.0.113.7")
    assert answer.status_code == 429
    assert AuditEntry.objects.count() > before


def test_whoever_is_signed_in_was_signed_in_by_the_one_that_compares_passwords(
    client: Client, admin: User
) -> None:
    """The first that says it knows people is the one that a session names."""
    client.force_login(admin)
    assert "Today’s work" in client.get("/admin/").content.decode()
    assert client.session["_auth_user_backend"] == "django.contrib.auth.backends.ModelBackend"
