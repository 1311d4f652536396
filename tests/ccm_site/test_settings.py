"""Production says what it needs, and is safe by Django's own checks."""

from __future__ import annotations

import importlib.util
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django.core.management
import pytest
from django.core.exceptions import ImproperlyConfigured

from ccm_site.settings.base import database

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = {
    "SECRET_KEY": "k" * 50 + "abcdefghijklmnop",
    "DATABASE_URL": "sqlite:///:memory:",
    "ALLOWED_HOSTS": "monitor.example.org",
}
# What this suite's own run sets (the browser's fixtures among it) is not part of a production environment.
SET_BY_TESTS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def manage(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    base = {k: v for k, v in os.environ.items() if k not in SET_BY_TESTS | set(NEEDED)}
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *args],
        cwd=ROOT,
        env=base | {"DJANGO_SETTINGS_MODULE": "ccm_site.settings.production"} | env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_names_every_missing_variable_at_once() -> None:
    result = manage("check")
    assert result.returncode != 0
    for name in NEEDED:
        assert f"{name}: " in result.stderr
    assert "secrets.token_hex" in result.stderr


def test_check_deploy_is_clean() -> None:
    result = manage("check", "--deploy", "--fail-level", "WARNING", **NEEDED)
    assert result.returncode == 0, result.stderr


def test_on_a_server_no_command_brings_a_demo() -> None:
    result = manage("load_demo", **NEEDED)
    assert result.returncode != 0
    assert "Demo accounts exist in development only." in result.stderr


def settings_of_manage(monkeypatch: pytest.MonkeyPatch, **env: str) -> str:
    """The settings that manage.py takes in this environment."""
    monkeypatch.setattr(django.core.management, "execute_from_command_line", lambda argv: None)
    with monkeypatch.context() as patched:
        for name in {*NEEDED, "DJANGO_SETTINGS_MODULE"}:
            patched.delenv(name, raising=False)
        for name, value in env.items():
            patched.setenv(name, value)
        runpy.run_path(str(ROOT / "manage.py"), run_name="__main__")
        return os.environ["DJANGO_SETTINGS_MODULE"].rpartition(".")[2]


def test_on_a_server_the_commands_take_the_settings_that_the_site_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody typed `manage.py set_up` there and named no settings: the site and its commands must agree."""
    assert settings_of_manage(monkeypatch, **NEEDED) == "production"


def test_on_a_developer_s_machine_they_take_those_of_development(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_of_manage(monkeypatch) == "development"
    assert settings_of_manage(monkeypatch, DATABASE_URL="postgres://me@127.0.0.1/monitor") == "development"
    chosen = settings_of_manage(monkeypatch, **NEEDED, DJANGO_SETTINGS_MODULE="ccm_site.settings.testing")
    assert chosen == "testing"


def test_what_makes_a_server_is_what_production_needs() -> None:
    assert set(runpy.run_path(str(ROOT / "manage.py"))["SERVER"]) == set(NEEDED)


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """The settings of production in an environment of one's own."""

    def read(**env: str) -> dict[str, Any]:
        for name, value in (NEEDED | env).items():
            monkeypatch.setenv(name, value)
        return runpy.run_module("ccm_site.settings.production")

    return read


def test_a_restarted_database_costs_no_request_its_answer(production: Callable[..., dict[str, Any]]) -> None:
    """Every connection is tried before a page is made with it, so that none is dead."""
    given = production(DATABASE_URL="postgres://monitor@127.0.0.1:5432/monitor")["DATABASES"]["default"]
    assert (given["CONN_MAX_AGE"], given["CONN_HEALTH_CHECKS"]) == (None, True)


def test_a_cache_is_never_waited_for_longer_than_a_page_takes(production: Callable[..., dict[str, Any]]) -> None:
    options = production(REDIS_URL="redis://127.0.0.1:6379/1")["CACHES"]["default"]["OPTIONS"]
    assert max(options["socket_timeout"], options["socket_connect_timeout"]) <= 0.5


def test_postgresql_compiles_no_plans(production: Callable[..., dict[str, Any]]) -> None:
    """Compiling the plan of a list of many parts takes seconds, its answer milliseconds."""
    assert database("postgres://monitor@127.0.0.1/monitor")["OPTIONS"]["options"] == "-c jit=off"
    options = production(DATABASE_URL="postgres://monitor@127.0.0.1/monitor")["DATABASES"]["default"]["OPTIONS"]
    assert options["options"] == "-c jit=off"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SECRET_KEY", "a", "it can be guessed"),
        ("SECRET_KEY", "a" * 60, "it can be guessed"),
        ("SECRET_KEY", "django-insecure-" + "abcdefghij" * 5, "it can be guessed"),
        ("ALLOWED_HOSTS", "*", "lets anybody put any name"),
        ("ALLOWED_HOSTS", "monitor.example.org, *", "lets anybody put any name"),
        ("PUBLIC_HOST", "elsewhere.example.org", "one of ALLOWED_HOSTS"),
        ("PUBLIC_HOST", "https://monitor.example.org", "no scheme"),
        ("PUBLIC_HOST", "monitor.example.org/about", "no path"),
        ("MONITOR_CONTACT_EMAIL", "write to us", "one address of e-mail"),
        ("MONITOR_LICENCE", "Our terms", "say both"),
        ("MONITOR_LICENCE_URL", "our-terms", "beginning with https"),
        ("MONITOR_NAME", " ", "leave them out, or say something"),
        ("SECOND_FACTOR", "publisher", "nobody, publishers"),
        ("TRUSTED_PROXIES", "-1", "0 or more"),
        ("RATE_LIMITS", "search=10, serch=3", "“ serch=3” limits nothing"),
        ("RATE_LIMITS", "search=many", "“search=many” limits nothing"),
        ("SESSION_HOURS", "0", "1 or more"),
    ],
)
def test_production_does_not_start_unsafely(
    production: Callable[..., dict[str, Any]], name: str, value: str, said: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"{name}.*: .*{said}"):
        production(**{name: value})


def test_a_whole_domain_is_bound_to_https_only_where_its_owner_says_so(
    production: Callable[..., dict[str, Any]],
) -> None:
    names = ("SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD")
    made = production()
    assert made["SECURE_HSTS_SECONDS"] == 31_536_000
    assert [made[name] for name in names] == [False, False]
    made = production(**dict.fromkeys(names, "true"))
    assert [made[name] for name in names] == [True, True]


def test_who_gets_in_is_strict_until_somebody_says_otherwise(production: Callable[..., dict[str, Any]]) -> None:
    made = production()
    names = ("MONITOR_SECOND_FACTOR", "MONITOR_IDLE_MINUTES", "MONITOR_SESSION_HOURS", "MONITOR_RECENT_SIGN_IN")
    assert [made[name] for name in names] == ["publishers", 120, 12, 15]
    assert made["MONITOR_PROXIES"] == 1
    said = {"SECOND_FACTOR": "everybody", "SESSION_IDLE_MINUTES": "30", "SESSION_HOURS": "8"}
    made = production(**said, RECENT_SIGN_IN_MINUTES="0", RATE_LIMITS="search=10, api=0")
    assert [made[name] for name in names] == ["everybody", 30, 8, 0]
    assert made["MONITOR_RATE_LIMITS"] == {"search": 10, "files": 30, "api": 0, "sign_in": 30}


def test_a_form_sent_from_the_public_name_is_trusted(production: Callable[..., dict[str, Any]]) -> None:
    made = production(ALLOWED_HOSTS="a.example.org,.example.net", PUBLIC_HOST="b.example.net:8443")
    assert made["MONITOR_PUBLIC_HOST"] == "b.example.net:8443"
    assert made["CSRF_TRUSTED_ORIGINS"] == ["https://a.example.org", "https://b.example.net:8443"]


def test_an_installation_is_called_what_its_environment_says(production: Callable[..., dict[str, Any]]) -> None:
    made = production()
    assert (made["MONITOR_NAME"], made["MONITOR_PUBLISHER"]) == ("CCM Monitor", "")
    made = production(
        MONITOR_NAME="Ban Watch",
        MONITOR_PUBLISHER="Watch Trust",
        MONITOR_CONTACT_EMAIL="desk@watch.example",
        MONITOR_CONTACT_ADDRESS="1 High Street",
        MONITOR_LICENCE="Terms of the Trust",
        MONITOR_LICENCE_URL="https://watch.example/terms",
    )
    assert (made["MONITOR_NAME"], made["MONITOR_PUBLISHER"]) == ("Ban Watch", "Watch Trust")
    assert made["MONITOR_LICENCE_URL"] == "https://watch.example/terms"
    assert made["EMAIL_SUBJECT_PREFIX"] == "[Ban Watch] "
    assert made["DEFAULT_FROM_EMAIL"] == made["SERVER_EMAIL"] == "desk@watch.example"


def has_package(monkeypatch: pytest.MonkeyPatch, *, is_there: bool) -> None:
    """Whether the package for stores that speak S3 is installed."""
    found = importlib.util.find_spec
    answer = found("os") if is_there else None
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: answer if name == "storages" else found(name, *rest)
    )


def test_files_lie_in_a_folder_or_in_a_store_that_speaks_s3(
    production: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert production()["STORAGES"]["default"]["BACKEND"].endswith("FileSystemStorage")
    has_package(monkeypatch, is_there=True)
    store = production(MEDIA_S3_BUCKET="monitor", MEDIA_S3_ENDPOINT="https://store.example")["STORAGES"]["default"]
    assert store["BACKEND"] == "storages.backends.s3.S3Storage"
    options = store["OPTIONS"]
    assert (options["bucket_name"], options["endpoint_url"]) == ("monitor", "https://store.example")
    assert (options["default_acl"], options["file_overwrite"], options["access_key"]) == (None, False, None)


def test_a_store_without_its_package_stops_the_start(
    production: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    has_package(monkeypatch, is_there=False)
    with pytest.raises(ImproperlyConfigured, match=r"pip install -r requirements-s3\.txt"):
        production(MEDIA_S3_BUCKET="monitor")
