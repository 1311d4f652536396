"""What a drafted profile is made of. Each app's part of it is written in these, in a module of its own beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ccm_site.pages.parts import PageMoment
from ccm_site.pages.treaty_parts import SUBJECT, standings_at
from countries.models import Country, Coverage, FactKind
from countries.queries.treaty_standings import CountryStanding
from editorial.models import Cited, Source
from editorial.rules.calendar import spoken
from editorial.rules.explained import Explained
from stockpiles.queries.bound import Bound
from stockpiles.queries.dossier import Dossier, kept_dossier

TREATY_TEXT = "CCM-text"
"""The key of the convention's own text, which worked-out dates cite with their article."""


@dataclass(frozen=True)
class NotePart:
    """A part of a footnote: the sources with the place in each, and what is to be said beside them.

    of  what of a sentence it is about, where the sentence names several things: "Lima Conference"
    """

    sources: tuple[Cited, ...] = ()
    words: str = ""
    of: str = ""


@dataclass(frozen=True)
class Sentence:
    """One fact in plain words (no Markdown), with the footnote that proves it. ``opens``: a paragraph begins with it."""

    words: str
    notes: tuple[NotePart, ...] = ()
    opens: bool = False


@dataclass(frozen=True)
class Subject:
    """The state that a draft is about, and the moment at which it is made. Every part of the draft shares it."""

    country: Country
    at: PageMoment

    @property
    def name(self) -> str:
        return self.country.name

    @property
    def day(self) -> date:
        """The day of which the draft speaks: the last of the record of acts towards the convention, or today."""
        return self.at.standings.day

    @property
    def is_state(self) -> bool:
        """Whether it can join treaties; areas do not."""
        return self.country.kind == "state"

    @cached_property
    def story(self) -> Dossier:
        """Stocks, deadlines, reports and what sources say of use, production and trade."""
        return kept_dossier(self.country, self.at.stock_records)

    @cached_property
    def standings(self) -> tuple[CountryStanding, ...]:
        """How it stands towards every treaty; towards none, if it is an area."""
        return standings_at(self.country, self.at) if self.is_state else ()

    @property
    def convention(self) -> CountryStanding | None:
        """How it stands towards the Convention on Cluster Munitions."""
        return next((one for one in self.standings if one.treaty.slug == SUBJECT), None)

    @property
    def bound(self) -> Bound | None:
        """Its membership of the convention, if it has deposited; entry into force may still lie ahead."""
        return self.story.bound

    @property
    def is_outside(self) -> bool:
        """Whether no duty of the convention runs for it: it never deposited, or its withdrawal has taken effect."""
        return self.bound is None or (self.bound.until is not None and self.bound.until <= self.day)

    # ---------------------------------------------------------------- notes

    def article(self, article: str, words: str = "") -> NotePart:
        """The convention's own text, with the article: "17(2)"."""
        text = self.at.kept.value("the convention's text", _treaty_text)
        if text is None:  # a library without it: the article is said in words
            return NotePart((), f"{words} (CCM, Article {article})".strip())
        return NotePart((Cited(text, f"Article {article}"),), words)

    def worked_out(self, found: Explained[object]) -> NotePart:
        """How a date was worked out, and by which article. Nobody typed it."""
        ours = found.article.removeprefix("CCM, Article ")
        if ours != found.article:
            return self.article(ours, f"Worked out: {found.arithmetic}")
        return NotePart((), f"Worked out: {found.arithmetic} ({found.article})")

    # ---------------------------------------------------------------- what is not there

    @cached_property
    def _reach(self) -> Mapping[str, Sequence[Coverage]]:
        found: dict[str, list[Coverage]] = {}
        for row in self.at.kept.value("coverage, kind by kind", _coverage):
            found.setdefault(row.kind, []).append(row)
        return found

    def reach(self, kind: FactKind, scope: str = "") -> Coverage | None:
        """How far the record of a kind of fact reaches."""
        return next((row for row in self._reach.get(kind, ()) if row.scope == scope), None)

    def nothing(
        self, what: str, kind: FactKind | None = None, scope: str = "", *, opens: bool = False
    ) -> Sentence:
        """ "No statement at a meeting is recorded here; this record is in part." Absence says nothing of the state.

        ``what``  the sentence up to its verb: "No statement at a meeting"
        """
        row = self.reach(kind, scope) if kind else None
        if row is None:
            return Sentence(f"{what} is recorded here.", opens=opens)
        extent = "whole" if row.extent == "whole" else "in part"
        until = f" and reaches up to {spoken(row.complete_until)}" if row.complete_until else ""
        sources = (Cited(row.source),) if row.source else ()
        words = " ".join(
            f"{label}: {said.strip()}"
            for label, said in (("On record", row.covers), ("Missing", row.missing))
            if said.strip()
        )
        notes = (NotePart(sources, words),) if sources or words else ()
        return Sentence(f"{what} is recorded here; the record of this is {extent}{until}.", notes, opens)


Part = Callable[[Subject], Iterable[Sentence]]
"""Given the state, its sentences in their order. The first of a part begins a paragraph."""


@dataclass(frozen=True)
class DraftSection:
    """A heading of the profile with its parts, in the field's order. ``key`` begins the labels of its notes."""

    key: str
    title: str
    parts: tuple[Part, ...]


def _coverage() -> Sequence[Coverage]:
    return list(Coverage.objects.select_related("source"))


def _treaty_text() -> Source | None:
    return Source.objects.filter(key=TREATY_TEXT).first()
