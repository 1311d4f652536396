"""An error page is as guarded as every other page, wherever the error arose."""

from __future__ import annotations

import pytest
from django.test import Client

from ccm_site.pages import about

GUARDS = {
    "Content-Security-Policy": "default-src 'self'",
    "Permissions-Policy": "camera=()",
    "Referrer-Policy": "strict-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def visitor(db: None) -> Client:
    """Sees errors as answers, as a browser does."""
    return Client(raise_request_exception=False)


def assert_guarded(answer) -> None:
    for name, words in GUARDS.items():
        assert words in answer.headers.get(name, ""), name


def test_a_foreign_host_name_is_refused_with_the_same_headers(visitor: Client, settings) -> None:
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["monitor.example.org"], True
    answer = visitor.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert_guarded(answer)


def test_a_failing_page_and_a_missing_one_are_guarded(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "render", None)
    answer = visitor.get("/about/")
    assert answer.status_code == 500
    assert "The fault is ours" in answer.content.decode()
    assert_guarded(answer)
    monkeypatch.undo()
    assert_guarded(visitor.get("/nowhere/"))


def test_the_desk_keeps_the_policy_it_set_itself(client: Client, db: None) -> None:
    """An answer that has a policy is left as it is: one header, the desk's own."""
    answer = client.post("/admin/login/", {"username": "nobody", "password": "wrong"})
    assert answer["Content-Security-Policy"].count("style-src-elem") == 1
