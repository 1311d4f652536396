"""Bring a legacy country report in as a draft edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from countries.importing.save_profile import PreparedImport, destination, prepare_import, write_import
from editorial.management.text_import import TextImportCommand
from editorial.models import User


class Command(TextImportCommand):
    """One report, one draft edition."""

    needs = ("countries.add_countryprofile", "editorial.add_source")
    makes = "profiles and sources"
    counts = "Sources"

    help = (
        "Legacy country report (or our own export) → draft edition. Without --write only the reconciliation "
        "report is printed. Exit code 0: clean; 1: with problems; 2: the input cannot be used."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="text file in UTF-8")
        parser.add_argument("--country", required=True, help="ISO 3166 alpha-3 code, for example PER")
        parser.add_argument("--theme", required=True, help="for example cluster-munition-ban-policy")
        parser.add_argument("--edition", required=True, help="year of the edition, for example 2009")
        parser.add_argument("--language", default="en", help="language of the text (default: en)")
        self.add_shared_arguments(
            parser, "import a page of which notes are missing; their marks stay visible as unresolved"
        )

    def prepare(self, options: dict[str, Any]) -> PreparedImport:
        to = destination(**{name: options[name] for name in ("country", "theme", "edition", "language")})
        return prepare_import(options["file"], to, allow_missing_notes=options["allow_missing_notes"])

    def write(self, prepared: PreparedImport, *, by: User, reason: str, progress: Any) -> str:
        done = write_import(prepared, by=by, reason=reason, progress=progress)
        return (
            f"Written: draft {done.profile} (1 profile, {len(done.created)} sources created to be checked, "
            f"{len(done.reused)} reused). An import that nobody has changed can be undone at the desk."
        )
