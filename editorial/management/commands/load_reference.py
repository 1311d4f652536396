"""Load the reference data that comes with the application."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from editorial.actions.reference import load, loaders
from editorial.search import indexed_once


class Command(BaseCommand):
    """Idempotent and atomic: a second run changes nothing, a failing loader leaves nothing behind."""

    help = "Load reference data (states, treaties, meetings, stockpiles …) with its sources."
    demo = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--only", default="", help="names separated by commas: " + ", ".join(loaders(demo=self.demo))
        )

    def handle(self, *args: Any, **options: Any) -> None:
        known = loaders(demo=self.demo)
        wanted = [name.strip() for name in options["only"].split(",") if name.strip()] or list(known)
        if unknown := [name for name in wanted if name not in known]:
            raise CommandError(f"--only: unknown {', '.join(unknown)}. Known: {', '.join(known)}.")
        refused = 0
        with transaction.atomic(), indexed_once():
            bar = "Demo content" if self.demo else "Reference data"
            for name in tqdm(
                wanted,
                desc=bar,
                unit="file",
                disable=not sys.stderr.isatty(),
                leave=False,
            ):
                report = load(name)
                self.stdout.write(str(report))
                for kept in report.kept:
                    self.stdout.write(f"  kept: {kept} was edited by a person and is left as it is")
                for problem in report.refused:
                    self.stderr.write(f"  refused: {problem}")
                refused += report.refused_rows
        if refused:
            raise CommandError(f"{refused} rows were refused; correct them and load again.")
