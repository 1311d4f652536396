"""What the commands share that run parts by their names: ``--only``, and a bar that shows how far they are."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

T = TypeVar("T")


class NamedPartsCommand(BaseCommand):
    """Runs all parts of a slot, or those that ``--only`` names."""

    def known(self) -> Mapping[str, object]:
        """The parts by their names, in their order."""
        raise NotImplementedError

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", default="", help="names separated by commas: " + ", ".join(self.known()))

    def wanted(self, only: str) -> list[str]:
        """The names that were given, or else all. Raises CommandError for one that no part has."""
        known = self.known()
        wanted = [name.strip() for name in only.split(",") if name.strip()] or list(known)
        if unknown := [name for name in wanted if name not in known]:
            raise CommandError(f"--only: unknown {', '.join(unknown)}. Known: {', '.join(known)}.")
        return wanted


def with_bar(things: Iterable[T], what: str, unit: str) -> Iterable[T]:
    """The same things; whoever runs the command at a terminal sees how many are done."""
    bar: Iterable[T] = tqdm(things, desc=what, unit=unit, disable=not sys.stderr.isatty(), leave=False)
    return bar
