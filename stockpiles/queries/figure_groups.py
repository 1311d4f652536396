"""All figures about the same thing side by side, each with its proof and the one in use first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from editorial.queries.shown import Proofs, ShownRecord
from stockpiles.models import DestructionRecord, Figures, MunitionType

from .stock import FigureConflict, Stock

F = TypeVar("F", bound=Figures)


@dataclass(frozen=True)
class FigureGroup(Generic[F]):
    """All figures about the same thing, the one in use first."""

    munition_type: MunitionType | None
    heading: str
    figures: tuple[ShownRecord[F], ...]
    conflict: FigureConflict | None = None

    @property
    def differ(self) -> bool:
        return self.conflict is not None


def groups_of(records: Sequence[F], stock: Stock | None, proof: Proofs) -> tuple[FigureGroup[F], ...]:
    """Figures of one table by what they are about: the whole stock first, a total before its periods."""
    used = set(stock.used) if stock else set()
    conflicts = {conflict.rows[0].subject: conflict for conflict in stock.conflicts} if stock else {}
    by_subject: dict[tuple[Hashable, ...], list[F]] = defaultdict(list)
    for record in records:
        by_subject[record.subject].append(record)
    groups = []
    for subject, own in by_subject.items():
        figures = [proof.shown(record, is_used=record in used) for record in own]
        figures.sort(key=lambda one: (not one.is_used, _newest_first(one.record)))
        groups.append(FigureGroup(own[0].munition_type, _heading(own[0]), tuple(figures), conflicts.get(subject)))
    return tuple(sorted(groups, key=_group_order))


def _heading(figure: Figures) -> str:
    about = str(figure.munition_type or "Whole stock")
    if not isinstance(figure, DestructionRecord):
        return about
    period = "altogether" if figure.is_running_total else figure.period_words
    return period if figure.munition_type is None else f"{period}, {about}"


def _newest_first(figure: Figures) -> int:
    when = figure.made_on or figure.as_of or figure.period_end
    return -when.latest.toordinal() if when else 0


def _group_order(group: FigureGroup[F]) -> tuple[bool, bool, date, str]:
    record = group.figures[0].record
    start = record.period_start if isinstance(record, DestructionRecord) else None
    return (
        record.munition_type_id is not None,
        not record.is_running_total,
        start.earliest if start else date.min,
        group.heading,
    )
