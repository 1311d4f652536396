"""What the commands that import one text share: dry run first, the report, who imports, the last line, the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from editorial.importing.problems import NotWritten, Problem, Severity, UnusableInput, exit_code
from editorial.importing.reconciliation import problem_lines
from editorial.models import User


class TextImportCommand(BaseCommand):
    """Reports by default; writes only with --write. Exit code 0: clean, 1: with problems, 2: unusable input."""

    needs: ClassVar[tuple[str, ...]]  # rights of whoever imports
    makes: ClassVar[str]  # the records these are about, in words
    counts: ClassVar[str]  # what the progress bar counts

    def add_shared_arguments(self, parser: CommandParser, missing_notes: str) -> None:
        """``missing_notes`` is the help of --allow-missing-notes."""
        parser.add_argument("--allow-missing-notes", action="store_true", help=missing_notes)
        parser.add_argument("--write", action="store_true", help="write the draft; needs --by")
        parser.add_argument("--by", default="", help="user name of whoever imports; kept in the history")
        parser.add_argument("--reason", default="", help="why; kept in the history (default: the file's name)")

    def prepare(self, options: dict[str, Any]) -> Any:
        """What the file would become. Writes nothing; raises UnusableInput."""
        raise NotImplementedError  # each text has its own reader

    def write(self, prepared: Any, *, by: User, reason: str, progress: Any) -> str:
        """Write it, and say what was written. Raises NotWritten."""
        raise NotImplementedError  # each text becomes another record

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = self.person(options["by"]) if options["write"] or options["by"] else None
            prepared = self.prepare(options)
        except UnusableInput as refusal:
            self.show(refusal.problems)
            return self.end("Nothing was written.", refusal.problems)
        self.stdout.write(prepared.report.as_text(), ending="")
        if by is None or not options["write"]:
            return self.end("Dry run: nothing was written. Add --write --by USER to import.", prepared.problems)
        quiet = not sys.stderr.isatty()
        progress = partial(tqdm, desc=self.counts, disable=quiet, leave=False)
        try:
            words = self.write(prepared, by=by, reason=options["reason"], progress=progress)
        except NotWritten as refusal:
            self.show([problem for problem in refusal.problems if problem not in prepared.problems])
            return self.end("Nothing was written: mend what is marked with ! first.", refusal.problems)
        return self.end(words, prepared.problems)

    def person(self, username: str) -> User:
        """Who imports. Raises UnusableInput where nobody of the team has this name, or has no right to."""
        found = User.objects.filter(username=username, is_active=True).first()
        if found and found.has_perms(self.needs):
            return found
        message = f"{found} may not add {self.makes}." if found else f"There is no active user “{username}”."
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
