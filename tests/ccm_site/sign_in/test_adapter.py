"""Who gets in, and how what they get in with is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse

from ccm_site.sign_in.adapter import WRONG, DeskAccounts, DeskFactors
from editorial.models import User
from tests.factories.second_factors import a_passkey, an_app

pytestmark = pytest.mark.django_db


def test_nobody_signs_up() -> None:
    assert not DeskAccounts().is_open_for_signup(RequestFactory().get("/"))
    for name in ("account_signup", "account_reset_password", "account_email"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_somebody_of_the_team_comes_to_the_desk(client: Client, ana: User, sign_in: Callable[..., Any]) -> None:
    answer = sign_in(client=client)
    assert answer["Location"] == "/admin/"
    assert client.session["_auth_user_backend"] == "django.contrib.auth.backends.ModelBackend"


def test_and_to_the_page_that_was_asked_for_if_it_is_ours(client: Client, ana: User) -> None:
    posted = {"username": "ana", "password": "the right words"}
    asked = "/admin/countries/country/"
    assert client.post("/admin/login/", {**posted, "next": asked})["Location"] == asked
    answer = Client().post("/admin/login/", {**posted, "next": "https://evil.example/"})
    assert answer["Location"] == "/admin/"


@pytest.mark.parametrize("fields", [{"is_staff": False}, {"is_active": False}])
def test_who_does_not_work_at_the_desk_is_told_what_a_wrong_password_is_told(
    client: Client, ana: User, sign_in: Callable[..., Any], fields: dict[str, bool]
) -> None:
    User.objects.filter(pk=ana.pk).update(**fields)
    answer = sign_in(client=client)
    page = client.get(answer["Location"]) if answer.status_code == 302 else answer
    assert WRONG in page.content.decode()
    assert "_auth_user_id" not in client.session
    assert not client.session.get("account_login")


def test_a_page_for_somebody_of_the_team_leads_to_the_sign_in(client: Client) -> None:
    assert client.get("/admin/account/")["Location"] == "/admin/login/?next=/admin/account/"


def test_the_secret_of_an_app_is_not_in_the_database(ana: User) -> None:
    secret = an_app(ana)
    kept = Authenticator.objects.get().data["secret"]
    assert secret not in kept
    assert DeskFactors().decrypt(kept) == secret


def test_a_new_secret_key_opens_what_the_last_one_locked_while_it_is_named(settings: Any) -> None:
    locked, before = DeskFactors().encrypt("a secret"), settings.SECRET_KEY
    settings.SECRET_KEY = "another" * 10
    with pytest.raises(InvalidToken):
        DeskFactors().decrypt(locked)
    settings.SECRET_KEY_FALLBACKS = [before]
    assert DeskFactors().decrypt(locked) == "a secret"


def test_apps_and_passkeys_show_the_site_and_the_name(ana: User) -> None:
    factors = DeskFactors()
    assert factors.build_totp_url(ana, "ABC") == "otpauth://totp/ana?secret=ABC&issuer=CCM%20Monitor"
    entity = factors.get_public_key_credential_user_entity(ana)
    assert (entity["name"], entity["display_name"]) == ("ana", "ana")
    assert factors.generate_authenticator_name(ana, Authenticator.Type.WEBAUTHN) == "Passkey"
    a_passkey(ana)
    assert factors.generate_authenticator_name(ana, Authenticator.Type.WEBAUTHN) == "Passkey 2"


def test_the_square_is_a_part_of_the_page() -> None:
    assert DeskFactors().build_totp_svg("otpauth://totp/ana").startswith("<svg")
