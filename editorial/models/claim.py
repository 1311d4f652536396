"""The base of every figure or assertion: a claim with its date, certainty, rank and sources."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .fields import PartialDateField, ResearchedTextField
from .tracked import Tracked


class Certainty(models.TextChoices):
    """How firmly the source says it. "Unknown" and "not believed" are answers, not blanks."""

    STATED = "stated", "Stated"  # by the state itself
    REPORTED = "reported", "Reported"  # by somebody else who saw it or has it from the state
    ESTIMATED = "estimated", "Estimated"
    NOT_BELIEVED = "not_believed", "Not believed"  # the Monitor's "is not believed to have"
    ALLEGED = "alleged", "Alleged"  # claimed by somebody, unconfirmed or disputed
    UNKNOWN = "unknown", "Unknown"


class Rank(models.TextChoices):
    """Which of several claims the page shows first."""

    PREFERRED = "preferred", "Preferred"  # shown first, with the reason
    NORMAL = "normal", "Normal"
    SUPERSEDED = "superseded", "Superseded"  # kept and shown beside the one that replaced it


class Claim(Tracked):
    """Something a source says, as of a day or for a period. Contradicting claims stand side by side."""

    as_of = PartialDateField(help_text="The day the claim speaks of: 2007, May 2007, after 31 July 2013.")
    period_start = PartialDateField(help_text="For a period: its beginning.")
    period_end = PartialDateField(help_text="For a period: its end.")
    certainty = models.CharField(max_length=14, choices=Certainty, default=Certainty.STATED)
    rank = models.CharField(max_length=12, choices=Rank, default=Rank.NORMAL)
    rank_reason = models.TextField(
        blank=True, help_text="Why this claim is preferred or superseded; readers see it."
    )
    note = ResearchedTextField(
        blank=True, help_text="What the source says and where, with citations: [@peru-2013-art7, Form B]."
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_rank_has_reason",
                condition=Q(rank="normal") | ~Q(rank_reason=""),
                violation_error_message="Say why this claim is preferred or superseded.",
            ),
        ]
