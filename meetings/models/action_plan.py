"""Action plans of the convention and their numbered actions."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from editorial.models import (
    PartialDateField,
    ResearchedTextField,
    Source,
    Sourced,
    Tracked,
    key_if_known,
    source_if_known,
)

from .meeting import Meeting
from .theme import Theme

_YEAR = [MinValueValidator(2008), MaxValueValidator(2100)]


class ActionPlan(Sourced, Tracked):
    """A plan that the States Parties adopted for five years: Vientiane (66 actions), Dubrovnik, Lausanne."""

    COUNTRY_PATH = ""

    slug = models.SlugField(max_length=60, unique=True, help_text="Its place in addresses: vientiane.")
    name = models.CharField(max_length=120)
    meeting = key_if_known(Meeting, "action_plans", "Where it was adopted.")
    adopted = PartialDateField(help_text="When it was adopted: 12 November 2010.")
    from_year = models.PositiveSmallIntegerField(null=True, blank=True, validators=_YEAR)
    until_year = models.PositiveSmallIntegerField(null=True, blank=True, validators=_YEAR)
    actions_claimed = models.PositiveSmallIntegerField(
        "number of actions",
        null=True,
        blank=True,
        help_text="As a source counts them; empty where no source was seen.",
    )
    note = ResearchedTextField(blank=True, help_text="Anything readers should know, with citations: [@key].")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="action_plans")

    class Meta:
        ordering = ["adopted", "name"]
        constraints = [
            models.CheckConstraint(
                name="meetings_actionplan_years_in_order",
                condition=Q(from_year__isnull=True)
                | Q(until_year__isnull=True)
                | Q(until_year__gte=F("from_year")),
                violation_error_message="The plan ends before it begins.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("action_plan", args=[self.slug])


class ActionPlanPart(Tracked):
    """A chapter of a plan under its heading, with the theme it belongs to."""

    PART_OF = "plan"
    NOT_TOLD = {"order": "it only puts lists in order"}

    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    theme = key_if_known(Theme, "action_plan_parts")

    class Meta:
        ordering = ["plan", "order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "order"], name="meetings_actionplanpart_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Action(Tracked):
    """One numbered action. Its chapter and text are empty until a source was seen."""

    PART_OF = "plan"

    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="actions")
    number = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    part = key_if_known(ActionPlanPart, "actions", "Its chapter, where a source says so.")
    text = models.TextField(blank=True, help_text="As adopted; only where a source was seen.")
    source = source_if_known("actions")

    class Meta:
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="meetings_action_once"),
            models.CheckConstraint(
                name="meetings_action_text_has_source",
                condition=Q(text="") | Q(source__isnull=False),
                violation_error_message="Name the source from which the text was taken.",
            ),
        ]

    def __str__(self) -> str:
        return f"Action #{self.number}"
