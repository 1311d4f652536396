"""All figures about the same thing side by side, each with its proof and the one in use first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import Model

from editorial.queries.proof import NO_PROOF, Proof, proofs
from stockpiles.models import DestructionScope, MunitionType

from .figures import Conflict

M = TypeVar("M", bound=Any)


@dataclass(frozen=True)
class Shown(Generic[M]):
    """A record, or a judged difference, with its proof; ``is_used``: it is the figure that sums and ledger take."""

    record: M
    proof: Proof
    is_used: bool = False


@dataclass(frozen=True)
class FigureGroup:
    """All figures about the same thing, the one in use first."""

    munition_type: MunitionType | None
    heading: str
    figures: tuple[Shown[Any], ...]
    conflict: Conflict | None = None

    @property
    def differ(self) -> bool:
        return self.conflict is not None


class Proofs:
    """Looks proofs up by record."""

    def __init__(self, records: Iterable[Model]) -> None:
        self._found = proofs(records)

    def of(self, record: Model) -> Proof:
        return self._found.get((type(record), record.pk), NO_PROOF)

    def shown(self, record: M, *, is_used: bool = False) -> Shown[M]:
        return Shown(record, self.of(record), is_used)


def groups_of(
    records: Sequence[Any],
    table: str,
    used: Collection[tuple[str, int]],
    conflicts: Mapping[frozenset[str], Conflict],
    proof: Proofs,
) -> tuple[FigureGroup, ...]:
    by_subject: dict[Any, list[Any]] = defaultdict(list)
    for record in records:
        subject: Any = (record.munition_type_id,)
        if table == "destroyed" and record.scope == DestructionScope.PERIOD:
            subject = (record.munition_type_id, record.period_start, record.period_end)
        by_subject[subject].append(record)
    groups = []
    for own in by_subject.values():
        figures = [proof.shown(r, is_used=(table, r.pk) in used) for r in own]
        figures.sort(key=lambda one: (not one.is_used, _newest_first(one.record)))
        first = own[0]
        heading = str(first.munition_type or "Whole stock")
        if table == "destroyed":
            period = "altogether" if first.scope == DestructionScope.RUNNING_TOTAL else first.period_words
            heading = period if first.munition_type is None else f"{period}, {first.munition_type}"
        conflict = conflicts.get(frozenset(f"{table}-{r.pk}" for r in own))
        groups.append(FigureGroup(first.munition_type, heading, tuple(figures), conflict))
    return tuple(sorted(groups, key=lambda group: _group_order(group, table)))


def _newest_first(record: Any) -> int:
    when = record.made_on or record.as_of or record.period_end
    return -when.latest.toordinal() if when else 0


def _group_order(group: FigureGroup, table: str) -> tuple[Any, ...]:
    record = group.figures[0].record
    whole = record.munition_type_id is not None
    if table != "destroyed":
        return (whole, group.heading)
    start = record.period_start.earliest if record.period_start else date.min
    return (whole, record.scope != DestructionScope.RUNNING_TOTAL, start, group.heading)
