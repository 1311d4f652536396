"""Who was at a meeting, and as what; who was not."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Source, Sourced, Tracked, source_if_known

from .meeting import Meeting


class Capacity(models.TextChoices):
    """As what a state took part. A state can have several: host and first-time."""

    PARTICIPANT = "participant", "Participant"  # present; the source says no more
    HOST = "host", "Host"
    PRESIDENT = "president", "President"  # it held the presidency
    PARTY = "party", "State Party"
    SIGNATORY = "signatory", "Signatory"
    OBSERVER = "observer", "Observer"
    COORDINATOR = "coordinator", "Coordinator"  # of a working group or theme
    FIRST_TIME = "first-time", "First-time participant"


class Attendance(Sourced, Tracked):
    """A state at a meeting in one capacity, as a source names it."""

    PART_OF = "meeting"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="attendance")
    capacity = models.CharField(max_length=12, choices=Capacity, default=Capacity.PARTICIPANT)
    head_of_delegation = models.CharField(max_length=160, blank=True, help_text="Name and office, as printed.")
    source = source_if_known("attendance")

    class Meta:
        ordering = ["meeting", "country__name", "capacity"]
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "country", "capacity", "source"],
                name="meetings_attendance_once",
                violation_error_message="This state is already entered in this capacity, by this source.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "country", "capacity"],
                condition=models.Q(source__isnull=True),
                name="meetings_attendance_once_without_source",
                violation_error_message="This state is already entered in this capacity.",
            ),
        ]
        indexes = [models.Index(fields=["country", "meeting"], name="meetings_attendance_country")]

    def __str__(self) -> str:
        return f"{self.country} at {self.meeting} ({self.get_capacity_display().lower()})"


class Absence(Sourced, Tracked):
    """A state that a source says was not at a meeting, invited or not. A state without one may have been there or not."""

    PART_OF = "meeting"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="absences")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="absences")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="absences")

    class Meta:
        ordering = ["meeting", "country__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "country", "source"],
                name="meetings_absence_once",
                violation_error_message="This source is already entered as saying so.",
            ),
        ]
        indexes = [models.Index(fields=["country", "meeting"], name="meetings_absence_country")]

    def __str__(self) -> str:
        return f"{self.country} not at {self.meeting}"
