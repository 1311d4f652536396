"""What a state does at home on the way to joining a treaty."""

from __future__ import annotations

from django.db import models

from editorial.models import PartialDateField, ResearchedTextField, Sourced, Tracked, source_if_known

from .country import Country
from .treaty import Treaty


class DomesticStepKind(models.TextChoices):
    """How far the matter has come at home. None of these binds the state towards others."""

    ANNOUNCED = "announced", "Announced"  # said in public that it will join
    PREPARED = "prepared", "Under review by the government"
    SENT_TO_PARLIAMENT = "sent_to_parliament", "Sent to parliament"
    IN_COMMITTEE = "in_committee", "Recommended by a committee"
    APPROVED = "approved", "Approved by parliament"
    DECREE = "decree", "Decree signed"  # ratified under domestic law; the deposit is still to come


class DomesticStep(Sourced, Tracked):
    """A step at home towards joining (or leaving) a treaty, as a source reports it. It moves no standing."""

    COUNTRY_PATH = "country"
    NOT_TOLD = {"note": "no page gives it"}

    treaty = models.ForeignKey(Treaty, on_delete=models.PROTECT, related_name="domestic_steps")
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="domestic_steps", verbose_name="state"
    )
    kind = models.CharField(max_length=20, choices=DomesticStepKind)
    date = PartialDateField(null=False, blank=False, help_text="2012, March 2012 or 14 March 2012.")
    description = models.CharField(
        max_length=300, blank=True, help_text="What happened, for example: Legislative Resolution 29843."
    )
    source = source_if_known("domestic_steps")
    note = ResearchedTextField(blank=True, help_text="What else a reader must know, with citations.")

    class Meta:
        ordering = ["country__name", "date"]
        indexes = [models.Index(fields=["country", "treaty"], name="countries_domesticstep_course")]
        constraints = [
            models.UniqueConstraint(
                fields=["treaty", "country", "kind", "date"],
                name="countries_domesticstep_once",
                violation_error_message="This step is recorded already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.get_kind_display().lower()} ({self.treaty.short_name}), {self.date}"

    def get_absolute_url(self) -> str:
        return f"{self.country.get_absolute_url()}#treaties"
