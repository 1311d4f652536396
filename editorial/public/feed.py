"""The feed of one noun for readers who follow what is corrected."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from editorial.installation import installation
from editorial.models import Release

from .log import LogEntry
from .noun import PublicNoun
from .signed import SignedFeed

ENTRIES = 50


if TYPE_CHECKING:
    ReleaseFeed = Feed[LogEntry[Release], PublicNoun[Any]]
else:
    ReleaseFeed = Feed  # Django's own takes no types


class CorrectionsFeed(SignedFeed, ReleaseFeed):
    """The newest corrections of all records (r2 and later), each with its public note, and withdrawals with their
    public reason. A correction leads to its release, a withdrawal to its line in the corrections log."""

    feed_type = Atom1Feed

    def __init__(self, noun: PublicNoun[Any]) -> None:
        self.noun = noun

    def title(self) -> str:
        return f"{installation().name}: {self.noun.feed_title}"

    def subtitle(self) -> str:
        kind = self.noun.name
        return f"Every correction of a published {kind}, with what changed, and every withdrawal, with its reason."

    def link(self) -> str:
        return reverse(self.noun.home)

    def feed_url(self) -> str:
        return reverse(f"{self.noun.name}_feed")

    def items(self) -> list[LogEntry[Release]]:
        return self.noun.newest_corrections(timezone.now(), ENTRIES)

    def item_title(self, line: LogEntry[Release]) -> str:
        title = self.noun.title_of_one(line.release, readable=line.withdrawal is None)
        if line.withdrawal:
            return f"{title}, withdrawn"
        return f"{title}, {line.release.label} ({line.release.get_change_kind_display().lower()})"

    def item_description(self, line: LogEntry[Release]) -> str:
        return line.withdrawal.public_reason if line.withdrawal else line.release.public_note

    def item_link(self, line: LogEntry[Release]) -> str:
        return self.noun.log_url(line.release) if line.withdrawal else str(line.release.get_absolute_url())

    def item_pubdate(self, line: LogEntry[Release]) -> datetime:
        return line.at

    def item_updateddate(self, line: LogEntry[Release]) -> datetime:
        return self.item_pubdate(line)

    def item_categories(self, line: LogEntry[Release]) -> tuple[str, ...]:
        return ("withdrawal" if line.withdrawal else line.release.change_kind, *self.noun.categories(line.release))
