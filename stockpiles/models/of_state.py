"""What every record on one state's stocks has: its state, and its place on that state's page."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse

from countries.models import Country


class OfState(models.Model):
    """A record that readers find on the page of one state's stocks."""

    COUNTRY_PATH = "country"
    SHOWN_ON = "stocks"
    PLACE: ClassVar[str]
    """What its place on the state's page is called, before the number."""

    country: models.ForeignKey[Country, Country]  # each table has its own, with the name of its way back
    country_id: int

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return f"{reverse('stockpile', args=[self.country.slug])}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the state's page."""
        return f"{self.PLACE}-{self.pk}"
