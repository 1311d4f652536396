"""Casualties by state and period, each figure with its source; and of what nothing is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from countries.models import Country, PublishedTotal, TotalMeasure
from countries.queries.all_states import all_states
from countries.queries.published_totals import totals_by_year, years_without
from editorial.queries.kept import Keeping
from editorial.queries.shown import Proofs, ShownRecord
from editorial.queries.together import NOTHING, Together
from impact.models import CasualtyFigure, OfImpact
from impact.rules.casualty_sums import CountedPeople, SumOfParts, sums_of_parts

ON = (OfImpact.SHOWN_ON,)
Shown = ShownRecord[CasualtyFigure]
World = ShownRecord[PublishedTotal]


def casualty_figures(kept: Keeping, together: Together = NOTHING) -> Sequence[Shown]:
    """All, by name of state, the newest period first. Two queries, where they are neither kept nor read together."""

    def read() -> Sequence[Shown]:
        if "casualties" not in together:
            rows = list(CasualtyFigure.objects.select_related("country").order_by("pk"))
            return _shown(rows, Proofs(rows))
        rows, states = list(together.rows("casualties", None)), all_states(kept)
        for row in rows:
            row.country = states[row.country_id]
        return _shown(rows, together.proof(None))

    return kept.value("casualty figures", read, on=ON)


def _shown(rows: list[CasualtyFigure], proof: Proofs) -> Sequence[Shown]:
    rows.sort(key=lambda row: (row.country.name, -_ending(row).toordinal()))
    return [proof.shown(row) for row in rows]


def _ending(record: CasualtyFigure) -> date:
    end = record.period_end or record.period_start
    return end.latest if end else date.min


@dataclass(frozen=True)
class NotCounted:
    """What the figures leave out, so that nobody adds them up."""

    without_number: tuple[Country, ...]
    """States and areas with casualties on record, and not one number."""
    partly: tuple[Country, ...]
    """States and areas of which some casualties have a number and others none."""
    years: tuple[int, ...]
    """Years between the first and the last of which no figure of the world was found."""
    first: int | None
    """The first year of which one was found by itself; None where there is none."""


def not_counted(figures: Iterable[Shown], world: Iterable[World]) -> NotCounted:
    """What is said in words beside the figures."""
    numbered: dict[Country, set[bool]] = defaultdict(set)
    for shown in figures:
        numbered[shown.record.country].add(shown.record.number is not None)
    years = [year for year, one in totals_by_year(world, TotalMeasure.ALL).items() if one.numbers]
    return NotCounted(
        without_number=tuple(country for country, has in numbered.items() if has == {False}),
        partly=tuple(country for country, has in numbered.items() if has == {True, False}),
        years=tuple(years_without(years)),
        first=min(years, default=None),
    )


def sums_on_record(figures: Iterable[Shown], world: Iterable[World]) -> list[SumOfParts]:
    """Every whole of which the same source gives both parts: of the world first, then of states."""
    of_world = [_counted("the world", shown) for shown in world]
    of_states = [_counted(shown.record.country.pk, shown) for shown in figures]
    return sums_of_parts([*of_world, *of_states])


def _counted(about: object, shown: Shown | World) -> CountedPeople:
    record, sources = shown.record, shown.proof.sources
    number = None if record.number is None else int(record.number)
    if isinstance(record, PublishedTotal):
        basis, when = record.measure, record.when_in_words
    else:
        basis, when = record.basis, f"{record.country.name}, {record.when_in_words}"
    return CountedPeople(str(about), when, sources[0].source.key if sources else "", basis, number, record.bound)
