"""Article 4 deadlines as sources print them, beside those that the convention gives and the meetings granted."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Claim, PartialDateField

from .of_impact import OfImpact


class DeadlineKind(models.TextChoices):
    """What the source says of the date."""

    STANDS = "stands", "Deadline"
    GRANTED = "granted", "Deadline granted"
    ASKED = "asked", "Deadline asked for"


class PublishedDeadline(OfImpact, Claim):
    """A date that a source gives as a state's deadline for clearance, or as the one that it asked for.

    It moves no clock: what counts is the convention, and the decision on an extension request where that is on record.
    ``as_of`` is the day of the request or of the decision, where the source gives it.
    """

    PLACE = "deadline"
    MAY_LIE_AHEAD = frozenset({"deadline"})

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="published_deadlines")
    kind = models.CharField(max_length=8, choices=DeadlineKind, default=DeadlineKind.STANDS)
    deadline = PartialDateField(help_text="As printed. Empty: a request whose date the source does not give.")

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "deadline", "id"]

    def __str__(self) -> str:
        return f"{self.country}, {self.get_kind_display().lower()}: {self.deadline or 'date not given'}"
