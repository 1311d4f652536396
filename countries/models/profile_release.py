"""The frozen publications of a country profile's edition."""

from __future__ import annotations

from django.db import models

from editorial.addresses import address_of
from editorial.models import ReadyText, Release
from editorial.rules.calendar import spoken
from editorial.rules.partial_date import PartialDate

from .country_profile import CountryProfile


class ProfileRelease(Release):
    """One publication, r1, r2 …, of an edition, at an address that can be cited for ever."""

    RECORD = "profile"

    profile = models.ForeignKey(CountryProfile, on_delete=models.PROTECT, related_name="releases")

    class Meta(Release.Meta):
        abstract = False
        constraints = [
            *Release.Meta.constraints,
            models.UniqueConstraint(
                fields=["profile", "number"],
                condition=models.Q(taken_back_at__isnull=True),
                name="countries_profilerelease_one_kept_per_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile} {self.label}"

    @property
    def covers_until(self) -> PartialDate | None:
        """The last day that the edition spoke of when it was released; None where it named none."""
        return PartialDate.from_json(self.payload.get("covers_until"))

    @property
    def facts_heading(self) -> str:
        """Above the computed facts: of which day they are, and why of that one."""
        day = self.facts_as_of
        if day is None:
            return "Computed for this release"
        if self.covers_until is not None:
            return f"Computed as of {spoken(day)}, the end of what this edition covers"
        if self.released_at and day < self.released_at.date():
            return f"Computed as of {spoken(day)}, the last day of the record when this release was made"
        return f"Computed on {spoken(day)}, when this release was made"

    def get_absolute_url(self) -> str:
        profile = self.profile
        here = address_of(
            "profile_release",
            country=profile.country.slug,
            theme=profile.theme.slug,
            edition=profile.edition,
            release=self.number,
        )
        return here + profile.language_query


class ReadyProfile(ReadyText):
    """What follows from one publication of an edition."""

    release = models.OneToOneField(
        ProfileRelease, on_delete=models.CASCADE, primary_key=True, related_name="ready"
    )
