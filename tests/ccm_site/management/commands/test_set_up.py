"""`manage.py set_up` sets up everything on a developer's machine, and never a demo on anybody else's database."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ccm_site.management.commands import set_up
from countries.models import Country
from editorial.actions.roles import ensure_roles
from editorial.models import LoadedFiles, User, recording
from tests.doors import everything


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, db: None) -> list[str]:
    """The other commands that were run; here they do nothing."""
    ensure_roles()
    done: list[str] = []
    monkeypatch.setattr(set_up, "call_command", lambda name, **options: done.append(name))
    return done


@pytest.fixture
def said() -> Callable[..., tuple[str, str]]:
    """Run it, and hand back what it printed and what it complained about."""

    def run(*args: str) -> tuple[str, str]:
        out, err = StringIO(), StringIO()
        call_command("set_up", *args, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    return run


def test_a_developer_sets_up_twice(steps: list[str], said: Callable[..., tuple[str, str]]) -> None:
    for done in (["migrate", "load_reference", "load_demo"], ["migrate"]):
        steps.clear()
        printed, complained = said()
        assert steps == done
        assert ("reference: loaded by this version already" in printed) is (done == ["migrate"])
        assert "demo accounts (researcher, editor, publisher, admin): password demo" in printed
        assert not complained
    assert User.objects.count() == 4


def test_where_people_work_it_brings_the_tables_up_to_date_and_no_demo(
    steps: list[str], said: Callable[..., tuple[str, str]]
) -> None:
    User.objects.create_user("maria", password="a long one of her own")
    printed, complained = said()
    assert steps == ["migrate", "load_reference"]
    assert "password demo" not in printed
    assert "in use by people" in complained
    assert User.objects.count() == 1


def test_a_database_on_another_machine_is_not_touched(
    steps: list[str], said: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The operator forgot to say that this is the server."""
    monkeypatch.setattr(set_up, "database_elsewhere", lambda: "203.0.113.7")
    with pytest.raises(CommandError, match=r"203\.0\.113\.7(?s:.*)Nothing was changed"):
        said()
    assert not steps
    assert not User.objects.exists()
    said("--without-demo")
    assert steps == ["migrate", "load_reference"]
    assert not User.objects.exists()


def test_production_gets_no_demo(settings, steps: list[str], said: Callable[..., tuple[str, str]]) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False
    printed, complained = said()
    assert steps == ["migrate", "load_reference"]
    assert "password" not in printed + complained
    assert not User.objects.exists()


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.django_db
def test_on_a_server_a_second_time_changes_nothing_and_keeps_what_a_person_edited(
    settings: Any, said: Callable[..., tuple[str, str]]
) -> None:
    settings.MONITOR_DEMO_ACCOUNTS = False
    said()
    peru = Country.objects.get(slug="peru")
    peru.official_name = "República del Perú"
    with recording(
        by=User.objects.create_user("maria", password="words of her own"), reason="As it writes itself"
    ):
        peru.save()
    before = everything()
    LoadedFiles.objects.all().delete()  # a newer version reads all files again
    said()
    after = everything()
    assert [name for name, rows in before.items() if rows != after[name]] == ["editorial.LoadedFiles"]
    assert len(before["countries.Country"]) > 195
