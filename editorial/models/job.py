"""Work that goes on while nobody waits for its page: what it is, who asked for it, how far it is, how it ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

if TYPE_CHECKING:
    from .user import User


class JobState(models.TextChoices):
    """Where a piece of work stands."""

    WAITING = "waiting", "Waits"
    RUNNING = "running", "Runs"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"  # nothing of it was written; the row says why


OVER = (JobState.DONE, JobState.FAILED)


class JobQuerySet(models.QuerySet):
    """Work by where it stands and by whom it was asked for."""

    def waiting(self) -> JobQuerySet:
        return self.filter(state=JobState.WAITING)

    def ready(self, at: datetime) -> JobQuerySet:
        """What may be begun at a moment, who waited longest first."""
        return self.waiting().filter(not_before__lte=at).order_by("not_before", "pk")

    def lost(self, at: datetime) -> JobQuerySet:
        """What runs by its row, though whoever did it has given no sign of life for long."""
        return self.filter(state=JobState.RUNNING, beat_at__lt=at - Job.SILENT_FOR)

    def to_tell(self, user: User) -> JobQuerySet:
        """What is over and its person has not been told of."""
        return self.filter(asked_by=user.pk, told=False, state__in=OVER).order_by("ended_at", "pk")


class Job(models.Model):
    """One piece of work in the background. What it writes has a history of its own; this row goes after a month.

    Whoever runs it marks the row with ``worker`` and ``attempts``; only under these may it write its end.
    """

    UNTRACKED_BECAUSE = "work of the machine; what it writes has a history of its own"
    SILENT_FOR: ClassVar[timedelta] = timedelta(seconds=60)
    KEPT_FOR: ClassVar[timedelta] = timedelta(days=30)

    kind = models.CharField(max_length=30, help_text="Its name in ccm_site/wiring.py.")
    title = models.CharField(max_length=255)
    given = models.JSONField(default=dict, help_text="What it needs to know, in plain values.")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    asked_from = models.CharField(max_length=200, blank=True, help_text="The page on which it was asked for.")
    state = models.CharField(max_length=8, choices=JobState, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(help_text="A further attempt waits for this moment.")
    worker = models.CharField(max_length=100, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True, help_text="The last sign of life of who runs it.")
    ended_at = models.DateTimeField(null=True, blank=True)
    step = models.CharField(max_length=60, blank=True, help_text="What it is doing: Read, Released.")
    done_parts = models.PositiveIntegerField(default=0)
    all_parts = models.PositiveIntegerField(default=0)
    outcome = models.TextField(blank=True, help_text="How it ended, in words; of a failure, the reason.")
    leads_to = models.CharField(max_length=200, blank=True, help_text="The page on which one goes on.")
    told = models.BooleanField(default=False, help_text="Whether its person has been told that it is over.")

    if TYPE_CHECKING:
        asked_by_id: int | None
        files: Any

    objects: ClassVar[Any] = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["state", "not_before"], name="editorial_job_next"),
            models.Index(fields=["asked_by"], condition=Q(told=False), name="editorial_job_to_tell"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page at the desk."""
        return reverse("admin:work_job", args=[self.pk])

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def share(self) -> int:
        """How much of it is done, in per cent; 0 where nobody knows how much there is."""
        return min(100, self.done_parts * 100 // self.all_parts) if self.all_parts else 0


class JobFile(models.Model):
    """What a piece of work reads or has made, packed: a sheet, the rows that it would write, a workbook to be fetched."""

    UNTRACKED_BECAUSE = "goes with the work that it belongs to"

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=120, blank=True, help_text="Of a file that people may fetch.")
    packed = models.BinaryField(help_text="The bytes, by zlib.")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["job", "name"], name="editorial_jobfile_one_name")]

    def __str__(self) -> str:
        return self.name
