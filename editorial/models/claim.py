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
    """Something a source says, as of a day or for a period. Contradicting claims stand side by side.

    A claim has two dates: what it is about, and when it was made. A yearbook of 2021 that gives the stock which
    Austria destroyed in 2010 makes, in 2021, a claim about a time before 2010.
    """

    as_of = PartialDateField(
        help_text="What the claim is about: 2007, May 2007, after 31 July 2013. Not the year of a yearbook that says it."
    )
    period_start = PartialDateField(help_text="For a period: its beginning.")
    period_end = PartialDateField(help_text="For a period: its end.")
    made_on = PartialDateField(
        "made on", help_text="When it was said: the date of the edition or document that says so."
    )
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

    @property
    def made_in_words(self) -> str:
        """ "said in 2021", "said on 12 August 2014"; "" where the date is not known."""
        when = self.made_on
        if when is None:
            return ""
        return f"said {'' if when.bound else 'on ' if when.precision == 'day' else 'in '}{when}"

    @property
    def about_in_words(self) -> str:
        """ "as of 2013", "before 8 August 2016"; "" where the claim speaks of no day."""
        when = self.as_of
        if when is None:
            return ""
        return str(when) if when.bound in ("before", "after") else f"as of {when}"
