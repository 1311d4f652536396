"""What was read on one state, and what it did not say."""

from __future__ import annotations

from django.db import models

from editorial.models import ResearchedTextField, Tracked

from .country import Country


class StateCoverage(Tracked):
    """The texts that were read on a state when its facts were collected. Silence on it says no more than they do."""

    COUNTRY_PATH = "country"

    country = models.OneToOneField(
        Country, on_delete=models.PROTECT, related_name="state_coverage", verbose_name="state"
    )
    newest_text = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="The year of the newest text read on it, where that is old enough to be said.",
    )
    missing = models.TextField(blank=True, help_text="What the texts do not give, in words for readers.")
    note = ResearchedTextField(help_text="The texts that were read, each cited: [@Monitor-Chad-2023].")

    class Meta:
        ordering = ["country__name"]
        verbose_name = "texts read on a state"
        verbose_name_plural = "texts read on states"

    def __str__(self) -> str:
        return f"Texts read on {self.country}"

    def get_absolute_url(self) -> str:
        return f"{self.country.get_absolute_url()}#not-recorded"
