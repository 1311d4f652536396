"""What does not come out in the ledgers, with what an editor found out about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from stockpiles.models import SettledDifference
from stockpiles.rules.difference import Difference

from .stock import Stock

#: Country, finding, unit and the designation of the type ("" for the whole stock).
Key = tuple[int, str, str, str]


@dataclass(frozen=True)
class Judged:
    """A difference and the record that settles it.

    ``reopened`` is a record that settled it on figures which have changed since: it no longer counts.
    """

    difference: Difference
    settled: SettledDifference | None = None
    reopened: SettledDifference | None = None

    @property
    def tag(self) -> str:
        """What readers see in front: the verdict, or that it is settled."""
        return f"{self.difference.verdict}, settled" if self.settled else str(self.difference.verdict)

    @property
    def words(self) -> str:
        about = f"{self.difference.kind}: " if self.difference.kind else ""
        return f"{about}{self.difference.words}"

    @property
    def is_settled(self) -> bool:
        return self.settled is not None

    @property
    def explanation(self) -> str:
        """Why it is settled; "" where it is not."""
        return self.settled.explanation if self.settled else ""

    @property
    def in_full(self) -> str:
        """Verdict, figures, and why it is settled."""
        return f"{self.tag}: {self.words} {self.explanation}".rstrip()

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has to look: it agrees in no reading, and nobody has settled it on these figures."""
        return self.settled is None and self.difference.waits_for_an_editor


def settled_differences(*, countries: Collection[int] | None = None) -> dict[Key, SettledDifference]:
    """What editors settled (on some states, or all). One query."""
    rows = SettledDifference.objects.select_related("munition_type", "country")
    if countries is not None:
        rows = rows.filter(country_id__in=countries)
    return {
        (row.country_id, row.finding, row.unit, row.munition_type.designation if row.munition_type else ""): row
        for row in rows
    }


def difference_settled_by(record: SettledDifference, stock: Stock | None) -> Difference | None:
    """The difference in a state's ledger that a record speaks of, whatever its figures; None if there is none."""
    kind = record.munition_type.designation if record.munition_type else ""
    asked = (record.finding, record.unit, kind)
    found = stock.ledger.differences if stock else ()
    return next((one for one in found if (one.finding.value, one.unit.value, one.kind) == asked), None)


def judged(stock: Stock, settled: Mapping[Key, SettledDifference]) -> tuple[Judged, ...]:
    """The differences in one state's ledger, each with what an editor found out on the same figures."""
    found = []
    for one in stock.ledger.differences:
        record = settled.get((stock.country_id, one.finding.value, one.unit.value, one.kind))
        holds = record is not None and record.figures == one.figures
        found.append(Judged(one, record if holds else None, None if holds else record))
    return tuple(found)
