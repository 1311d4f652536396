"""What happened in or around a state that is no legal act: a stock disclosed, help asked for, a milestone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from editorial.models import (
    PartialDateField,
    ResearchedTextField,
    Sourced,
    Tracked,
    optional_key,
    source_if_known,
)

from .country import Country


class StateEventKind(models.TextChoices):
    """What kind of thing happened. None of them changes a standing, a stock or a deadline by itself."""

    DISCLOSURE = "disclosure", "Stock disclosed"
    CONDITION = "condition", "Condition towards another state"  # we destroy ours when they destroy theirs
    REQUEST = "request", "Help asked for"
    HELP = "help", "Help confirmed"
    MILESTONE = "milestone", "Milestone"
    ANNOUNCEMENT = "announcement", "Announcement"
    MEDIA = "media", "In the media"


class StateEvent(Sourced, Tracked):
    """A dated happening in one state, as a source reports it; timelines show it, that of another state named in it too."""

    COUNTRY_PATH = "country"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="state_events", verbose_name="state"
    )
    towards = optional_key(Country, "state_events_towards", "The other state, where the event is between two.")
    kind = models.CharField(max_length=14, choices=StateEventKind)
    date = PartialDateField(null=False, blank=False, help_text="2007, May 2007 or 29 May 2007.")
    words = models.CharField(max_length=240, help_text="What happened, in one sentence and in your own words.")
    source = source_if_known("state_events")
    note = ResearchedTextField(blank=True, help_text="What else a reader must know, with citations.")

    class Meta:
        ordering = ["date", "country__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "kind", "date", "words"],
                name="countries_stateevent_once",
                violation_error_message="This event is recorded already.",
            ),
            models.CheckConstraint(
                name="countries_stateevent_towards_another",
                condition=Q(towards__isnull=True) | ~Q(towards=F("country")),
                violation_error_message="The other state is another one.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, {self.date}: {self.get_kind_display().lower()}"

    def get_absolute_url(self) -> str:
        return f"{self.country.get_absolute_url()}#timeline"
