"""Treaties and acts, made with as few words as a test needs; and all of the reference data, loaded fast."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models

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
from tests.factories.kept_rows import once

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


def load_world() -> None:
    """All states, treaties and acts of the reference data, without history."""
    once("world", _load_world, TABLES)


def _load_world() -> None:
    with indexed_once():
        for name in LOADERS:
            report = load(name)
            assert report.refused == [], report.refused


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
