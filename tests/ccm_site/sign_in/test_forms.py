"""Name and password first, a code after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from ccm_site.sign_in.adapter import NOT_RECOGNISED, WRONG
from ccm_site.sign_in.codes import WRONG_AN_HOUR
from editorial.models import AuditAction, AuditEntry, User
from tests.factories.second_factors import code_of, recovery_codes

pytestmark = pytest.mark.django_db
SECOND = "/admin/login/second-step/"


def test_the_form_has_the_names_that_password_managers_know(client: Client) -> None:
    page = client.get("/admin/login/").content.decode()
    for part in ('name="username"', 'autocomplete="username"', 'autocomplete="current-password"', "Username:"):
        assert part in page
    assert "placeholder" not in page


def test_a_wrong_password_and_a_wrong_name_are_told_the_same(ana: User, sign_in: Callable[..., Any]) -> None:
    for username in ("ana", "nobody"):
        page = sign_in(username, "wrong").content.decode()
        assert WRONG in page
        assert "<title>Error: Sign in" in page


def test_whoever_has_an_app_gives_its_code(
    client: Client, ana: User, secret: str, sign_in: Callable[..., Any]
) -> None:
    assert sign_in(client=client)["Location"] == SECOND
    assert client.get("/admin/").status_code == 302, "the password alone opens nothing"
    refused = client.post(SECOND, {"code": "000000"})
    assert NOT_RECOGNISED in refused.content.decode()
    assert AuditEntry.objects.filter(action=AuditAction.SIGN_IN_FAILED, username="ana").count() == 1
    assert client.post(SECOND, {"code": code_of(secret)})["Location"] == "/admin/"
    assert client.session["_auth_user_id"] == str(ana.pk)


def test_the_page_that_was_asked_for_comes_after_the_code(client: Client, ana: User, secret: str) -> None:
    asked = "/admin/countries/country/"
    client.post("/admin/login/", {"username": "ana", "password": "the right words", "next": asked})
    assert client.post(SECOND, {"code": code_of(secret)})["Location"] == asked


def test_a_recovery_code_opens_too_and_leaves_a_line_in_the_log(
    client: Client, ana: User, secret: str, sign_in: Callable[..., Any]
) -> None:
    codes = recovery_codes(ana)
    sign_in(client=client)
    assert client.post(SECOND, {"code": codes[0]})["Location"] == "/admin/"
    line = AuditEntry.objects.get(action=AuditAction.ACCOUNT, detail__contains="recovery")
    assert line.detail == "a recovery code was used; 9 are left"


def test_who_knows_the_password_and_guesses_codes_is_stopped_and_the_owner_is_told_why(
    client: Client, ana: User, secret: str, sign_in: Callable[..., Any]
) -> None:
    sign_in(client=client)
    for _ in range(WRONG_AN_HOUR):
        client.post(SECOND, {"code": "000000"})
    page = client.post(SECOND, {"code": code_of(secret)}).content.decode()
    assert "knows your password: if that was not you, change it" in page
    assert "_auth_user_id" not in client.session


def test_one_can_go_back_and_sign_in_as_somebody_else(
    client: Client, ana: User, secret: str, sign_in: Callable[..., Any]
) -> None:
    sign_in(client=client)
    assert client.get("/admin/login/")["Location"] == SECOND
    assert client.get("/admin/login/cancel/").status_code == 405
    assert client.post("/admin/login/cancel/", {"next": "/admin/login/"})["Location"] == "/admin/login/"
    assert client.get("/admin/login/").status_code == 200
