"""What the commands that import one text share: dry run first, the report, who imports, the last line, the exit code."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import NotWritten, Problem, Severity, UnusableInput, exit_code
from editorial.importing.reconciliation import problem_lines
from editorial.importing.text_import import Destination, WrittenImport, prepare_import, write_import
from editorial.models import Publishable, User

R = TypeVar("R", bound=Publishable)
Options = Mapping[str, Any]


class TextImportCommand(BaseCommand, Generic[R]):
    """Reports by default; writes only with --write. Exit code 0: clean, 1: with problems, 2: unusable input."""

    needs: ClassVar[tuple[str, ...]]  # rights of whoever imports
    makes: ClassVar[str]  # the records these are about, in words
    # Options, each with the codes of the problems that a person who gives it decides to live with.
    decisions: ClassVar[dict[str, frozenset[str]]] = {"allow_missing_notes": MISSING_NOTES}

    def add_shared_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--language", default="en", help="language of the text (default: en)")
        parser.add_argument(
            "--allow-missing-notes",
            action="store_true",
            help="import a text of which notes are missing; their marks stay visible as unresolved",
        )
        parser.add_argument("--write", action="store_true", help="write the draft; needs --by")
        parser.add_argument("--by", default="", help="user name of whoever imports; kept in the history")
        parser.add_argument("--reason", default="", help="why; kept in the history (default: the file's name)")

    def destination(self, options: Options) -> Destination[R]:
        """What the file becomes. Raises UnusableInput, whose problems name fields as the desk does."""
        raise NotImplementedError  # each text becomes another record

    def written(self, done: WrittenImport[R]) -> str:
        """What was written, and how it is taken back."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        allowed = frozenset[str]().union(*(codes for name, codes in self.decisions.items() if options[name]))
        try:
            by = self.person(options["by"]) if options["write"] or options["by"] else None
            prepared = prepare_import(path, self.destination(options), allowed=allowed)
        except UnusableInput as refusal:
            problems = [self.in_options(problem) for problem in refusal.problems]
            self.show(problems)
            return self.end("Nothing was written.", problems)
        self.stdout.write(prepared.report.as_text(), ending="")
        if by is None or not options["write"]:
            return self.end("Dry run: nothing was written. Add --write --by USER to import.", prepared.problems)
        progress = partial(tqdm, desc="Sources", disable=not sys.stderr.isatty(), leave=False)
        try:
            done = write_import(prepared, by=by, reason=options["reason"], progress=progress)
        except NotWritten as refusal:
            self.show([problem for problem in refusal.problems if problem not in prepared.problems])
            return self.end("Nothing was written: mend what is marked with ! first.", refusal.problems)
        return self.end(self.written(done), prepared.problems)

    def person(self, username: str) -> User:
        """Who imports. Raises UnusableInput where nobody of the team has this name, or has no right to."""
        found = User.objects.filter(username=username, is_active=True).first()
        if found and found.has_perms(self.needs):
            return found
        message = f"{found} may not add {self.makes}." if found else f"There is no active user “{username}”."
        remedy = "Give --by and the name of a researcher."
        raise UnusableInput(Problem("unknown-user", message, remedy, Severity.UNUSABLE, field="by"))

    def in_options(self, problem: Problem) -> Problem:
        """A problem with what was given, under the name of its option."""
        is_given = problem.field and not problem.file
        return replace(problem, field=f"--{problem.field}") if is_given else problem

    def show(self, problems: Sequence[Problem]) -> None:
        """Problems that no report has shown."""
        for line in problem_lines(problems) if problems else ():
            self.stdout.write(line)

    def end(self, words: str, problems: Sequence[Problem]) -> None:
        """The last line, and the exit code of the contract."""
        self.stdout.write(words)
        if code := exit_code(problems):
            sys.exit(code)
