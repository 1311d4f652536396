"""The reference data of stockpiles, as an installation has it: read from the files once, then copied without history."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from editorial.actions.import_report import ImportReport
from editorial.actions.reference import load
from editorial.models import CitationUse, Organisation, Source, TrackedVersion
from editorial.search import indexed_once
from tests.factories import treaties

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
_rows: dict[type[models.Model], list[dict[str, Any]]] = {}
_reports: dict[str, ImportReport] = {}


class _Undo(Exception):
    pass


def load_stocks() -> dict[str, ImportReport]:
    """All states, treaties, meetings and stocks of the reference data. Returns what each loader reported."""
    if not _rows:
        try:
            with transaction.atomic(), indexed_once():
                treaties.load_world()
                for name in LOADERS:
                    _reports[name] = load(name)
                for table in _tables():
                    _rows[table] = list(models.QuerySet(table).order_by("pk").values())
                treaties.name_content_types(_rows[CitationUse])
                raise _Undo
        except _Undo:
            pass
    for table, rows in _rows.items():
        models.QuerySet(table).bulk_create([table(**treaties.as_of_this_database(row)) for row in rows])
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_rows)):
            cursor.execute(statement)
    return _reports


def _tables() -> list[type[models.Model]]:
    """Every table that holds reference data, those that others point to first."""
    own = [
        model
        for app in ("meetings", "stockpiles")
        for model in apps.get_app_config(app).get_models()
        if not issubclass(model, TrackedVersion)
    ]
    kernel: list[type[models.Model]] = [Source, Organisation]
    countries = [table for table in treaties.TABLES if table not in (Source, CitationUse)]
    return [*kernel, *countries, *_in_order(own), CitationUse]


def _in_order(tables: list[type[models.Model]]) -> list[type[models.Model]]:
    ordered: list[type[models.Model]] = []
    waiting = list(tables)
    while waiting:
        for table in waiting:
            needs = {f.related_model for f in table._meta.fields if f.is_relation} - {table}
            if not needs & set(waiting):
                ordered.append(table)
                waiting.remove(table)
                break
    return ordered
