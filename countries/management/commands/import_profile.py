"""Bring a legacy country report in as a draft edition."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from countries.importing.save_profile import (
    ImportedProfile,
    PreparedImport,
    destination,
    prepare_import,
    write_import,
)
from editorial.importing.problems import NotWritten, Problem, Severity, UnusableInput, exit_code
from editorial.importing.reconciliation import problem_lines
from editorial.models import User


class Command(BaseCommand):
    """Reports by default; writes only with --write. Exit code 0: clean, 1: with problems, 2: unusable input."""

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
        parser.add_argument("--write", action="store_true", help="write the draft; needs --by")
        parser.add_argument("--by", default="", help="user name of whoever imports; kept in the history")
        parser.add_argument("--reason", default="", help="why; kept in the history (default: the file's name)")
        parser.add_argument(
            "--allow-missing-notes",
            action="store_true",
            help="import a page of which notes are missing; their marks stay visible as unresolved",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = self.person(options["by"]) if options["write"] or options["by"] else None
            to = destination(**{name: options[name] for name in ("country", "theme", "edition", "language")})
            prepared = prepare_import(options["file"], to, allow_missing_notes=options["allow_missing_notes"])
        except UnusableInput as refusal:
            self.show(refusal.problems)
            return self.end("Nothing was written.", refusal.problems)
        self.stdout.write(prepared.report.as_text(), ending="")
        if by is None or not options["write"]:
            return self.end("Dry run: nothing was written. Add --write --by USER to import.", prepared.problems)
        try:
            done = self.write(prepared, by, options["reason"])
        except NotWritten as refusal:
            self.show([problem for problem in refusal.problems if problem not in prepared.problems])
            return self.end("Nothing was written: mend what is marked with ! first.", refusal.problems)
        return self.end(
            f"Written: draft {done.profile} (1 profile, {len(done.created)} sources created to be checked, "
            f"{len(done.reused)} reused). An import that nobody has changed can be undone at the desk.",
            prepared.problems,
        )

    def write(self, prepared: PreparedImport, by: User, reason: str) -> ImportedProfile:
        """Write, with a progress bar on a terminal."""
        quiet = not sys.stderr.isatty()
        return write_import(
            prepared, by=by, reason=reason, progress=partial(tqdm, desc="Sources", disable=quiet, leave=False)
        )

    def person(self, username: str) -> User:
        """Who imports. Raises UnusableInput where nobody of the team has this name, or has no right to."""
        found = User.objects.filter(username=username, is_active=True).first()
        if found and found.has_perms(("countries.add_countryprofile", "editorial.add_source")):
            return found
        message = (
            f"{found} may not add profiles and sources." if found else f"There is no active user “{username}”."
        )
        raise UnusableInput(
            Problem(
                "unknown-user", message, "Give --by and the name of a researcher.", Severity.UNUSABLE, field="--by"
            )
        )

    def show(self, problems: Sequence[Problem]) -> None:
        """Problems that no report has shown."""
        for line in problem_lines(problems) if problems else ():
            self.stdout.write(line)

    def end(self, words: str, problems: Sequence[Problem]) -> None:
        """The last line, and the exit code of the contract."""
        self.stdout.write(words)
        if code := exit_code(problems):
            sys.exit(code)
