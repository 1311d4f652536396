"""What a noun says of itself so that readers get all of its releases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from editorial.addresses import address_of
from editorial.models import LONG_TEXTS, Release, ReleaseQuerySet
from editorial.queries.prepared import Prepared
from editorial.resting import Lookup
from editorial.slots import Slot

from .log import LogEntry, log_of, newest_corrections, withdrawals_of

R = TypeVar("R", bound=Release)
NAMED = ("number", "visible_from", "change_kind", "public_note", "title", "lead", "sha256")
"""What names a release and says when it came out and why."""
Address = Mapping[str, object]
View = Callable[..., HttpResponseBase]
Entry = dict[str, str | int]
Crumbs = list[tuple[str, str | None]]


def entry(anchor: str, title: str) -> Entry:
    """A line of the list of contents."""
    return {"anchor": anchor, "title": title, "level": 2}


class PublicNoun(Generic[R]):
    """How readers find the releases of one noun, and what is its own on their pages.

    Releases that are logged and compared together stand on one shelf: those of a country and theme, those of a
    statement. ``shelf`` and ``record`` are the addresses of the shelf and of a record, as ``path`` reads them; a part
    of the address finds releases by ``lookups``. A release has the number ``release`` in its address.
    """

    model: type[R]
    name: ClassVar[str]  # begins the names of its addresses: "profile" gives profile_release, profile_history …
    kind: ClassVar[str]  # what a release is one of, in words: "edition"
    shelf: ClassVar[str]
    record: ClassVar[str]
    feed: ClassVar[str]
    home: ClassVar[str]  # name of the page that leads to all of them
    lookups: ClassVar[Mapping[str, str]]
    rests_on: ClassVar[Mapping[str, Lookup]]  # the record that an address names, on whose changes its pages rest
    reads: ClassVar[tuple[str, ...]] = ()  # the words of a question that its pages read
    related: ClassVar[tuple[str, ...]] = ()  # other tables that naming a release asks
    names: ClassVar[tuple[str, ...]] = ()  # the columns of these that do
    newest_first: ClassVar[tuple[str, ...]] = ("-number",)
    template: ClassVar[
        str
    ]  # of one release, to be stamped; it extends "editorial/release.html", or another ``frame``
    frozen_template: ClassVar[
        str
    ]  # of what was frozen with it, in parts: above the title, in the byline, the text
    feed_title: ClassVar[str]
    log_title: ClassVar[str] = "Corrections log"
    log_lead: ClassVar[str]  # what is in the log, in a sentence
    newest_words: ClassVar[str] = "Read the newest release"
    facts_title: ClassVar[str]  # of what is compared beside the text; then where it comes from, in a sentence
    facts_lead: ClassVar[str]
    facts_none: ClassVar[str]  # where a release has none

    # ------------------------------------------------------------------ what each noun tells

    def address(self, release: R) -> Address:
        """The parts of a release's address of today, by name."""
        raise NotImplementedError

    def query(self, release: R) -> dict[str, str]:
        """What its addresses end with: the language, where that is not understood."""
        return {}

    def meant(self, releases: Iterable[R], request: HttpRequest, address: Address, *, exactly: bool) -> list[R]:
        """Those of a shelf that an address can mean, the one first that it means while it names no number.

        ``exactly``: the address means the same for ever, so that nothing may be chosen for the reader.
        """
        return sorted(releases, key=lambda one: -one.number)

    def name_of(self, release: R) -> str:
        """How addresses name a release on its shelf, and its line in the log: "2009/r1"."""
        return release.label

    def label(self, release: R) -> str:
        """The same for readers: "Edition 2009, r1"."""
        return f"Release {release.label}"

    def title(self, release: R, *, readable: bool = True) -> str:
        """What stands on the shelf. Where readers cannot see the release, nothing of what was frozen with it."""
        return release.title

    def heading(self, release: R, *, readable: bool = True) -> str:
        """The same below its crumbs, which may have said some of it."""
        return self.title(release, readable=readable)

    def title_of_one(self, release: R, *, readable: bool = True) -> str:
        """The same of one record, where there are several on a shelf."""
        return self.title(release, readable=readable)

    def edition(self, release: R) -> str:
        """As it is cited; "" for none."""
        return ""

    def language(self, release: R) -> str:
        """Language code of the text."""
        raise NotImplementedError

    def file_name(self, release: R) -> str:
        """Of what is downloaded of it, without ending."""
        raise NotImplementedError

    def categories(self, release: R) -> tuple[str, ...]:
        """In the feed, beside the kind of change."""
        return ()

    def crumbs(self, release: R) -> Crumbs:
        """The way to the shelf."""
        raise NotImplementedError

    def crumb(self, release: R) -> str:
        """What a record is called there."""
        return self.heading(release)

    def parts_before_text(self, release: R) -> list[Entry]:
        """Lines of the list of contents for what its template shows before the text."""
        return []

    def parts_after_text(self, release: R) -> list[Entry]:
        """The same for what it shows between the text and its notes."""
        return []

    def record_until(self) -> date | None:
        """How far the record reaches, for the frame of its pages."""
        raise NotImplementedError

    def context(self, release: R) -> dict[str, str]:
        """What its template needs beside what all have, of the record as it is today; the team's preview needs the same
        of a working copy."""
        return {}

    def frozen_context(self, release: R) -> dict[str, object]:
        """What its frozen template needs beside the release, its language and its sources: nothing of the record that may
        change without a release, but what ``shown_of_record`` tells."""
        return {}

    def shown_of_record(self, release: R) -> str:
        """What stands in the frozen parts and yet is told by the record: where it changes, they are made anew."""
        return ""

    def context_on_shelf(self, release: R, readable: Sequence[R]) -> dict[str, str]:
        """What the page says of what stands beside it."""
        return {}

    def successor(self, release: R, readable: Sequence[R]) -> R | None:
        """What to read instead of a release that was withdrawn: the newest of its record, among those on its shelf."""
        return next((one for one in readable if one.record_id == release.record_id), None)

    def leads_on(self, view: View) -> View:
        """What an address that finds nothing leads to; a noun whose address names other records wraps the view."""
        return view

    # ------------------------------------------------------------------ what follows from it

    def shelf_of(self, release: R) -> Address:
        """The parts of the address of its shelf."""
        parts = self.address(release)
        return {part: parts[part] for part in self.lookups}

    def readable(self, at: datetime, address: Address) -> list[R]:
        """Every release on a shelf that readers can see, newest first, without long texts. One query."""
        return self._on_shelf(at=at, **{part: address[part] for part in self.lookups})

    def of_record(self, at: datetime, key: int) -> list[R]:
        """The same of one record."""
        return self._of_record(at=at, key=key)

    @cached_property
    def _on_shelf(self) -> Prepared[R]:
        return Prepared(lambda at, **address: self._named(at, self._where(address)))

    @cached_property
    def _ever_on_shelf(self) -> Prepared[R]:
        def rows(at: datetime, **address: object) -> QuerySet[R]:
            seen = self.model.objects.kept().filter(visible_from__lte=at, **self._where(address))
            return self._read(seen, "released_at").order_by("-visible_from", *self.newest_first)

        return Prepared(rows)

    @cached_property
    def _of_record(self) -> Prepared[R]:
        return Prepared(lambda at, key: self._named(at, {self.model.RECORD: key}, "released_at"))

    def _named(self, at: datetime, where: Mapping[str, object], *also: str) -> QuerySet[R]:
        return self._read(self.model.objects.visible(at).filter(**where), *also).order_by(*self.newest_first)

    def _read(self, rows: ReleaseQuerySet, *also: str) -> QuerySet[R]:
        """What names them, and no more."""
        found: QuerySet[R] = rows.select_related(*self.related).only(*NAMED, *also, self.model.RECORD, *self.names)
        return found

    def found(self, releases: Iterable[R], request: HttpRequest, address: Address) -> R | None:
        """The one of them that an address means."""
        number = address.get("release")
        meant = self.meant(releases, request, address, exactly=number is not None)
        return next((one for one in meant if number in (None, one.number)), None)

    def whole(self, release: R) -> R:
        """The same with its texts: one row by key."""
        release.refresh_from_db(fields=("released_at", *LONG_TEXTS))
        return release

    def log(self, at: datetime, address: Address) -> list[LogEntry[R]]:
        """Everything readers ever saw on a shelf, newest first. Two queries."""
        releases = self._ever_on_shelf(at=at, **{part: address[part] for part in self.lookups})
        return log_of(releases, withdrawals_of(self.model, releases))

    def newest_corrections(self, at: datetime, limit: int) -> list[LogEntry[R]]:
        """Of all records, newest first. Three queries."""
        return newest_corrections(self.model, at, limit, self.related)

    def url(self, what: str, release: R) -> str:
        """The address of a page or file: "" (the newest release), "release", "release_ris", "history", "compare"."""
        parts = self.address(release)
        return address_of(f"{self.name}_{what}" if what else self.name, **parts)

    def file_url(self, what: str, release: R) -> str:
        """The address of a file of one release, which says its language."""
        return self.url(f"release_{what}", release) + _query(self.query(release))

    def compare_url(self, old: R | None, new: R, on: R) -> str:
        """Where two releases are compared, on the shelf as the release ``on`` names it today; "" without an older one."""
        if old is None:
            return ""
        asked = {"from": self.name_of(old), "to": self.name_of(new), **self.query(new)}
        return self.url("compare", on) + _query(asked)

    def anchor(self, release: R) -> str:
        """Names its line on the page of the log."""
        return "-".join([*self.name_of(release).split("/"), *self.query(release).values()])

    def log_url(self, release: R) -> str:
        """Its line on the page of the log."""
        return f"{self.url('history', release)}#{self.anchor(release)}"

    def newest_url(self, release: R) -> str:
        """Where the newest that stands on its shelf is read."""
        return self.url("", release)

    def moved(self, release: R, address: Address) -> bool:
        """An address that follows the newest release no longer has its words."""
        today = self.address(release)
        return any(today[part] != given for part, given in address.items())

    def _where(self, address: Address) -> dict[str, object]:
        return {lookup: address[part] for part, lookup in self.lookups.items()}


public_nouns: Slot[PublicNoun[Any]] = Slot("nouns that are published in releases")


def noun_of(model: type[Release]) -> PublicNoun[Any]:
    """How readers find the releases of a table."""
    return next(noun for noun in public_nouns if noun.model is model)


def _query(asked: Mapping[str, str]) -> str:
    return "?" + urlencode(asked, safe="/") if asked else ""
