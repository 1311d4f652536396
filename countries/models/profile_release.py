"""The frozen publications of a country profile's edition."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from editorial.models import Release

from .country_profile import CountryProfile


class ProfileRelease(Release):
    """One publication, r1, r2 …, of an edition, at an address that can be cited for ever."""

    RECORD = "profile"

    profile = models.ForeignKey(CountryProfile, on_delete=models.PROTECT, related_name="releases")

    class Meta(Release.Meta):
        abstract = False
        constraints = [
            *Release.Meta.constraints,
            models.UniqueConstraint(fields=["profile", "number"], name="countries_profilerelease_one_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.profile} {self.label}"

    def get_absolute_url(self) -> str:
        profile = self.profile
        address = reverse(
            "profile_release", args=[profile.country.slug, profile.theme.slug, profile.edition, self.number]
        )
        return address + profile.language_query
