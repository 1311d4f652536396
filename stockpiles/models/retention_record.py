"""What a state keeps for training and research."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from countries.models import Country
from editorial.models import Claim

from .figures import Figures, check_type_loads
from .munition_type import MunitionType, type_words


class RetentionRecord(Figures, Claim):
    """Cluster munitions or submunitions retained for training and research in a year: Article 3(6) to (8).

    Only the minimum number absolutely necessary may be kept, and their use is reported every year. A state says
    that it retains none by a record of 0.
    """

    COUNTRY_PATH = "country"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="retention_records")
    munition_type = models.ForeignKey(
        MunitionType, null=True, blank=True, on_delete=models.PROTECT, related_name="retention_records"
    )
    purpose = models.CharField(
        max_length=200, blank=True, help_text="As reported: detection training, countermeasures …"
    )

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "as_of", "id"]
        constraints = [*Claim.Meta.constraints, *Figures.Meta.constraints]

    def __str__(self) -> str:
        when = f", {self.as_of}" if self.as_of else ""
        return f"{self.country}, {type_words(self.munition_type)}{when}: {self.in_words} retained"

    def get_absolute_url(self) -> str:
        return f"{reverse('stockpile', args=[self.country.slug])}#retained-{self.pk}"

    def clean(self) -> None:
        super().clean()
        check_type_loads(self)
