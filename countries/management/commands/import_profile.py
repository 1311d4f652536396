"""Bring a legacy country report in as a draft edition."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandParser

from countries.importing.country_profile import NEEDED, EditionDestination, edition_meant
from countries.models import CountryProfile
from editorial.importing.text_import import WrittenImport
from editorial.management.text_import import Options, TextImportCommand


class Command(TextImportCommand[CountryProfile]):
    """One report, one draft edition."""

    needs = NEEDED
    makes = "profiles and sources"

    help = (
        "Legacy country report (or our own export) → draft edition. Without --write only the reconciliation "
        "report is printed. Exit code 0: clean; 1: with problems; 2: the input cannot be used."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="text file in UTF-8")
        parser.add_argument("--country", required=True, help="ISO 3166 alpha-3 code, for example PER")
        parser.add_argument("--theme", required=True, help="for example cluster-munition-ban-policy")
        parser.add_argument("--edition", required=True, help="year of the edition, for example 2009")
        self.add_shared_arguments(parser)

    def destination(self, options: Options) -> EditionDestination:
        return edition_meant(**{name: options[name] for name in ("country", "theme", "edition", "language")})

    def written(self, done: WrittenImport[CountryProfile]) -> str:
        return (
            f"Written: draft {done.record} (1 profile, {len(done.created)} sources created to be checked, "
            f"{len(done.reused)} reused). An import that nobody has changed can be undone at the desk."
        )
