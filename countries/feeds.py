"""Feeds of profiles for readers who follow what is corrected."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from countries.queries.corrections_log import LogEntry, newest_corrections

ENTRIES = 50


class Corrections(Feed):
    """The newest corrections of all profiles (r2 and later), each with its public note, and withdrawals with their
    public reason. A correction leads to its release, a withdrawal to its line in the corrections log."""

    feed_type = Atom1Feed
    title = f"{settings.MONITOR_NAME}: corrections"
    subtitle = "Every correction of a published profile, with what changed, and every withdrawal, with its reason."
    link = "/countries/"

    def feed_url(self) -> str:
        return reverse("feed_corrections")

    def items(self) -> list[LogEntry]:
        return newest_corrections(timezone.now(), ENTRIES)

    def item_title(self, item: Any) -> str:
        line: LogEntry = item
        if line.withdrawal:
            return f"{line.release.profile}, withdrawn"
        return f"{line.release.profile}, {line.release.label} ({line.release.get_change_kind_display().lower()})"

    def item_description(self, item: Any) -> str:
        line: LogEntry = item
        return line.withdrawal.public_reason if line.withdrawal else line.release.public_note

    def item_link(self, item: Any) -> str:
        line: LogEntry = item
        return line.log_url if line.withdrawal else line.release.get_absolute_url()

    def item_pubdate(self, item: Any) -> datetime:
        line: LogEntry = item
        return line.at

    def item_updateddate(self, item: Any) -> datetime:
        return self.item_pubdate(item)

    def item_categories(self, item: Any) -> tuple[str, ...]:
        line: LogEntry = item
        kind = "withdrawal" if line.withdrawal else line.release.change_kind
        return (kind, line.release.profile.theme.slug)
