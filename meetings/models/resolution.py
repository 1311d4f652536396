"""Resolutions of the UN General Assembly on the convention."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from editorial.models import Sourced, Tracked, source_if_known


class Resolution(Sourced, Tracked):
    """One resolution of one year. How states voted on it hangs on its recorded votes."""

    COUNTRY_PATH = ""

    slug = models.SlugField(max_length=40, unique=True, help_text="Its place in addresses: a-res-70-54.")
    symbol = models.CharField(max_length=40, unique=True, help_text="As the United Nations cites it: A/RES/70/54.")
    draft_symbol = models.CharField(
        max_length=40, blank=True, help_text="Of its draft: A/C.1/70/L.49/Rev.1; empty where no source gives it."
    )
    title = models.CharField(max_length=200, help_text="What it is about.")
    session = models.PositiveSmallIntegerField(help_text="Of the General Assembly: 70.")
    year = models.PositiveSmallIntegerField(help_text="In which it was adopted: 2015.")
    source = source_if_known("resolutions")

    class Meta:
        ordering = ["year", "symbol"]

    def __str__(self) -> str:
        return self.symbol

    def get_absolute_url(self) -> str:
        return reverse("resolution", args=[self.slug])
