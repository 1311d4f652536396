"""load_demo brings example content, and only where demo accounts are allowed."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from editorial.actions.reference import loaders
from editorial.management.commands import load_demo, load_reference

pytestmark = pytest.mark.django_db


def test_an_installation_for_readers_refuses_it_before_anything_is_loaded(settings, monkeypatch) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False
    settings.DEBUG = False
    monkeypatch.setattr(load_reference, "load", _not_asked)
    with pytest.raises(CommandError) as refused:
        call_command("load_demo", stdout=StringIO())
    assert "demo" in str(refused.value).lower()


def test_it_runs_the_loaders_of_demo_content_in_their_order_and_no_others(monkeypatch) -> None:
    asked: list[str] = []

    class Report:
        kept: tuple[str, ...] = ()
        refused: tuple[str, ...] = ()
        refused_rows = 0

    def note(name: str) -> Report:
        asked.append(name)
        return Report()

    monkeypatch.setattr(load_reference, "load", note)
    call_command("load_demo", stdout=StringIO())
    assert asked == list(loaders(demo=True))
    assert not set(asked) & set(loaders())


def test_reference_data_are_unknown_to_it() -> None:
    with pytest.raises(CommandError, match="--only: unknown countries"):
        call_command("load_demo", only="countries")
    assert load_demo.Command.demo


def _not_asked(name: str) -> None:
    raise AssertionError(name)
