"""Bring a statement, paper or presentation in as a draft with its parties."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from editorial.importing.problems import NotWritten, Problem, Severity, UnusableInput, exit_code
from editorial.importing.reconciliation import problem_lines
from editorial.models import User
from meetings.importing.save_statement import (
    NEEDED,
    ImportedStatement,
    PreparedStatement,
    destination,
    prepare_import,
    write_import,
)
from meetings.models import Role, StatementKind


class Command(BaseCommand):
    """Reports by default; writes only with --write. Exit code 0: clean, 1: with problems, 2: unusable input."""

    help = (
        "Statement, paper or slides as text → draft statement with its parties. Without --write only the "
        "reconciliation report is printed. Exit code 0: clean; 1: with problems; 2: the input cannot be used."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="text file in UTF-8, Markdown or plain")
        parser.add_argument("--meeting", default="", help="slug of the meeting, for example lima-2007")
        parser.add_argument(
            "--kind",
            default="",
            help="taken from the words above the text if left out; presentation reads slides. "
            + ", ".join(StatementKind.values),
        )
        parser.add_argument("--title", default="", help="in place of the one in the file")
        parser.add_argument("--date", default="", help="2013-09-11, “May 2007”, or a bound: “after 31 July 2013”")
        parser.add_argument("--language", default="en", help="language of the text (default: en)")
        parser.add_argument("--source", default="", help="key of the source that the statement is in the library")
        for role in Role:
            parser.add_argument(
                f"--{role.value}",
                nargs="+",
                action="extend",
                default=[],
                metavar="STATE",
                help=f"{role.label.lower()}: ISO 3166 alpha-3 codes, names, or a list as it is printed; "
                "found in the text if none is given",
            )
        parser.add_argument(
            "--parties-as-given",
            action="store_true",
            help="the states given hold, also where the text names others; the differences stay in the report",
        )
        parser.add_argument(
            "--allow-missing-notes",
            action="store_true",
            help="import a text of which notes are missing; their marks stay visible as unresolved",
        )
        parser.add_argument("--write", action="store_true", help="write the draft; needs --by")
        parser.add_argument("--by", default="", help="user name of whoever imports; kept in the history")
        parser.add_argument("--reason", default="", help="why; kept in the history (default: the file's name)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = self.person(options["by"]) if options["write"] or options["by"] else None
            named = ("meeting", "kind", "title", "date", "language", "source")
            states = {role.value: options[role.value.replace("-", "_")] for role in Role}
            prepared = prepare_import(
                options["file"],
                destination(states=states, **{name: options[name] for name in named}),
                parties_as_given=options["parties_as_given"],
                allow_missing_notes=options["allow_missing_notes"],
            )
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
        number = done.statement.pk
        return self.end(
            f"Written: draft “{done.statement}” as number {number} ({len(done.parties)} parties, {len(done.created)} "
            f"sources created to be checked, {len(done.reused)} reused). While nobody has changed it, "
            f"undo_import_statement {number} takes it back.",
            prepared.problems,
        )

    def write(self, prepared: PreparedStatement, by: User, reason: str) -> ImportedStatement:
        """Write, with a progress bar on a terminal."""
        quiet = not sys.stderr.isatty()
        return write_import(
            prepared, by=by, reason=reason, progress=partial(tqdm, desc="Parties", disable=quiet, leave=False)
        )

    def person(self, username: str) -> User:
        """Who imports. Raises UnusableInput where nobody of the team has this name, or has no right to."""
        found = User.objects.filter(username=username, is_active=True).first()
        if found and found.has_perms(NEEDED):
            return found
        message = (
            f"{found} may not add statements and sources." if found else f"There is no active user “{username}”."
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
