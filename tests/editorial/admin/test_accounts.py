"""Who may sign in, and what a role may do."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from editorial.models import User
from editorial.rules.roles import VERBS


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
