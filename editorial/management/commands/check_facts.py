"""Every cross-record check in one run; exit 1 when something is wrong."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from editorial.checks import checks


class Command(BaseCommand):
    """Reads only. What it finds is for a researcher to judge and mend at the desk."""

    help = "Check facts across records: totals, counts named in prose, dates against rules, sources, footnotes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", default="", help="names separated by commas: " + ", ".join(checks()))
        parser.add_argument(
            "--as-of", type=date.fromisoformat, default=None, help="a day, 2026-11-21; today if left out"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        on: date = options["as_of"] or timezone.now().date()
        wanted = [name.strip() for name in options["only"].split(",") if name.strip()] or list(checks())
        if unknown := [name for name in wanted if name not in checks()]:
            raise CommandError(f"--only: unknown {', '.join(unknown)}. Known: {', '.join(checks())}.")
        total = decided = 0
        for name in tqdm(wanted, desc="Checks", unit="check", disable=not sys.stderr.isatty(), leave=False):
            check = checks()[name]
            found = list(check(on))
            total += len(found)
            decided += sum(finding.is_decided for finding in found)
            self.stdout.write(f"{name}: {len(found)} found. {check.title}")
            for finding in found:
                mark = "decided: " if finding.is_decided else ""
                self.stdout.write(f"  {mark}{finding.record}: {finding.message}")
        words = f", {decided} of them decided or explained" if decided else ""
        self.stdout.write(f"{len(wanted)} checks as of {on.isoformat()}: {total} findings{words}")
        if total > decided:
            raise CommandError("Something is wrong; each line above names the record.", returncode=1)
