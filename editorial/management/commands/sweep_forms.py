"""Throw away what people began at the desk and never went on with, and what the machines need no longer. For cron."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from editorial.actions.begun_forms import sweep_forms
from editorial.actions.jobs import forget_old_jobs
from editorial.management.clock import ClockCommand
from editorial.models import BegunForm, Job, PublicationCounter, SavedForm


class Command(ClockCommand):
    """Nothing that was saved is touched."""

    help = (
        f"Throw away unsaved forms that nobody went on with for {BegunForm.KEPT_FOR.days} days, "
        f"the notes of saved ones after {SavedForm.KEPT_FOR.days}, and work that was over {Job.KEPT_FOR.days} days ago; "
        "count the marks of caches together."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        begun, saved = sweep_forms(at=now)
        jobs = forget_old_jobs(at=now)
        PublicationCounter.count_together()
        self.stdout.write(
            f"Thrown away: {begun} unsaved forms, {saved} notes of saved ones, {jobs} pieces of work that are long over."
        )
