"""What a state holds on a disputed question of the convention, outside any statement: a letter, a law, an answer."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Claim


class InterpretiveIssue(models.TextChoices):
    """A question on which states read the convention differently; the article is that of the question.

    Each belongs to a theme of statements (THEME_OF_ISSUE); transit and the stocks of others are asked apart.
    """

    ASSISTANCE = "assistance", "Assistance with prohibited acts"  # 1(1)(c)
    JOINT_OPERATIONS = "joint_operations", "Joint operations"  # 21, interoperability
    TRANSIT = "transit", "Transit"
    FOREIGN_STOCKS = "foreign_stocks", "Foreign stockpiling"
    INVESTMENT = "investment", "Investment"
    RETENTION = "retention", "Retention"  # 3(6)
    DEFINITION = "definition", "Definition"  # 2(2)
    TRANSITION = "transition", "Transition period"  # asked for while the text was negotiated
    GENERAL = "general", "Several questions at once"  # the source does not say on which
    JOINING = "joining", "Joining the convention"


THEME_OF_ISSUE = {
    InterpretiveIssue.ASSISTANCE: "prohibition",
    InterpretiveIssue.JOINT_OPERATIONS: "interoperability",
    InterpretiveIssue.TRANSIT: "transfer",
    InterpretiveIssue.FOREIGN_STOCKS: "transfer",
    InterpretiveIssue.INVESTMENT: "investment",
    InterpretiveIssue.RETENTION: "retention",
    InterpretiveIssue.DEFINITION: "definitions",
    InterpretiveIssue.TRANSITION: "transition-period",
    InterpretiveIssue.JOINING: "universalization",
}
"""The theme under which statements speak of the same question, by its slug."""


class InterpretiveAnswer(models.TextChoices):
    """The answer in a word. That no view was given is an answer, and no view."""

    PROHIBITED = "prohibited", "Prohibited"
    PARTLY = "partly", "Prohibited in part"
    REGULATED = "regulated", "Allowed within limits"
    ALLOWED = "allowed", "Allowed"
    SUPPORTS = "supports", "In favour"
    CONSIDERS = "considers", "Interested or considering"
    CONCERNED = "concerned", "Concerned"  # sees a danger or a shortcoming, takes no side
    NOT_NOW = "not_now", "Not for now"
    OPPOSES = "opposes", "Against"
    INFORMS = "informs", "Says something else"  # the view is in the words alone
    ELABORATED = "elaborated", "View given, not on record here"
    NOT_GIVEN = "not_given", "Views not given"
    NOT_KNOWN = "not_known", "Not known to the source"


class InterpretivePosition(Claim):
    """A state's view on one question as one source gives it. What it says in a statement is a Position there."""

    COUNTRY_PATH = "country"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="interpretive_positions", verbose_name="state"
    )
    issue = models.CharField("question", max_length=16, choices=InterpretiveIssue)
    answer = models.CharField(max_length=12, choices=InterpretiveAnswer)
    view = models.CharField(
        max_length=300, blank=True, help_text="The view in your own few words; empty where the answer says it all."
    )

    class Meta(Claim.Meta):
        ordering = ["country__name", "issue", "pk"]
        indexes = [models.Index(fields=["country", "issue"], name="meetings_interpretive_state")]

    def __str__(self) -> str:
        return f"{self.country}, {self.get_issue_display().lower()}: {self.get_answer_display().lower()}"

    def get_absolute_url(self) -> str:
        return f"{self.country.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the state's page."""
        return f"view-{self.pk}"
