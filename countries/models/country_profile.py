"""Country profiles: one edition of one theme on one country."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from editorial.addresses import address_of
from editorial.models import PartialDateField, Publishable, ResearchedTextField, Tracked

from .country import Country


class ProfileTheme(Tracked):
    """What a profile is about: Cluster Munition Ban Policy, Mine Ban Policy, Casualties …"""

    COUNTRY_PATH = ""
    NOT_TOLD = {"order": "it only puts lists in order"}

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120, unique=True)
    order = models.PositiveSmallIntegerField(default=0, help_text="Its place on the country page.")

    class Meta:
        ordering = ["order", "title"]

    def __str__(self) -> str:
        return self.title


def language_query(language: str) -> str:
    """What addresses of an edition end with: an address that names no language means English."""
    return "" if language == "en" else f"?language={language}"


class CountryProfile(Publishable):
    """One edition: country × theme × edition year × language, with one researched text.

    The text's headings make its sections; its opening may stand without one. Sections, numbered footnotes and
    citations are derived from the text and never edited by themselves.
    """

    COUNTRY_PATH = "country"
    SHOWN_ON = "profiles"
    SEEN_OF_A_DRAFT = frozenset({"country", "theme", "edition", "language"})

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="profiles")
    theme = models.ForeignKey(ProfileTheme, on_delete=models.PROTECT, related_name="profiles")
    edition = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1999), MaxValueValidator(2100)],
        help_text="Edition year, for example 2009.",
    )
    language = models.CharField(max_length=12, default="en", help_text="Language code of the text: en, es, fr.")
    covers_until = PartialDateField(
        help_text="The last day that this edition speaks of: 18 March 2009, June 2009. What is computed beside the text "
        "is computed for its end. Empty where the edition has no such day; then it is computed on the day of release."
    )
    lead = models.TextField(
        "lead summary",
        blank=True,
        help_text="Two or three sentences for readers in a hurry. Required before publication.",
    )
    text = ResearchedTextField(
        blank=True,
        help_text="Markdown. Headings with ##, footnotes [^key], citations [@source-key, p. 5].",
    )

    rolled_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="rolled_into",
        help_text="The edition that this one was started from.",
    )
    imported_from = models.CharField(
        max_length=255, blank=True, editable=False, help_text="File or address of the legacy page."
    )
    imported_breadcrumb = models.TextField(
        blank=True, editable=False, help_text="The path that the legacy page printed above its title."
    )
    imported_sha256 = models.CharField(
        max_length=64, blank=True, editable=False, help_text="Fingerprint of the imported file."
    )

    class Meta(Publishable.Meta):
        abstract = False
        ordering = ["country__name", "theme", "-edition", "language"]
        indexes = [models.Index(fields=["country", "-edition"], name="countries_profile_newest")]
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=["country", "theme", "edition", "language"],
                name="countries_countryprofile_one_per_edition",
                violation_error_message="This edition already exists for this country, theme and language.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.edition}" + ("" if self.language == "en" else f" ({self.language})")

    def get_absolute_url(self) -> str:
        here = address_of("profile", country=self.country.slug, theme=self.theme.slug, edition=self.edition)
        return here + self.language_query

    def release_extra(self) -> tuple[dict[str, Any], list[str]]:
        """The day up to which the edition covers, frozen with the release; nothing where it has none."""
        return ({"covers_until": self.covers_until.as_json()} if self.covers_until else {}), []

    def clean(self) -> None:
        super().clean()
        until = self.covers_until
        if until is not None and until.bound:
            raise ValidationError({"covers_until": "Give a day, a month or a year, without “after” or “before”."})
        if until is not None and self.edition and until.year > self.edition:
            raise ValidationError({"covers_until": f"{until} lies after the year of the edition, {self.edition}."})

    @property
    def language_query(self) -> str:
        return language_query(self.language)

    @property
    def title(self) -> str:
        return f"{self.country}: {self.theme}"
