"""Figures that are ten times as high as anything on record of the state: a zero too many, or another unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.db.models import Max

from editorial.models import ChangeRow
from editorial.queries.doubts import Doubt
from stockpiles.models import DestructionRecord, RetentionRecord, StockpileHolding
from stockpiles.models.figures import Figures
from stockpiles.rules.flow import Unit

TABLES: tuple[type[Figures], ...] = (StockpileHolding, DestructionRecord, RetentionRecord)
STATE = "country__public_id"
LEAP = 10  # times the highest figure on record


def doubtful_figures(rows: Sequence[ChangeRow]) -> Iterator[Doubt]:
    """For each new or changed figure that leaps: what it is and what was the highest until now. A first figure is none."""
    figures = [row for row in rows if row.after and row.subject_id and issubclass(row.model, Figures)]
    highest = _highest({row.subject_id for row in figures if row.subject_id}, {row.row_id for row in figures})
    for row in figures:
        said, was = row.after or {}, row.before or {}
        for unit in Unit:
            value, known = said.get(unit.value), highest.get((row.subject_id, unit))
            if not isinstance(value, int) or value == was.get(unit.value) or not known:
                continue
            if value >= LEAP * known:
                yield Doubt(
                    row.label,
                    f"{value:,} {unit} is {LEAP} times the highest figure on record of this state, {known:,}, or more.",
                )


def _highest(states: Iterable[UUID], but: Iterable[UUID]) -> dict[tuple[UUID | None, Unit], int]:
    """The highest figure of each state in each unit, by the country's public id. One query a table."""
    found: dict[tuple[UUID | None, Unit], int] = {}
    for table in TABLES:
        stored = table._base_manager.filter(**{f"{STATE}__in": states}).exclude(public_id__in=but).order_by()
        for row in stored.values(STATE).annotate(*(Max(unit.value) for unit in Unit)):
            for unit in Unit:
                key, value = (row[STATE], unit), row[f"{unit.value}__max"] or 0
                found[key] = max(found.get(key, 0), value)
    return found
