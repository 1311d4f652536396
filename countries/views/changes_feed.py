"""The public log of facts as Atom feeds: of everything, of one state, of one kind of fact.

An entry has the public id of its change for ever, whatever becomes of addresses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from django.contrib.syndication.views import Feed
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html_join

from countries.models import Country
from countries.queries.changes import about_state
from editorial.installation import installation
from editorial.public.signed import SignedFeed
from editorial.queries.public_changes import ALL, kinds_of_change, public_changes
from editorial.queries.told_changes import ToldChange, ToldRow, told

ENTRIES = 50
ROWS_SHOWN = 20
EVERYTHING = uuid5(NAMESPACE_URL, "changes of facts")


@dataclass(frozen=True)
class Followed:
    """What a feed is about: its rows, its page, its own address, and the id that it has for ever."""

    words: str
    where: Q
    page: str
    url: str
    id: UUID


if TYPE_CHECKING:
    FactFeed = Feed[ToldChange, Followed]
else:
    FactFeed = Feed  # Django's own takes no types


class QuietFeed(Atom1Feed):
    """An empty feed was never updated: it is the same file at every request."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


class ChangesFeed(SignedFeed, FactFeed):
    """The newest confirmed changes, each with its note and what became of each row."""

    feed_type = QuietFeed

    def get_object(self, request: HttpRequest, kind: str = "", country: str = "") -> Followed:
        if country:
            state = get_object_or_404(Country, slug=country)
            return Followed(
                f"on {state.name}",
                about_state(state),
                reverse("state_changes", args=[state.slug]),
                reverse("state_changes_feed", args=[state.slug]),
                uuid5(state.public_id, "changes"),
            )
        if not kind:
            return Followed("of every kind", ALL, reverse("changes"), reverse("changes_feed"), EVERYTHING)
        if (known := kinds_of_change().get(kind)) is None:
            raise Http404("There is no such kind of fact.")
        page, url = f"{reverse('changes')}?kind={kind}", reverse("changes_of_kind_feed", args=[kind])
        return Followed(f"of {known.label.lower()}", known.where, page, url, uuid5(EVERYTHING, kind))

    def title(self, of: Followed) -> str:
        return f"{installation().name}: changes of facts {of.words}"

    def subtitle(self, of: Followed) -> str:
        return f"Every change of the facts {of.words} that this site gives, once a second person has confirmed it."

    def link(self, of: Followed) -> str:
        return of.page

    def feed_url(self, of: Followed) -> str:
        return of.url

    def feed_guid(self, of: Followed) -> str:
        return of.id.urn

    def items(self, of: Followed) -> list[ToldChange]:
        return told(public_changes(of.where)[:ENTRIES], timezone.now(), where=of.where, most=ROWS_SHOWN)

    def item_title(self, one: ToldChange) -> str:
        return one.title

    def item_description(self, one: ToldChange) -> str:
        """Paragraphs, as the summary of an Atom entry is read as HTML."""
        lines = [one.change.public_note, *map(_in_words, one.rows)]
        if one.left_out:
            lines.append(f"And {one.left_out} more.")
        return format_html_join("\n", "<p>{}</p>", [(line,) for line in (*lines, one.second_person) if line])

    def item_link(self, one: ToldChange) -> str:
        return one.change.get_absolute_url()

    def item_guid(self, one: ToldChange) -> str:
        return one.change.public_id.urn

    def item_pubdate(self, one: ToldChange) -> datetime:
        return one.change.decided_at or one.change.proposed_at

    def item_updateddate(self, one: ToldChange) -> datetime:
        return self.item_pubdate(one)

    def item_categories(self, one: ToldChange) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.what for row in one.rows))


def _in_words(row: ToldRow) -> str:
    """ "Changed: Peru, ratification. Date: 26 September 2012, was 25 September 2012." """
    said = []
    for field in row.fields:
        was, now = field.old or "nothing", field.new or "nothing"
        said.append(f"{field.label}: {was if row.became in ('deleted', 'hidden') else now}")
        if row.became == "changed":
            said[-1] += f", was {was}"
    return f"{row.words}: {row.label}. {'; '.join(said)}."
