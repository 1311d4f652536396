"""What readers can see of country profiles at a moment.

Lists join the newest releases live; ``meetings.models.listed_statement`` says why statements have rows for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from countries.models import Country, CountryProfile, ProfileRelease


def newest_releases(at: datetime) -> QuerySet[ProfileRelease]:
    """The newest visible release of each edition, without its long texts."""
    later = ProfileRelease.objects.visible(at).filter(profile=OuterRef("profile"), number__gt=OuterRef("number"))
    visible = (
        ProfileRelease.objects.visible(at).without_texts().select_related("profile__country", "profile__theme")
    )
    return visible.filter(~Exists(later))


def newest_first(at: datetime) -> QuerySet[ProfileRelease]:
    """The newest release of each edition, the last to come out first."""
    return newest_releases(at).order_by("-visible_from", "-pk")


@dataclass(frozen=True)
class NewestProfile:
    """The newest edition on a country, as the list of countries names it."""

    country_id: int
    edition: int
    theme: str
    url: str


def newest_on_each_country(at: datetime) -> Iterator[NewestProfile]:
    """Of each country the edition of the newest year that readers can see, of several the theme that stands first.

    Among languages it is the one that came out last. One query, which looks at the newest editions of each country
    and no others: releases of one edition are numbered in the order in which they were made, so that the last row of
    its newest edition is a release that readers see.
    """
    visible = ProfileRelease.objects.visible(at).filter(profile__country=OuterRef("pk"))
    last = visible.order_by("-profile__edition", "profile__theme__order", "-pk").values("profile")[:1]
    newest = Country.objects.order_by().annotate(newest=Subquery(last)).values("newest")
    profiles = CountryProfile.objects.order_by().select_related("country", "theme").filter(pk__in=newest)
    columns = ("edition", "language", "country__slug", "theme__slug", "theme__title")
    for profile in profiles.only(*columns):
        yield NewestProfile(profile.country_id, profile.edition, profile.theme.title, profile.get_absolute_url())
