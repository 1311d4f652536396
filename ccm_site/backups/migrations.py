"""Bringing an empty database to the state of an archive: today's, or an earlier one from which migrations lead on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from .manifest import Manifest, applied_migrations, version_in_words
from .refusal import BackupRefused

Migrations = Mapping[str, list[str]]


def at_the_state_of(manifest: Manifest) -> tuple[Any, bool]:
    """The models of the archive's state, which the database is brought to, and whether that is an earlier state.

    Raises BackupRefused where the code does not know that state, or the database is past it.
    """
    executor = MigrationExecutor(connection)
    wanted, here = _names(manifest.migrations), _names(applied_migrations())
    known = set(executor.loader.disk_migrations)
    if beyond := wanted - known:
        raise BackupRefused(
            f"The archive was made by another version: it has {_listed(beyond)}, which this one does not know. "
            f"Check out {version_in_words(manifest.code)} and restore with it; migrate leads on from there."
        )
    if here - wanted:
        raise BackupRefused(
            f"The database has {_listed(here - wanted)}, and the archive is from before. Give restore a database "
            "without any tables: it makes them as they were, and migrates them afterwards."
        )
    is_earlier = bool(_names_of_graph(executor) - wanted)
    if is_earlier:
        return _earlier(executor, manifest), True
    if wanted - here:
        call_command("migrate", verbosity=0, interactive=False)
    return apps, False


def _earlier(executor: MigrationExecutor, manifest: Manifest) -> Any:
    """The models as they were; every app is brought to the last of its migrations that the archive has."""
    wanted = _names(manifest.migrations)
    graph = executor.loader.graph
    if astray := {
        app for app in manifest.migrations if not any(node in wanted for node in graph.nodes if node[0] == app)
    }:
        raise BackupRefused(
            f"The archive stands in the middle of old steps of {', '.join(sorted(astray))}. "
            f"Check out {version_in_words(manifest.code)}, restore with it, and update from there."
        )
    inside = [node for node in graph.nodes if node in wanted]
    targets = [
        node
        for node in inside
        if not any(child.key in wanted and child.key[0] == node[0] for child in graph.node_map[node].children)
    ]
    executor.migrate(targets)
    return executor.loader.project_state(targets).apps


def _names(migrations: Migrations) -> set[tuple[str, str]]:
    return {(app, name) for app, names in migrations.items() for name in names}


def _names_of_graph(executor: MigrationExecutor) -> set[tuple[str, str]]:
    return {node for node in executor.loader.graph.nodes if node[0] in executor.loader.migrated_apps}


def _listed(names: set[tuple[str, str]]) -> str:
    some = [".".join(one) for one in sorted(names)]
    more = f" and {len(some) - 3} more" if len(some) > 3 else ""
    return f"the migration{'s' if len(some) > 1 else ''} {', '.join(some[:3])}{more}"
