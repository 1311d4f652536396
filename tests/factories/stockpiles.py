"""The reference data of stockpiles, as an installation has it, without history."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from editorial.actions.import_report import ImportReport
from editorial.actions.reference import load
from editorial.models import Organisation, TrackedVersion
from editorial.search import indexed_once
from tests.factories import treaties
from tests.factories.kept_rows import once

LOADERS = (
    "meetings",
    "meeting-spans",
    "munition-types",
    "stockpiles",
    "stockpile-years",
    "stockpile-figures",
    "retention",
    "settled-differences",
    "activity-claims",
    "extension-requests",
    "extension-versions",
    "completions",
    "transparency-reports",
    "destruction-programmes",
)


def load_stocks() -> dict[str, ImportReport]:
    """All states, treaties, meetings and stocks of the reference data. Returns what each loader reported."""
    return once("stocks", _load_stocks, _tables())


def _load_stocks() -> dict[str, ImportReport]:
    treaties.load_world()
    with indexed_once():
        return {name: load(name) for name in LOADERS}


def _tables() -> list[type[models.Model]]:
    """Every table that holds reference data of these apps and below."""
    own = [
        model
        for app in ("meetings", "stockpiles")
        for model in apps.get_app_config(app).get_models()
        if not issubclass(model, TrackedVersion)
    ]
    return [Organisation, *treaties.TABLES, *own]
