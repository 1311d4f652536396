"""When a state had destroyed its last stocks, or cleared its last area, and when it said so."""

from __future__ import annotations

from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import Claim, PartialDateField, optional_key
from meetings.models import Meeting
from stockpiles.rules.dated import Within, bounds

from .clearance_obligation import ClearanceObligation
from .extension_request import Article
from .of_state import OfState


class CompletionDeclaration(OfState, Claim):
    """The end of a duty, in three dates: the last item destroyed, the announcement, the formal declaration.

    They often lie weeks or months apart, and sources print one for another. Which date is meant decides how many
    days early or late a state was: the first one counts.
    """

    PLACE = "completion"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="completion_declarations")
    article = models.PositiveSmallIntegerField(choices=Article, default=Article.DESTRUCTION)
    obligation = optional_key(
        ClearanceObligation, "completion_declarations", "For Article 4: which clearance was completed."
    )
    last_item_on = PartialDateField(
        "last item destroyed", help_text="Or last area cleared. This date is compared with the deadline."
    )
    announced_on = PartialDateField("announced", help_text="First made known in public.")
    declared_on = PartialDateField(
        "formally declared", help_text="Declared to a meeting or in an Article 7 report."
    )
    declared_at = optional_key(
        Meeting, "completion_declarations", "The meeting to which it was declared, if it was one."
    )
    margin_as_stated = models.CharField(
        max_length=120,
        blank=True,
        help_text="How early or late the source itself says it was, for example: 4 months before the deadline.",
    )

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "article", "last_item_on", "id"]
        indexes = [models.Index(fields=["article", "rank", "country"], name="stockpiles_completion_by_state")]
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="stockpiles_completiondeclaration_obligation_is_article_4",
                condition=Q(obligation__isnull=True) | Q(article=4),
                violation_error_message="A clearance obligation belongs to completions under Article 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, Article {self.article}, completed {self.last_item_on or 'on an unknown day'}"

    @property
    def done(self) -> Within:
        """When the duty was fulfilled: the last item, or no later than the first time that it was said."""
        if self.last_item_on is not None:
            known = bounds(self.last_item_on)
            assert known is not None  # noqa: S101 - bounds() answers None only for None
            return known
        said = [when.latest for when in (self.announced_on, self.declared_on) if when is not None]
        return Within(None, min(said)) if said else Within(None, None)

    def clean(self) -> None:
        super().clean()
        if self.obligation is not None and self.obligation.country_id != self.country_id:
            raise ValidationError({"obligation": f"That clearance is {self.obligation.country}'s."})
        order = [
            ("last_item_on", self.last_item_on),
            ("announced_on", self.announced_on),
            ("declared_on", self.declared_on),
        ]
        known = [(name, when) for name, when in order if when is not None]
        for (_, earlier), (name, later) in pairwise(known):
            if later.latest < earlier.earliest:
                raise ValidationError({name: f"{later} lies before {earlier}, which came first."})
