"""The feed of one noun for readers who follow what is corrected."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from editorial.models import Release

from .log import LogEntry
from .noun import PublicNoun

ENTRIES = 50


class CorrectionsFeed(Feed):
    """The newest corrections of all records (r2 and later), each with its public note, and withdrawals with their
    public reason. A correction leads to its release, a withdrawal to its line in the corrections log."""

    feed_type = Atom1Feed

    def __init__(self, noun: PublicNoun[Any]) -> None:
        self.noun = noun

    def title(self) -> str:
        return f"{settings.MONITOR_NAME}: {self.noun.feed_title}"

    def subtitle(self) -> str:
        kind = self.noun.name
        return f"Every correction of a published {kind}, with what changed, and every withdrawal, with its reason."

    def link(self) -> str:
        return reverse(self.noun.home)

    def feed_url(self) -> str:
        return reverse(f"{self.noun.name}_feed")

    def items(self) -> list[LogEntry[Release]]:
        return self.noun.newest_corrections(timezone.now(), ENTRIES)

    def item_title(self, item: Any) -> str:
        line: LogEntry[Release] = item
        title = self.noun.title_of_one(line.release, readable=line.withdrawal is None)
        if line.withdrawal:
            return f"{title}, withdrawn"
        return f"{title}, {line.release.label} ({line.release.get_change_kind_display().lower()})"

    def item_description(self, item: Any) -> str:
        line: LogEntry[Release] = item
        return line.withdrawal.public_reason if line.withdrawal else line.release.public_note

    def item_link(self, item: Any) -> str:
        line: LogEntry[Release] = item
        address: str = line.release.get_absolute_url()
        return self.noun.log_url(line.release) if line.withdrawal else address

    def item_pubdate(self, item: Any) -> datetime:
        line: LogEntry[Release] = item
        return line.at

    def item_updateddate(self, item: Any) -> datetime:
        return self.item_pubdate(item)

    def item_categories(self, item: Any) -> tuple[str, ...]:
        line: LogEntry[Release] = item
        return ("withdrawal" if line.withdrawal else line.release.change_kind, *self.noun.categories(line.release))
