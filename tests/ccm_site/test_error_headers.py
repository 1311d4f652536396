"""An error page is as guarded as every other page, wherever the error arose."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client

from ccm_site import page_cache
from editorial.models import PublicationCounter

GUARDS = {
    "Content-Security-Policy": "default-src 'self'",
    "Permissions-Policy": "camera=()",
    "Referrer-Policy": "strict-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def visitor(settings, db: None) -> Client:
    """Sees errors as answers, as a browser does."""
    settings.MONITOR_PAGE_CACHE = True
    return Client(raise_request_exception=False)


def assert_guarded(answer) -> None:
    for name, words in GUARDS.items():
        assert words in answer.headers.get(name, ""), name


def test_without_a_database_the_answer_of_the_page_cache_is_guarded(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outermost of our own layers asks the database first; nothing inside has been asked yet."""

    def fail(at: object) -> str:
        raise OperationalError("gone")

    monkeypatch.setattr(PublicationCounter, "current", fail)
    answer = visitor.get("/")
    assert answer.status_code == 500
    assert "The fault is ours" in answer.content.decode()
    assert "gone" not in answer.content.decode()
    assert_guarded(answer)


def test_a_foreign_host_name_is_refused_with_the_same_headers(visitor: Client, settings) -> None:
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["monitor.example.org"], True
    answer = visitor.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert_guarded(answer)


def test_a_failing_page_and_a_missing_one_are_guarded(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "_keepable", None)  # fails after the page was made
    assert visitor.get("/about/").status_code == 500
    assert_guarded(visitor.get("/about/"))
    monkeypatch.undo()
    assert_guarded(visitor.get("/nowhere/"))


def test_the_desk_keeps_the_policy_it_set_itself(client: Client, db: None) -> None:
    """An answer that has a policy is left as it is: one header, the desk's own."""
    answer = client.post("/admin/login/", {"username": "nobody", "password": "wrong"})
    assert answer["Content-Security-Policy"].count("style-src-elem") == 1
