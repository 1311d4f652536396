"""When an action plan was adopted, as further sources give it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from editorial.models import Claim, PartialDateField, Source, Sourced
from meetings.rules.adopted_on import beside_the_record

from .action_plan import ActionPlan


class PlanAdoption(Sourced, Claim):
    """A date that a source gives for the adoption of a plan, beside the one on record, which stands with the plan.

    It moves nothing: readers see it with whoever says so, and whether it agrees.
    """

    PART_OF = "plan"
    NOT_TOLD = dict.fromkeys(("as_of", "period_start", "period_end", "note"), "no page gives it of an adoption")

    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="adoptions")
    adopted = PartialDateField(null=False, blank=False, help_text="As the source gives it: 2011.")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="plan_adoptions")

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["plan", "adopted", "id"]
        constraints = [
            *Claim.Meta.constraints,
            models.UniqueConstraint(
                fields=["plan", "source"],
                name="meetings_planadoption_once",
                violation_error_message="The date of this source is recorded already.",
            ),
            models.CheckConstraint(
                name="meetings_planadoption_record_is_preferred",
                condition=~Q(rank="preferred"),
                violation_error_message="The preferred date is the one on record of the plan: correct it there.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: adopted {self.adopted}"

    def get_absolute_url(self) -> str:
        return f"{self.plan.get_absolute_url()}#adopted"

    @property
    def beside(self) -> str:
        """Whether it agrees with the date on record."""
        return beside_the_record(self.adopted, self.plan.adopted)
