"""The countries app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db import connections
from django.db.models.signals import pre_migrate

FORMERLY_WITHOUT_TRIGGERS = ("countries", "0004_place_in_the_source")


class CountriesConfig(AppConfig):
    """Who is bound by what, and what we know of them."""

    name = "countries"

    def ready(self) -> None:
        from countries.checks import triggers_stand  # it needs the models

        register(triggers_stand, Tags.database)
        pre_migrate.connect(_make_way, sender=self)


def _make_way(using: str, plan: Any, **kwargs: Any) -> None:
    """A database from before countries.0005 has triggers that 0004 would trip over on SQLite; 0005 puts them up again."""
    from countries.models.treaty_action_triggers import take_down

    coming = {(migration.app_label, migration.name) for migration, is_backwards in plan if not is_backwards}
    connection = connections[using]
    if FORMERLY_WITHOUT_TRIGGERS in coming and connection.vendor == "sqlite":
        take_down(connection)
