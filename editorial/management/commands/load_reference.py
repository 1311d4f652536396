"""Load the reference data that comes with the application."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from editorial.actions.reference import Loader, load, loaders
from editorial.management.named_parts import NamedPartsCommand, with_bar
from editorial.search import indexed_once


class Command(NamedPartsCommand):
    """Idempotent and atomic: a second run changes nothing, a failing loader leaves nothing behind."""

    help = "Load reference data (states, treaties, meetings, stockpiles …) with its sources."
    demo = False

    def known(self) -> dict[str, Loader]:
        return loaders(demo=self.demo)

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = self.wanted(options["only"])
        refused = 0
        with transaction.atomic(), indexed_once():
            bar = "Demo content" if self.demo else "Reference data"
            for name in with_bar(wanted, bar, "file"):
                report = load(name)
                self.stdout.write(str(report))
                for kept in report.kept:
                    self.stdout.write(f"  kept: {kept} was edited by a person and is left as it is")
                for problem in report.refused:
                    self.stderr.write(f"  refused: {problem}")
                refused += report.refused_rows
        if refused:
            raise CommandError(f"{refused} rows were refused; correct them and load again.")
