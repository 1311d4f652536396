"""Every cross-record check in one run; exit 1 when something is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from editorial.checks import checks
from editorial.management.clock import ClockCommand
from editorial.management.named_parts import NamedPartsCommand, with_bar


class Command(ClockCommand, NamedPartsCommand):
    """Changes nothing. What it finds is for a researcher to judge and mend at the desk."""

    help = "Check facts across records: totals, counts named in prose, dates against rules, sources, footnotes."

    known = staticmethod(checks)

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--as-of", type=date.fromisoformat, default=None, help="a day, 2026-11-21; today if left out"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        on: date = options["as_of"] or timezone.now().date()
        wanted = self.wanted(options["only"])
        total = decided = 0
        for name in with_bar(wanted, "Checks", "check"):
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
