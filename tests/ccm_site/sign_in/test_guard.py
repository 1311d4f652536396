"""Whoever must have a second factor sees nothing of the desk before they have one; readers meet no guard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from ccm_site.sign_in.guard import OWN_ACCOUNT, SET_ONE_UP
from editorial.models import User
from editorial.rules.roles import EDITOR, PUBLISHER
from tests.factories.second_factors import an_app, recovery_codes

pytestmark = pytest.mark.django_db
DESK = ["/admin/", "/admin/countries/country/", "/admin/countries/treatyaction/add/", "/admin/begun/"]


@pytest.fixture
def of_publishers(settings: Any) -> None:
    settings.MONITOR_SECOND_FACTOR = "publishers"


def has_opened(client: Client, address: str) -> bool:
    answer = client.get(address)
    assert answer.status_code == 200 or answer["Location"] == "/admin/account/"
    return bool(answer.status_code == 200)


@pytest.mark.parametrize("address", DESK)
def test_a_publisher_and_an_administrator_are_led_to_set_one_up(
    of_publishers: None, at_desk: Callable[..., Client], address: str
) -> None:
    for username, role in (("pat", PUBLISHER), ("chief", "")):
        client = at_desk(username, role)
        assert not has_opened(client, address)
        assert SET_ONE_UP in client.get("/admin/account/").content.decode()


@pytest.mark.parametrize("address", DESK)
def test_others_are_let_be(of_publishers: None, at_desk: Callable[..., Client], address: str) -> None:
    assert has_opened(at_desk("ed", EDITOR), address)


def test_of_everybody(settings: Any, at_desk: Callable[..., Client]) -> None:
    settings.MONITOR_SECOND_FACTOR = "everybody"
    assert not has_opened(at_desk("ed", EDITOR), "/admin/")


def test_it_opens_with_the_factor_and_shuts_with_its_loss(
    of_publishers: None, at_desk: Callable[..., Client], person: Callable[..., User]
) -> None:
    client, pat = at_desk("pat", PUBLISHER), person("pat")
    recovery_codes(pat)
    assert not has_opened(client, "/admin/"), "recovery codes are none"
    an_app(pat)
    assert has_opened(client, "/admin/")
    assert client.post("/admin/account/app/remove/").status_code == 302
    assert not has_opened(client, "/admin/")


def test_nothing_is_written_by_who_has_none(
    of_publishers: None, at_desk: Callable[..., Client], peru: Any
) -> None:
    client = at_desk("chief", "")
    answer = client.post("/admin/countries/stategroup/add/", {"name": "Friends", "reason": "x"})
    assert answer["Location"] == "/admin/account/"
    program = client.post("/admin/begun/", {}, HTTP_ACCEPT="application/json")
    assert (program.status_code, program.json()) == (403, {"detail": SET_ONE_UP})


def test_what_sets_it_up_stays_open_and_so_does_the_way_out(
    of_publishers: None, at_desk: Callable[..., Client]
) -> None:
    client = at_desk("pat", PUBLISHER)
    for address in (
        "/admin/account/",
        "/admin/account/app/",
        "/admin/account/passkeys/add/",
        "/admin/password_change/",
    ):
        assert client.get(address).status_code == 200
    assert client.post("/admin/logout/").status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_desks_own_sign_in_is_no_way_around(client: Client, rf: Any) -> None:
    from django.contrib import admin

    answer = admin.site.login(rf.post("/admin/login/?next=/admin/", {"username": "a", "password": "b"}))
    assert answer["Location"].startswith("/admin/login/?next=/admin/")


def test_the_names_of_open_pages_are_addresses() -> None:
    known = set(get_resolver().reverse_dict)
    assert {name for name in OWN_ACCOUNT if name.startswith("mfa_")} <= known


@pytest.mark.parametrize("address", ["/", "/search/?q=peru", "/api/v1/countries/", "/about/"])
def test_a_readers_page_looks_for_no_session(
    address: str, at_desk: Callable[..., Client], of_publishers: None
) -> None:
    """Neither a cookie nor a question about people, though the browser brings a session."""
    answer = at_desk("pat", PUBLISHER).get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_who_needs_none_costs_no_question(
    at_desk: Callable[..., Client], django_assert_num_queries: Any, settings: Any
) -> None:
    client = at_desk("ed", EDITOR)
    client.get("/admin/account/")
    with django_assert_num_queries(2):  # the session, and whose it is
        client.get("/admin/account/passkeys/")
