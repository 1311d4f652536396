"""Accounts whose password everybody knows are made on a developer's machine and nowhere else."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from editorial.actions import accounts
from editorial.actions.accounts import (
    DEMO_ACCOUNTS,
    NoDemoHere,
    database_elsewhere,
    demo_refusal,
    ensure_demo_accounts,
    has_demo_password,
)
from editorial.actions.roles import ensure_roles
from editorial.models import User


@pytest.fixture(autouse=True)
def roles(db: None) -> None:
    ensure_roles()


def postgresql(host: str, hostaddr: str = "") -> SimpleNamespace:
    """A connection to PostgreSQL, as far as its address is asked for."""
    info = SimpleNamespace(host=host, hostaddr=hostaddr)
    return SimpleNamespace(
        vendor="postgresql", ensure_connection=lambda: None, connection=SimpleNamespace(info=info)
    )


def test_a_fresh_database_gets_one_account_for_each_role() -> None:
    made = ensure_demo_accounts()
    assert list(made) == list(DEMO_ACCOUNTS)
    assert all(has_demo_password(one) for one in made.values())
    assert [name for name, one in made.items() if one.is_superuser] == ["admin"]


def test_a_second_run_changes_nothing() -> None:
    before = ensure_demo_accounts()
    assert ensure_demo_accounts() == before
    assert User.objects.count() == 4


def test_a_developer_with_an_account_of_their_own_goes_on_with_the_demo() -> None:
    ensure_demo_accounts()
    User.objects.create_user("maria", password="a long one of her own")
    assert demo_refusal() == ""


def test_a_developer_who_deleted_a_demo_account_gets_it_again() -> None:
    ensure_demo_accounts()["publisher"].delete()
    assert "publisher" in ensure_demo_accounts()


def test_where_people_have_accounts_no_demo_accounts_come() -> None:
    User.objects.create_user("maria", password="a long one of her own")
    with pytest.raises(NoDemoHere, match=r"in use by people \(accounts of their own: 1\)"):
        ensure_demo_accounts()
    with pytest.raises(CommandError, match="in use by people"):
        call_command("load_demo")
    assert User.objects.get().username == "maria"


def test_an_editor_who_is_called_editor_is_nobody_s_demo() -> None:
    User.objects.create_user("editor", "editor@monitor.example", "a long one of her own")
    assert "in use by people" in demo_refusal()


def test_where_the_demo_accounts_were_shut_nothing_is_put_any_more() -> None:
    """Somebody had set up a public database by mistake, and mended it."""
    made = ensure_demo_accounts()
    User.objects.create_user("maria", password="a long one of her own")
    made["admin"].set_password("another one, long enough")
    made["admin"].save()
    assert "in use by people" in demo_refusal()


def test_where_something_is_published_no_demo_accounts_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "_has_releases", lambda: True)
    assert "releases are published" in demo_refusal()


def test_releases_are_seen(press, peru, ban_policy) -> None:
    assert not accounts._has_releases()
    press.edition(peru, ban_policy)
    assert accounts._has_releases()


@pytest.mark.parametrize(
    "database",
    [
        SimpleNamespace(vendor="sqlite"),
        postgresql("/var/run/postgresql"),
        postgresql("localhost", "127.0.0.1"),
        postgresql("127.0.0.1", "127.0.0.1"),
        postgresql("localhost", "::1"),
        postgresql("localhost"),
    ],
)
def test_on_this_machine(database: SimpleNamespace) -> None:
    assert database_elsewhere(database) == ""


@pytest.mark.parametrize(
    ("database", "address"),
    [
        (postgresql("db.example.org", "203.0.113.7"), "203.0.113.7"),
        (postgresql("10.0.0.5", "10.0.0.5"), "10.0.0.5"),
        (postgresql("db.example.org"), "db.example.org"),
        (postgresql("localhost", "203.0.113.7"), "203.0.113.7"),
    ],
)
def test_on_another_machine(database: SimpleNamespace, address: str) -> None:
    assert database_elsewhere(database) == address


def test_the_database_of_this_run_is_on_this_machine() -> None:
    assert database_elsewhere() == ""


def test_a_database_elsewhere_is_refused_in_words_that_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "database_elsewhere", lambda: "203.0.113.7")
    with pytest.raises(NoDemoHere, match=r"203\.0\.113\.7.*DJANGO_SETTINGS_MODULE=ccm_site\.settings\.production"):
        ensure_demo_accounts()
    assert not User.objects.exists()


def test_production_takes_none(settings) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False
    with pytest.raises(NoDemoHere, match="in development only"):
        ensure_demo_accounts()
    with pytest.raises(CommandError, match="in development only"):
        call_command("load_demo")
