"""States and other areas, with the names they have had."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from editorial.addresses import address_of
from editorial.models import (
    PartialDateField,
    ResearchedTextField,
    Sourced,
    Tracked,
    TrackedQuerySet,
    source_if_known,
)


class CountryKind(models.TextChoices):
    """Whether it can join a treaty."""

    STATE = "state", "State"  # UN members, the Holy See, Palestine, Cook Islands, Niue
    OTHER_AREA = "other_area", "Other area"  # areas the Monitor reports on that are not states in UN practice


class CountryQuerySet(TrackedQuerySet):
    def states(self) -> CountryQuerySet:
        """Those that can join a treaty."""
        return self.filter(kind=CountryKind.STATE)


class Country(Sourced, Tracked):
    """A state (or other area) keyed by ISO 3166 alpha-3, placed in its M49 region.

    One other area, Nagorno-Karabakh, has no code at all; its slug is its key.
    """

    COUNTRY_PATH = ""  # every form and list needs all names; administrators write them

    iso2 = models.CharField("ISO 3166 alpha-2", max_length=2, null=True, blank=True, unique=True)
    iso3 = models.CharField("ISO 3166 alpha-3", max_length=3, null=True, blank=True, unique=True)
    m49 = models.CharField("M49", max_length=3, blank=True, help_text="UN M49 area code, three digits.")
    slug = models.SlugField(max_length=80, unique=True, help_text="Its place in addresses: peru.")
    name = models.CharField(max_length=120, help_text="Short name as the UN writes it today.")
    official_name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=CountryKind, default=CountryKind.STATE)
    is_un_member = models.BooleanField("UN member", default=True)
    region = models.CharField(max_length=60, blank=True, db_index=True, help_text="M49 region: Americas.")
    subregion = models.CharField(max_length=60, blank=True, help_text="M49 sub-region.")
    intermediate_region = models.CharField(
        max_length=60, blank=True, help_text="M49 intermediate region: South America."
    )
    capital = models.CharField(max_length=60, blank=True, help_text="As the source writes it.")
    languages = models.CharField(
        max_length=120, blank=True, help_text="ISO 639-3, the codes parted by blanks: spa que aym."
    )
    wikidata = models.CharField(max_length=12, blank=True, help_text="Its item there: Q419.")
    geonames = models.PositiveIntegerField(
        null=True, blank=True, help_text="Its number there, by which partners join their data: 3932488."
    )
    source = source_if_known("countries")
    note = ResearchedTextField(
        blank=True, help_text="Further sources of this entry, with citations: [@key, p. 5]."
    )

    objects: ClassVar[Any] = CountryQuerySet.as_manager()

    edition_count: int
    """How many profiles it has, where the desk's list has asked for it."""

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "countries"
        constraints = [
            models.CheckConstraint(
                name="countries_country_state_has_iso3",
                condition=Q(kind="other_area") | Q(iso3__isnull=False),
                violation_error_message="Every state has an ISO 3166 alpha-3 code.",
            ),
            models.CheckConstraint(
                name="countries_country_un_member_is_state",
                condition=Q(is_un_member=False) | Q(kind="state"),
                violation_error_message="A UN member is a state.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("country", country=self.slug)

    @property
    def key(self) -> str:
        """ISO 3166 alpha-3, or the slug of an area that has no code."""
        return self.iso3 or self.slug


class CountryNameKind(models.TextChoices):
    """How a further name is used."""

    FORMER = "former", "Former name"  # was the name, until a date: Cape Verde, Swaziland
    ALSO = "also", "Also called"  # in common use beside the UN's: Bolivia, Russia, South Korea


class CountryName(Sourced, Tracked):
    """A further name of a country, with the time in which it was the name."""

    PART_OF = "country"
    MAY_LIE_AHEAD = frozenset({"valid_from", "valid_until"})  # a change of name is announced

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=CountryNameKind, default=CountryNameKind.ALSO)
    valid_from = PartialDateField(help_text="First day it was the name, where a source gives one.")
    valid_until = PartialDateField(help_text="Last day it was the name, where a source gives one.")
    source = source_if_known("country_names")

    class Meta:
        ordering = ["country", "name"]
        constraints = [
            models.UniqueConstraint(fields=["country", "name"], name="countries_countryname_once"),
        ]

    def __str__(self) -> str:
        return self.name


class NameInLanguage(Sourced, Tracked):
    """How the United Nations call a country in one of their languages. Lists and pasted names are not matched by it."""

    PART_OF = "country"

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="names_in_languages")
    language = models.CharField(max_length=8, help_text="Code of the language: es.")
    name = models.CharField(max_length=120)
    source = source_if_known("names_in_languages")

    class Meta:
        ordering = ["country", "language"]
        verbose_name_plural = "names in languages"
        constraints = [
            models.UniqueConstraint(fields=["country", "language"], name="countries_nameinlanguage_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
