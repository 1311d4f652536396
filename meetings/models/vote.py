"""How a state voted at the General Assembly, as sources say."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Source

from .recorded_vote import ClaimOnVote, RecordedVote


class VoteAnswer(models.TextChoices):
    """How a state voted. That a state is not on record is none of these."""

    YES = "yes", "In favour"
    NO = "no", "Against"
    ABSTAIN = "abstain", "Abstained"
    ABSENT = "absent", "Did not vote"


class Vote(ClaimOnVote):
    """How one state voted, as one source gives it. Sources that differ stand side by side."""

    COUNTRY_PATH = "country"
    SHOWN_ON = "votes"

    recorded_vote = models.ForeignKey(RecordedVote, on_delete=models.PROTECT, related_name="votes")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="votes", verbose_name="state")
    answer = models.CharField("vote", max_length=8, choices=VoteAnswer)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="votes")

    class Meta(ClaimOnVote.Meta):
        abstract = False
        ordering = ["recorded_vote", "country__name", "id"]
        constraints = [
            *ClaimOnVote.Meta.constraints,
            models.UniqueConstraint(
                fields=["recorded_vote", "country", "source"],
                name="meetings_vote_once",
                violation_error_message="What this source says of this state's vote is recorded already.",
            ),
        ]
        indexes = [models.Index(fields=["country", "recorded_vote"], name="meetings_vote_country")]

    def __str__(self) -> str:
        return f"{self.country}, {self.recorded_vote}: {self.get_answer_display().lower()}"

    def get_absolute_url(self) -> str:
        page = self.recorded_vote.resolution.get_absolute_url()
        return f"{page}#{self.recorded_vote.anchor_of(self.country)}"
