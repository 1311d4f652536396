"""What a state keeps for training and research."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import optional_key
from stockpiles.rules.dated import Within, bounds
from stockpiles.rules.flow import Flow

from .figures import Figures
from .munition_type import MunitionType, type_words


class RetentionRecord(Figures):
    """Cluster munitions or submunitions retained for training and research in a year: Article 3(6) to (8).

    Only the minimum number absolutely necessary may be kept, and their use is reported every year. A state says
    that it retains none by a record of 0.
    """

    PLACE = "retained"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="retention_records")
    munition_type = optional_key(MunitionType, "retention_records")
    purpose = models.CharField(
        max_length=200, blank=True, help_text="As reported: detection training, countermeasures …"
    )

    class Meta(Figures.Meta):
        abstract = False
        ordering = ["country", "as_of", "id"]

    def __str__(self) -> str:
        when = f", {self.as_of}" if self.as_of else ""
        return f"{self.country}, {type_words(self.munition_type)}{when}: {self.in_words} retained"

    @property
    def beside(self) -> list[str]:
        return [words for words in (self.about_in_words, self.purpose, self.mass_words) if words]

    @property
    def flow(self) -> Flow:
        return Flow.RETAINED

    @property
    def about(self) -> Within | None:
        """The year or day that it speaks of. What is retained is no newer than the document that says so."""
        if self.as_of is None and self.made_on is not None:
            return Within(None, self.made_on.latest)
        return bounds(self.as_of)
