"""Make the derived tables anew: citation use, statement lists, search."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from editorial.actions.derived import rebuilds
from editorial.management.clock import ClockCommand
from editorial.management.named_parts import NamedPartsCommand, with_bar


class Command(ClockCommand, NamedPartsCommand):
    """Atomic: readers see the old tables until the new ones are complete. Nothing in them is ever edited."""

    help = "Rebuild what is derived from the records: where sources are cited, statement lists, the search index."

    known = staticmethod(rebuilds)

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = self.wanted(options["only"])
        now = timezone.now()
        with transaction.atomic():
            for name, rebuild in rebuilds().items():
                if name in wanted:
                    records = rows = 0
                    for written in with_bar(rebuild(now), name, "record"):
                        records, rows = records + 1, rows + written
                    self.stdout.write(f"{name}: {records} records, {rows} rows written")
