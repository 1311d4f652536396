"""How the machines do: which workers live, what waits, what failed, when each command of the clock last ran."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min, Q

from editorial.models import Job, JobState, LastRun, RunKind


@dataclass(frozen=True)
class StateOfWork:
    """The work in the background and the commands of the clock, as they stood at a moment.

    ``needs_worker`` is whether this installation leaves the work to a process of its own (the setting MONITOR_WORK).
    """

    at: datetime
    needs_worker: bool
    workers: tuple[str, ...]
    """Those that gave a sign of life within a minute."""
    waiting: int
    running: int
    failed: int
    """Within a day."""
    oldest: datetime | None
    """Since when the oldest waits that could have been begun."""
    last_runs: Mapping[str, LastRun]
    """By the name of the command: publish_due, check_facts …"""

    @property
    def oldest_seconds(self) -> float:
        """How long the oldest has waited; 0 where none does."""
        return max(0.0, (self.at - self.oldest).total_seconds()) if self.oldest else 0.0

    @property
    def trouble(self) -> str:
        """What an operator should know at once, in words; "" where all is well."""
        if self.needs_worker and not self.workers:
            return "No worker is running: what is asked for in the background waits. Start one: manage.py worker"
        return ""


def state_of_work(at: datetime) -> StateOfWork:
    """The state of the work at a moment. Two queries."""
    day = at - timedelta(days=1)
    counted = Job.objects.aggregate(
        waiting=Count("pk", filter=Q(state=JobState.WAITING)),
        running=Count("pk", filter=Q(state=JobState.RUNNING)),
        failed=Count("pk", filter=Q(state=JobState.FAILED, ended_at__gte=day)),
        oldest=Min("not_before", filter=Q(state=JobState.WAITING, not_before__lte=at)),
    )
    runs = list(LastRun.objects.order_by("name"))
    alive = [
        run.name
        for run in runs
        if run.kind == RunKind.WORKER and run.ended_at is not None and run.ended_at >= at - LastRun.GONE_AFTER
    ]
    commands = {run.name: run for run in runs if run.kind == RunKind.COMMAND}
    return StateOfWork(at, settings.MONITOR_WORK == "worker", tuple(alive), **counted, last_runs=commands)
