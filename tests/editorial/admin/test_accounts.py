"""Who may sign in, and what a role may do."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from editorial.models import AuditEntry, User
from editorial.rules.roles import VERBS
from tests.factories.second_factors import an_app


def test_only_administrators_see_the_team(at_desk) -> None:
    for username, role in (("researcher", "Researcher"), ("publisher", "Publisher")):
        assert at_desk(username, role).get(reverse("admin:editorial_user_changelist")).status_code == 403
    page = at_desk("boss", "").get(reverse("admin:editorial_user_changelist")).content.decode()
    assert "Administrator" in page
    assert "Researcher" in page


def test_an_account_is_closed_not_deleted(at_desk, person) -> None:
    client, user = at_desk("boss", ""), person("leaver")
    assert client.post(reverse("admin:editorial_user_delete", args=[user.pk]), {"post": "yes"}).status_code == 403
    assert User.objects.filter(username="leaver").exists()


def test_roles_are_read_here_and_ruled_in_the_code(at_desk) -> None:
    client = at_desk("boss", "")
    role = Group.objects.get(name="Publisher")
    page = client.get(reverse("admin:auth_group_change", args=[role.pk])).content.decode()
    assert "Can publish country profile" in page
    answer = client.post(reverse("admin:auth_group_change", args=[role.pk]), {"name": "Anything"})
    assert answer.status_code == 403
    assert set(Group.objects.values_list("name", flat=True)) >= set(VERBS)


@pytest.mark.django_db
def test_failed_sign_ins_lock_the_name_out_for_this_address(person, settings) -> None:
    settings.AXES_ENABLED = True
    user = person("researcher")
    user.set_password("the right words")
    user.save()
    client, address = Client(), reverse("admin:login")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        client.post(address, {"username": "researcher", "password": "wrong"})
    locked = client.post(address, {"username": "researcher", "password": "the right words"})
    assert locked.status_code == 429
    assert "_auth_user_id" not in client.session

    elsewhere = Client(REMOTE_ADDR="203.0.113.7")
    elsewhere.post(address, {"username": "researcher", "password": "the right words"})
    assert "_auth_user_id" in elsewhere.session, "somebody at another address is not locked out by it"


@pytest.mark.django_db
def test_fewer_failures_do_not_lock_out(person, settings) -> None:
    settings.AXES_ENABLED = True
    user = person("researcher")
    user.set_password("the right words")
    user.save()
    client, address = Client(), reverse("admin:login")
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        client.post(address, {"username": "researcher", "password": "wrong"})
    assert client.post(address, {"username": "researcher", "password": "the right words"}).status_code == 302
    assert "_auth_user_id" in client.session


def test_passwords_are_kept_by_argon2_outside_the_tests() -> None:
    from ccm_site.settings import base

    assert base.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
    assert settings.AUTH_USER_MODEL == "editorial.User"


def test_the_list_says_who_has_a_second_factor(at_desk, person) -> None:
    an_app(person("ana"))
    page = at_desk("boss", "").get(reverse("admin:editorial_user_changelist"))
    found = {user.username: user.has_factor for user in page.context["cl"].result_list}
    assert found == {"ana": True, "boss": False}
    form = at_desk("boss", "").get(reverse("admin:editorial_user_change", args=[person("ana").pk]))
    assert "authenticator app" in form.content.decode()


def test_an_administrator_resets_what_somebody_has_lost_and_says_why(at_desk, person) -> None:
    ana, client = person("ana"), at_desk("boss", "")
    an_app(ana)
    address = reverse("admin:editorial_user_reset_second_factors", args=[ana.pk])
    assert address in client.get(reverse("admin:editorial_user_change", args=[ana.pk])).content.decode()
    assert "Make sure by another way that it is ana who asks" in client.get(address).content.decode()
    refused = client.post(address, {"reason": ""})
    assert "This field is required" in refused.content.decode()
    assert Authenticator.objects.exists()
    answer = client.post(address, {"reason": "Lost the telephone"}, follow=True)
    assert "signs in with the password alone now" in answer.content.decode()
    assert not Authenticator.objects.exists()
    assert AuditEntry.objects.get(detail__contains="Lost the telephone").user.username == "boss"
    again = client.post(address, {"reason": "Once more"}, follow=True)
    assert "has no passkey" in again.content.decode()


def test_nobody_else_does(at_desk, person) -> None:
    address = reverse("admin:editorial_user_reset_second_factors", args=[person("ana").pk])
    assert at_desk("publisher", "Publisher").get(address).status_code == 403


def test_secrets_have_no_form_at_the_desk() -> None:
    assert not admin.site.is_registered(Authenticator)
    assert not admin.site.is_registered(EmailAddress)
