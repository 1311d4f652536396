"""What readers can see of country profiles at a moment.

Lists join the newest releases live; ``meetings.models.listed_statement`` says why statements have rows for it.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from countries.models import ProfileRelease


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
