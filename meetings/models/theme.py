"""The controlled list of what statements are about."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from editorial.models import Tracked


class Theme(Tracked):
    """A subject of the negotiations and of the treaty, such as retention (Article 3(6)) or interoperability."""

    COUNTRY_PATH = ""
    NOT_TOLD = {"order": "it only puts lists in order"}

    slug = models.SlugField(max_length=60, unique=True, help_text="Its place in addresses: retention.")
    title = models.CharField(max_length=120, unique=True)
    article = models.CharField(
        max_length=20, blank=True, help_text="The article of the convention it belongs to: 3(6), 21."
    )
    scope = models.TextField(blank=True, help_text="One sentence: what falls under this theme and what does not.")
    order = models.PositiveSmallIntegerField(default=0, help_text="Its place in lists.")

    class Meta:
        ordering = ["order", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("theme", args=[self.slug])
