"""Make the derived tables anew: citation use, statement lists, search."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from editorial.actions.derived import rebuilds


class Command(BaseCommand):
    """Atomic: readers see the old tables until the new ones are complete. Nothing in them is ever edited."""

    help = "Rebuild what is derived from the records: where sources are cited, statement lists, the search index."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", default="", help="names separated by commas: " + ", ".join(rebuilds()))

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = [name.strip() for name in options["only"].split(",") if name.strip()] or list(rebuilds())
        if unknown := [name for name in wanted if name not in rebuilds()]:
            raise CommandError(f"--only: unknown {', '.join(unknown)}. Known: {', '.join(rebuilds())}.")
        now = timezone.now()
        with transaction.atomic():
            for name, rebuild in rebuilds().items():
                if name in wanted:
                    records = rows = 0
                    for written in tqdm(
                        rebuild(now), desc=name, unit="record", disable=not sys.stderr.isatty(), leave=False
                    ):
                        records, rows = records + 1, rows + written
                    self.stdout.write(f"{name}: {records} records, {rows} rows written")
