"""Photographs, videos and slides that a source shows, and copies of the source itself; with the file, where there is one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from editorial.models import KeptFile, PartialDateField, Sourced, Tracked, source_if_known

from .country import Country


class MediumKind(models.TextChoices):
    """What it is."""

    PHOTOGRAPHS = "photographs", "Photographs"  # one or several that are shown together
    VIDEO = "video", "Video"
    SLIDE = "slide", "Slide"  # one that says what no text of the source does
    COPY = "copy", "Copy of the document"  # the source itself, as the team keeps it


class Medium(KeptFile, Sourced, Tracked):
    """Something to be seen that a source shows of a state, in the words of the team, whether or not a file is at hand.

    That no file is here says nothing about whether the pictures exist. Readers get a file only where its owner allows it.
    """

    COUNTRY_PATH = "country"
    NOT_TOLD = dict.fromkeys(
        ("file", "file_name", "file_type", "file_size", "sha256", "file_is_public"),
        "of the file, which may be the team's alone",
    )

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="media", verbose_name="state or area"
    )
    kind = models.CharField(max_length=12, choices=MediumKind)
    words = models.CharField(
        "what it shows", max_length=240, help_text="In your own words, for those who do not see it as well."
    )
    number = models.PositiveSmallIntegerField(
        "how many", null=True, blank=True, help_text="Pictures, where the source says or shows how many."
    )
    made_on = PartialDateField(
        "made or shown on", help_text="As the source gives it; empty where it gives no day."
    )
    credit = models.CharField(max_length=160, blank=True, help_text="Who made it, as the source names them.")
    source = source_if_known("media")
    file_is_public = models.BooleanField(
        "readers get the file", default=False, help_text="Only where whoever owns it allows that."
    )

    class Meta(KeptFile.Meta):
        abstract = False
        ordering = ["country", "made_on", "id"]
        verbose_name_plural = "media"
        constraints = [
            *KeptFile.Meta.constraints,
            models.UniqueConstraint(
                fields=["country", "kind", "words"],
                name="countries_medium_once",
                violation_error_message="This is recorded already.",
            ),
            models.CheckConstraint(
                name="countries_medium_some",
                condition=Q(number__isnull=True) | Q(number__gt=0),
                violation_error_message="Leave the number empty where it is not known; none is no record.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, {self.get_kind_display().lower()}: {self.words}"

    def get_absolute_url(self) -> str:
        return f"{self.country.get_absolute_url()}#medium-{self.pk}"

    @property
    def is_offered(self) -> bool:
        """Whether readers can download it."""
        return bool(self.file) and self.file_is_public

    def get_file_url(self) -> str:
        """Where readers download the file."""
        return reverse("medium", args=[self.pk])
