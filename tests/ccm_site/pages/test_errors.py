"""What went wrong on our side is said without details, and what is soon over as such."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.handlers.base import BaseHandler
from django.db import OperationalError
from django.http import Http404
from django.test import Client

from ccm_site.pages import about
from tests.ccm_site.test_error_headers import assert_guarded


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(raise_request_exception=False)


def test_without_a_database_readers_are_told_to_come_again(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> str:
        raise OperationalError("gone")

    monkeypatch.setattr(about, "render", fail)
    answer = visitor.get("/about/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "nothing that was saved is lost" in answer.content.decode()
    assert "gone" not in answer.content.decode()
    assert_guarded(answer)


def test_any_other_fault_is_one_of_ours(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "render", None)
    answer = visitor.get("/about/")
    assert (answer.status_code, answer.has_header("Retry-After")) == (500, False)
    assert "The fault is ours" in answer.content.decode()


@pytest.mark.parametrize("address", ["/nowhere/", "/countries/?colour=red", "/admin/login/"])
def test_a_page_of_an_error_names_the_request_by_which_we_find_it(address: str, db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(address, {}) if "login" in address else client.get(address)
    assert answer.status_code in (400, 403, 404)
    page = answer.content.decode()
    assert re.search(r"name the request <code>[0-9a-f]{16}</code>", page)


def test_so_does_that_of_a_fault(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "render", None)
    assert re.search(r"name the request <code>[0-9a-f]{16}</code>", visitor.get("/about/").content.decode())


@pytest.mark.parametrize(
    ("status", "raised"),
    [
        (400, BadRequest()),
        (403, PermissionDenied()),
        (404, Http404()),
        (500, ValueError("x")),
        (503, OperationalError()),
    ],
)
def test_a_program_is_told_in_the_shape_of_the_api(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, status: int, raised: Exception
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise raised

    monkeypatch.setattr(BaseHandler, "resolve_request", fail)
    answer = visitor.get("/api/v1/countries/")
    said = answer.json()
    assert answer.status_code == status
    assert set(said) == {"type", "errors", "request"}
    assert set(said["errors"][0]) == {"code", "detail", "attr"}
    assert re.fullmatch("[0-9a-f]{16}", said["request"])
    assert answer.has_header("Retry-After") == (status == 503)


def test_an_address_that_the_api_does_not_have(visitor: Client) -> None:
    answer = visitor.get("/api/v1/nothing/")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "not_found")
