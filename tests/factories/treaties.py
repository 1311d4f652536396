"""Treaties and acts, made with as few words as a test needs; and all of the reference data, loaded fast."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from countries.importing.country import FOLDER
from countries.models import (
    Country,
    CountryName,
    Coverage,
    DomesticStep,
    GroupMembership,
    NameInLanguage,
    StateCoverage,
    StateEvent,
    StateGroup,
    Treaty,
    TreatyAction,
    TreatyAlias,
)
from editorial.actions.reference import load
from editorial.models import CitationUse, Source, recording
from editorial.search import indexed_once

LOADERS = (
    "coverage",
    "countries",
    "country-names",
    "names-in-languages",
    "treaties",
    "treaty-aliases",
    "treaty-actions",
    "domestic-steps",
    "state-events",
    "state-groups",
    "group-memberships",
    "state-coverage",
)
TABLES: tuple[type[models.Model], ...] = (
    Source,
    Coverage,
    Country,
    CountryName,
    NameInLanguage,
    Treaty,
    TreatyAlias,
    TreatyAction,
    DomesticStep,
    StateEvent,
    StateGroup,
    GroupMembership,
    StateCoverage,
    CitationUse,
)
_world: dict[type[models.Model], list[dict[str, Any]]] = {}


class _Undo(Exception):
    pass


def load_world() -> None:
    """All states, treaties and acts of the reference data. Read from the files once, then copied without history."""
    if not _world:
        try:
            with transaction.atomic(), indexed_once():
                for name in LOADERS:
                    report = load(name)
                    assert report.refused == [], report.refused
                for table in TABLES:
                    _world[table] = list(models.QuerySet(table).order_by("pk").values())
                name_content_types(_world[CitationUse])
                raise _Undo
        except _Undo:
            pass
    for table in TABLES:
        models.QuerySet(table).bulk_create([table(**as_of_this_database(row)) for row in _world[table]])


def name_content_types(rows: list[dict[str, Any]]) -> None:
    """Keep content types by name: they get new keys whenever a test with a live server has emptied the database."""
    for row in rows:
        row["content_type"] = ContentType.objects.get_for_id(row.pop("content_type_id")).natural_key()


def as_of_this_database(row: dict[str, Any]) -> dict[str, Any]:
    """A kept row with the key that its content type has now."""
    if "content_type" not in row:
        return row
    return {**row, "content_type": ContentType.objects.get_by_natural_key(*row["content_type"])}


def make_treaty(slug: str = "ccm", **fields: Any) -> Treaty:
    """The treaty of the reference data with that slug (and its parent), changed as told."""
    with recording(by=None, reason="Made for a test"):
        if not Treaty.objects.filter(slug=slug).exists():
            report = load("treaties")
            assert report.refused == [], (FOLDER, report.refused)
        treaty = Treaty.objects.select_related("parent").get(slug=slug)
        for name, value in fields.items():
            setattr(treaty, name, value)
        treaty.save()
    return treaty


def make_act(country: Country, kind: str, day: str, treaty: Treaty | None = None, **fields: Any) -> TreatyAction:
    """One act, saved as it is: no form looks at it, only the database."""
    with recording(by=None, reason="Made for a test"):
        return TreatyAction.objects.create(
            country=country,
            treaty=treaty or make_treaty(),
            kind=kind,
            date=datetime.date.fromisoformat(day),
            **fields,
        )
