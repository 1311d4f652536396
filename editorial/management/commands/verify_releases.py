"""Whether everything that was released is still as it was sealed; exit 1 when something is not."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from tqdm import tqdm

from editorial.management.clock import ClockCommand
from editorial.queries.seals import to_verify, verify


class Command(ClockCommand):
    """Changes nothing. Names each release and each seal that no longer holds."""

    help = "Verify every release against its seal, and the chain of seals."

    def handle(self, *args: Any, **options: Any) -> None:
        total = to_verify()
        bar = tqdm(verify(), "Seals", total, unit="seal", disable=None, leave=False)
        broken = 0
        for found in bar:
            for one in dict.fromkeys(found):
                broken += 1
                self.stdout.write(f"{one.about}: {one.message}")
        if broken:
            raise CommandError(f"{broken} things are not as they were sealed.", returncode=1)
        self.stdout.write(f"{total} seals and releases are as they were sealed.")
