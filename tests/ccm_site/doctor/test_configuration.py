"""Settings, and the server in front."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.checks import Error, Warning

from ccm_site.doctor import configuration
from ccm_site.doctor.configuration import deployment_checks, public_host, server_in_front
from tests.ccm_site.doctor.found import NOW, found

pytestmark = pytest.mark.django_db


def test_what_the_checks_of_a_deployment_say_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [Error("Broken.", hint="Mend it.", id="a.E1"), Warning("Odd.", id="a.W1")]
    monkeypatch.setattr(configuration.checks, "run_checks", lambda **asked: said)
    first, second = deployment_checks(NOW)
    assert (first.level, first.says, first.mend) == ("bad", "a.E1: Broken.", "Mend it.")
    assert (second.level, second.says) == ("warn", "a.W1: Odd.")
    said.clear()
    assert found(deployment_checks) == [("good", "manage.py check --deploy finds nothing")]


def test_they_are_asked_with_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(configuration.checks, "run_checks", lambda **how: asked.update(how) or [])
    list(deployment_checks(NOW))
    assert asked == {"include_deployment_checks": True, "databases": ["default"]}


@pytest.mark.parametrize(
    ("public", "allowed", "level"),
    [
        ("monitor.example.org", ["a.example.org", "monitor.example.org"], "good"),
        ("", ["monitor.example.org"], "good"),
        ("", ["a.example.org", "b.example.org"], "warn"),
        ("", [".example.org"], "warn"),
    ],
)
def test_addresses_bear_one_name(settings: Any, public: str, allowed: list[str], level: str) -> None:
    settings.MONITOR_PUBLIC_HOST, settings.ALLOWED_HOSTS = public, allowed
    assert found(public_host)[0][0] == level


@pytest.fixture
def behind(settings: Any) -> Any:
    """As production has it."""
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ALLOWED_HOSTS = ["monitor.example.org"]
    return settings


def test_a_request_as_the_server_in_front_hands_it_on_is_answered(behind: Any) -> None:
    assert found(server_in_front) == [
        ("good", "https by HTTP_X_FORWARDED_PROTO is answered, http is led to https")
    ]


def test_a_header_that_nobody_sends_is_a_circle(behind: Any) -> None:
    behind.SECURE_PROXY_SSL_HEADER = None
    assert found(server_in_front) == [
        ("bad", "a request by https is answered with 301, which leads to https://monitor.example.org/healthz")
    ]


def test_http_that_is_answered_is_told(behind: Any) -> None:
    behind.SECURE_SSL_REDIRECT = False
    assert found(server_in_front) == [("warn", "http is answered as it is (SECURE_SSL_REDIRECT is off)")]
