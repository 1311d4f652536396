"""How far the record reaches, for the kinds of fact that an answer rests on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from countries.models import Coverage, FactKind, Treaty
from countries.queries.treaty_standings import every_treaty, treaties_with_parents
from editorial.history.as_known import known_at_asked
from editorial.queries.kept import Keeping
from editorial.queries.prepared import Prepared
from editorial.rules.horizon import UNKNOWN, Asked, Horizon, asked_day, together

Subject = tuple[FactKind, str]
"""A kind of fact and its scope: "" for the whole kind, EVERY for all scopes on record together."""
EVERY = "*"

STANDINGS: tuple[Subject, ...] = ((FactKind.TREATY_ACTS, "ccm"),)
"""What the standing of states towards the convention rests on."""


def acts_towards(*slugs: str) -> tuple[Subject, ...]:
    """What standings towards some treaties rest on."""
    return tuple((FactKind.TREATY_ACTS, slug) for slug in slugs)


@dataclass(frozen=True)
class Record:
    """The horizons of all kinds, read once for a page."""

    horizons: Mapping[Subject, Horizon]

    def of(self, *subjects: Subject) -> Horizon:
        """How far an answer reaches that rests on these kinds of fact."""
        return together(horizon for subject in subjects for horizon in self._horizons(*subject))

    def _horizons(self, kind: FactKind, scope: str) -> list[Horizon]:
        if scope != EVERY:
            return [self.horizons.get((kind, scope), UNKNOWN)]
        return [horizon for (one, _), horizon in self.horizons.items() if one is kind] or [UNKNOWN]

    def asked(self, given: date | None, *, today: date, about: Collection[Subject]) -> Asked:
        """The two days of an answer about these kinds: the day it speaks of, and the last that the record covers."""
        return asked_day(given, today=today, horizon=self.of(*about), known=known_at_asked())


_RECORDED = Prepared(lambda: Coverage.objects.only("kind", "scope", "complete_until", "extent").order_by("pk"))


def record(kept: Keeping | None = None) -> Record:
    """How far the whole record reaches. One query, where it is not kept."""
    return kept.value("coverage", lambda: _record(_rows(kept))) if kept else _record(_RECORDED())


def _record(rows: Iterable[Coverage]) -> Record:
    return Record(
        {(FactKind(row.kind), row.scope): Horizon(row.complete_until, row.extent == "whole") for row in rows}
    )


def _rows(kept: Keeping) -> Sequence[Coverage]:
    """Every kind and scope with its source: most pages that ask how far the record reaches also say what it lacks."""
    return kept.value(
        "coverage of all kinds", lambda: list(Coverage.objects.select_related("source").order_by("pk"))
    )


_RECORDED_OF = Prepared(
    lambda kind, scope: Coverage.objects.filter(kind=kind, scope=scope).only("complete_until", "extent")
)


def record_until() -> date | None:
    """The last day that the record of acts towards the convention covers. One query."""
    ((kind, scope),) = STANDINGS
    return together(
        Horizon(row.complete_until, row.extent == "whole") for row in _RECORDED_OF(kind=kind.value, scope=scope)
    ).until


def coverage_of(*kinds: FactKind, kept: Keeping | None = None) -> list[Coverage]:
    """What is recorded and what is missing of some kinds, in the order given, each scope by its title. One query, where it
    is not kept, and one more for the titles of scopes."""
    if kept is None:
        return _coverage_of(kinds, Coverage.objects.of(*kinds).select_related("source"), treaties_with_parents)
    return kept.value(
        ("coverage", kinds), lambda: _coverage_of(kinds, map(copy, _rows(kept)), lambda: every_treaty(kept))
    )


def _coverage_of(
    kinds: Collection[FactKind], every: Iterable[Coverage], treaties: Callable[[], Iterable[Treaty]]
) -> list[Coverage]:
    """The rows are the caller's own: each gets the title of its scope."""
    places = {kind.value: place for place, kind in enumerate(kinds)}
    rows = sorted((row for row in every if row.kind in places), key=lambda row: (places[row.kind], row.scope))
    has_scopes = any(row.scope for row in rows)
    titles = {treaty.slug: treaty.title for treaty in treaties()} if has_scopes else {}
    for row in rows:
        row.scope_title = titles.get(row.scope, row.scope_words)
    return rows


def asked(given: date | None, *, today: date, about: Collection[Subject]) -> Asked:
    """The two days of one answer. One query; none where the answer rests on no kind of fact."""
    return (record() if about else Record({})).asked(given, today=today, about=about)
