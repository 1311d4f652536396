"""A database that began with the squashed migrations has the models of one that went all the steps, whatever comes later."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.db.migrations import loader as of_django
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState

APPS = ("editorial", "countries", "meetings", "stockpiles")


def squashed(loader: MigrationLoader) -> dict[str, Any]:
    """The migration of each app that replaces others, and no second one of an app."""
    return {app: one for (app, _), one in loader.disk_migrations.items() if app in APPS and one.replaces}


def steps(loader: MigrationLoader, app: str) -> list[tuple[str, str]]:
    """The migrations of an app that replace nothing, in their order."""
    return sorted(key for key, one in loader.disk_migrations.items() if key[0] == app and not one.replaces)


@pytest.fixture(scope="module")
def fresh() -> MigrationLoader:
    """As Django sees the migrations where none has been applied."""
    return MigrationLoader(None)


def between(monkeypatch: pytest.MonkeyPatch, fresh: MigrationLoader, apps: tuple[str, ...]) -> MigrationLoader:
    """As Django sees them in a database where some apps are at their first step and those before them at their last."""
    applied: dict[tuple[str, str], Any] = {}
    for app in APPS[: APPS.index(apps[-1]) + 1]:
        done = steps(fresh, app)
        applied |= dict.fromkeys(done[:1] if app in apps else done)
    recorder = SimpleNamespace(applied_migrations=lambda: dict(applied))
    monkeypatch.setattr(of_django, "MigrationRecorder", lambda connection: recorder)
    return MigrationLoader(object())


def described(state: ProjectState) -> dict[tuple[str, str], Any]:
    """All that a migration can change of a model. The order of its columns tells nobody anything."""
    return {key: _described(model) for key, model in state.models.items()}


def _described(model: ModelState) -> dict[str, Any]:
    apart = {"indexes", "constraints"}
    return {
        "name": model.name,
        "fields": {name: field.deconstruct()[1:] for name, field in model.fields.items()},
        "options": {name: value for name, value in model.options.items() if name not in apart},
        **{name: {one.name: one.deconstruct() for one in model.options.get(name, ())} for name in apart},
        "bases": model.bases,
        "managers": [(name, type(manager)) for name, manager in model.managers],
    }


def test_each_app_begins_with_one_migration_for_an_empty_database(fresh: MigrationLoader) -> None:
    assert set(squashed(fresh)) == set(APPS)
    for app, migration in squashed(fresh).items():
        assert fresh.graph.root_nodes(app) == [(app, migration.name)]


def test_it_replaces_the_first_steps_and_leaves_none_out(fresh: MigrationLoader) -> None:
    for app, migration in squashed(fresh).items():
        done = migration.replaces
        assert done == steps(fresh, app)[: len(done)]
        assert migration.name == f"0001_squashed_{done[-1][1]}"


@pytest.mark.parametrize("apps", [*((app,) for app in APPS), APPS], ids="-".join)
def test_who_goes_the_steps_ends_where_others_begin(
    monkeypatch: pytest.MonkeyPatch, fresh: MigrationLoader, apps: tuple[str, ...]
) -> None:
    """An app that is under way when a database gets this version takes the steps, the others do not."""
    there = between(monkeypatch, fresh, apps)
    assert {key[0] for key in there.graph.nodes if there.graph.nodes[key].replaces} == set(APPS) - set(apps)
    assert described(there.project_state()) == described(fresh.project_state())


def test_what_one_side_alone_changed_would_be_seen(fresh: MigrationLoader) -> None:
    state = fresh.project_state()
    without_index, wider = state.clone(), state.clone()
    without_index.remove_index("countries", "treatyaction", "countries_action_course")
    longer = state.models["countries", "country"].fields["name"].clone()
    longer.max_length += 1
    wider.alter_field("countries", "country", "name", longer, preserve_default=True)
    assert described(state) not in (described(without_index), described(wider))
