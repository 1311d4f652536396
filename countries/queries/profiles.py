"""What readers can see of country profiles at a moment."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from countries.models import CountryProfile, ProfileRelease

# Lists name a release by title, lead and dates; its texts stay in the database.
LONG_FIELDS = ("text", "resolved_text", "body_html", "notes_html", "contents", "payload", "facts")


def visible_releases(at: datetime) -> QuerySet[ProfileRelease]:
    """Every release that has an address at that moment: past its embargo, not withdrawn."""
    return ProfileRelease.objects.visible(at).select_related("profile__country", "profile__theme")


def newest_releases(at: datetime) -> QuerySet[ProfileRelease]:
    """The newest visible release of each edition, without its long texts."""
    later = ProfileRelease.objects.visible(at).filter(profile=OuterRef("profile"), number__gt=OuterRef("number"))
    return visible_releases(at).filter(~Exists(later)).defer(*LONG_FIELDS)


def newest_first(at: datetime) -> QuerySet[ProfileRelease]:
    """The newest release of each edition, the last to come out first."""
    return newest_releases(at).order_by("-visible_from", "-pk")


def editions_of(profile: CountryProfile, at: datetime) -> list[ProfileRelease]:
    """The newest release of every visible edition of the profile's country and theme, newest edition first."""
    return list(
        newest_releases(at)
        .filter(profile__country=profile.country_id, profile__theme=profile.theme_id)
        .order_by("-profile__edition", "profile__language")
    )


def releases_of(profile: CountryProfile, at: datetime) -> list[ProfileRelease]:
    """Every visible release of one edition, newest first, without the long texts: its change log."""
    return list(visible_releases(at).filter(profile=profile).defer(*LONG_FIELDS).order_by("-number"))
