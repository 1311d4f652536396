"""Feeds of profiles for readers who follow what is corrected."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from countries.models import ProfileRelease
from countries.queries.profiles import LONG_FIELDS, visible_releases

ENTRIES = 50


class Corrections(Feed):
    """The newest corrections of all profiles (r2 and later), each with its public note."""

    feed_type = Atom1Feed
    title = f"{settings.MONITOR_NAME}: corrections"
    subtitle = "Every correction of a published profile, with what changed."
    link = "/countries/"

    def feed_url(self) -> str:
        return reverse("feed_corrections")

    def items(self) -> Any:
        corrections = visible_releases(timezone.now()).filter(number__gt=1).defer(*LONG_FIELDS)
        return corrections.order_by("-visible_from", "-pk")[:ENTRIES]

    def item_title(self, item: Any) -> str:
        release: ProfileRelease = item
        return f"{release.profile}, {release.label} ({release.get_change_kind_display().lower()})"

    def item_description(self, item: Any) -> str:
        return str(item.public_note)

    def item_link(self, item: Any) -> str:
        return str(item.get_absolute_url())

    def item_pubdate(self, item: Any) -> datetime:
        return item.visible_from

    def item_updateddate(self, item: Any) -> datetime:
        return item.visible_from

    def item_categories(self, item: Any) -> tuple[str, ...]:
        return (item.change_kind, item.profile.theme.slug)
