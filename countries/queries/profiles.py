"""What readers can see of country profiles at a moment.

Lists join the newest releases live; ``meetings.models.listed_statement`` says why statements have rows for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

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


def editions_seen(at: datetime) -> int:
    """How many editions have a release that readers see. One query."""
    number: int = ProfileRelease.objects.visible(at).aggregate(of=Count("profile", distinct=True))["of"]
    return number


class NewestProfile(NamedTuple):
    """The newest edition on a country, as the list of countries names it."""

    country_id: int
    country: str
    theme: str
    title: str
    edition: int
    language: str


def newest_on_each_country(at: datetime, countries: Collection[int]) -> Iterator[NewestProfile]:
    """Of each of some countries the edition of the newest year that readers can see, of several the theme that stands first.

    Among languages it is the one that came out last. One query, which looks at the newest editions of each country
    and no others: releases of one edition are numbered in the order in which they were made, so that the last row of
    its newest edition is a release that readers see.
    """
    visible = ProfileRelease.objects.visible(at).filter(profile__country=OuterRef("pk"))
    last = visible.order_by("-profile__edition", "profile__theme__order", "-pk").values("profile")[:1]
    newest = Country.objects.order_by().filter(pk__in=countries).annotate(newest=Subquery(last)).values("newest")
    columns = ("country", "country__slug", "theme__slug", "theme__title", "edition", "language")
    rows = CountryProfile.objects.order_by().filter(pk__in=newest).values_list(*columns)
    return (NewestProfile(*row) for row in rows)
