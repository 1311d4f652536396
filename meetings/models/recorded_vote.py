"""Votes that were recorded at the General Assembly and in its First Committee."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Claim, PartialDateField, Sourced, Tracked, source_if_known

from .resolution import Resolution


class VotingBody(models.TextChoices):
    """Who voted. Every member of the United Nations sits in both."""

    PLENARY = "plenary", "General Assembly"
    FIRST_COMMITTEE = "committee", "First Committee"  # on the draft, some weeks before


class RecordedVote(Sourced, Tracked):
    """One recorded vote on a resolution or its draft: on the whole of it, or on one paragraph."""

    COUNTRY_PATH = ""

    slug = models.SlugField(max_length=60, unique=True, help_text="Its name in sheets: a-res-70-54-plenary.")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="recorded_votes")
    body = models.CharField(max_length=12, choices=VotingBody, default=VotingBody.PLENARY)
    paragraph = models.CharField(
        max_length=60, blank=True, help_text="Preambular paragraph 14; empty for a vote on the whole."
    )
    held_on = PartialDateField("held on", help_text="7 December 2015, or November 2015.")
    source = source_if_known("recorded_votes")

    class Meta:
        ordering = ["resolution__year", "resolution", "-body", "paragraph"]
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "body", "paragraph"],
                name="meetings_recordedvote_once",
                violation_error_message="This vote is recorded already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.resolution}, {self.place}"

    def get_absolute_url(self) -> str:
        return f"{self.resolution.get_absolute_url()}#{self.anchor}"

    @property
    def place(self) -> str:
        """ "General Assembly", "First Committee, preambular paragraph 14"."""
        paragraph = f", {self.paragraph[0].lower()}{self.paragraph[1:]}" if self.paragraph else ""
        return f"{self.get_body_display()}{paragraph}"

    @property
    def anchor(self) -> str:
        """Its place on the page of its resolution."""
        return f"vote-{self.pk}"

    def anchor_of(self, country: Country) -> str:
        """The place of a state's vote there."""
        return f"{self.anchor}-{country.slug}"


class ClaimOnVote(Sourced, Claim):
    """What one source says of a recorded vote."""

    NOT_TOLD = dict.fromkeys(
        ("as_of", "period_start", "period_end"), "it is about the day on which the vote was held"
    )

    class Meta(Claim.Meta):
        abstract = True

    @property
    def who(self) -> str:
        """Who says so, and when: "Human Rights Watch, 2017"; of an undated source only who."""
        if self.source is None:
            return "no source recorded"
        made = self.made_on or self.source.document_date
        name = self.source.publisher or self.source.title
        return f"{name}, {made.year}" if made else name

    @property
    def remark(self) -> str:
        """What is said of the source beside the place in it: that its answer was worked out, and how; "" for nothing."""
        return self.source_locator.partition(" (")[2].removesuffix(")")
