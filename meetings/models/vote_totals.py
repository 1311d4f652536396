"""How many voted which way, as sources give it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from editorial.models import Source

from .recorded_vote import ClaimOnVote, RecordedVote


class VoteTotals(ClaimOnVote):
    """How many voted which way, as one source gives it. A number that it does not give stays empty; it is not zero."""

    PART_OF = "recorded_vote"

    recorded_vote = models.ForeignKey(RecordedVote, on_delete=models.CASCADE, related_name="totals")
    yes = models.PositiveSmallIntegerField("in favour", null=True, blank=True)
    no = models.PositiveSmallIntegerField("against", null=True, blank=True)
    abstained = models.PositiveSmallIntegerField("abstaining", null=True, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="vote_totals")

    class Meta(ClaimOnVote.Meta):
        abstract = False
        ordering = ["recorded_vote", "rank", "id"]
        verbose_name_plural = "vote totals"
        constraints = [
            *ClaimOnVote.Meta.constraints,
            models.UniqueConstraint(
                fields=["recorded_vote", "source"],
                name="meetings_votetotals_once",
                violation_error_message="The total of this source is recorded already.",
            ),
            models.UniqueConstraint(
                fields=["recorded_vote"],
                condition=Q(rank="preferred"),
                name="meetings_votetotals_one_preferred",
                violation_error_message="Another total of this vote is already preferred.",
            ),
            models.CheckConstraint(
                name="meetings_votetotals_of_something",
                condition=Q(yes__isnull=False) | Q(no__isnull=False) | Q(abstained__isnull=False),
                violation_error_message="Give at least one number.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recorded_vote}: {self.in_words}"

    @property
    def numbers(self) -> dict[str, int | None]:
        """By answer, as the rules of counting read it."""
        return {"yes": self.yes, "no": self.no, "abstain": self.abstained}

    @property
    def in_words(self) -> str:
        """ "139–2–40", with "?" for a number that the source does not give."""
        return "–".join("?" if number is None else str(number) for number in self.numbers.values())
