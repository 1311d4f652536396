"""Who can sign in, and in whose name."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.hashers import make_password

from ccm_site.doctor.accounts import administrators, demo_content, known_passwords, second_factors
from editorial.models import LoadedFiles, User
from tests.ccm_site.doctor.found import found

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def public_installation(settings: Any) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False


OWN = "a long one of her own"


def account(username: str, password: str | None = OWN, **fields: Any) -> None:
    User.objects.create(username=username, password=make_password(password), is_staff=True, **fields)


@pytest.mark.parametrize("password", ["demo", "password", "maria"])
def test_a_password_that_anybody_guesses_is_bad(password: str) -> None:
    account("maria", password)
    account("ben")
    assert found(known_passwords) == [("bad", "everybody knows those of maria")]


def test_accounts_that_are_shut_or_have_none_harm_nobody() -> None:
    account("maria", "demo", is_active=False)
    account("guest", None)
    account("ben")
    assert found(known_passwords) == [("good", "2 open accounts of the desk, none with a password that is known")]


def test_a_developer_is_warned(settings: Any) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = True
    account("maria", "demo")
    assert found(known_passwords)[0][0] == "warn"


def test_somebody_administrates_and_not_everybody() -> None:
    assert found(administrators) == [("warn", "there is none")]
    account("maria", is_superuser=True)
    assert found(administrators) == [("good", "maria")]
    for name in ("ana", "ben", "eva"):
        account(name, is_superuser=True)
    assert found(administrators) == [("warn", "4: ana, ben, eva, maria")]


def test_demo_content_on_a_public_site_is_bad(settings: Any) -> None:
    assert found(demo_content) == []
    LoadedFiles.objects.create(name="demo", build="0" * 16)
    assert found(demo_content)[0][0] == "bad"
    settings.MONITOR_DEMO_ACCOUNTS = True
    assert found(demo_content) == []


@pytest.mark.django_db
def test_who_needs_a_second_factor_and_has_none_is_named(settings: Any) -> None:
    User.objects.create_superuser("ana", password="a long word of hers")
    assert found(second_factors) == [("good", "nobody lacks one of whom it is asked")]
    settings.MONITOR_SECOND_FACTOR = "publishers"
    assert found(second_factors) == [("warn", "asked of ana, who have none yet")]
