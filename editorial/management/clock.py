"""Commands that are run by the clock: each leaves a note of when it last ran and how it ended."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from editorial.actions.last_runs import noted


class ClockCommand(BaseCommand):
    """Noted under its own name. ``/readyz``, ``/metrics`` and the desk's page “Work” tell of it."""

    def execute(self, *args: Any, **options: Any) -> Any:
        with noted(type(self).__module__.rpartition(".")[2]):
            return super().execute(*args, **options)
