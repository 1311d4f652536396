"""When a command of the clock last ran, and which workers live."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models


class RunKind(models.TextChoices):
    """Whose row it is."""

    COMMAND = "command", "Command"  # publish_due, check_facts …
    WORKER = "worker", "Worker"  # does what waits in the background; its end is its last sign of life


class LastRun(models.Model):
    """One row a command or worker, written over at each run or sign of life."""

    UNTRACKED_BECAUSE = "says what the machines last did, and is no part of the record"
    GONE_AFTER: ClassVar[timedelta] = timedelta(seconds=60)

    kind = models.CharField(max_length=8, choices=RunKind)
    name = models.CharField(max_length=100)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="Empty while it runs, and for good where it was ended.")
    is_well = models.BooleanField(default=False, help_text="Whether it came to its end without finding fault.")
    words = models.TextField(blank=True, help_text="What it said at its end.")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="editorial_lastrun_one_each")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"
