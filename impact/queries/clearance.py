"""What was cleared, by state and period, each record with its source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from editorial.queries.kept import Keeping
from editorial.queries.shown import Proofs, ShownRecord
from impact.models import ClearanceRecord, OfImpact

ON = (OfImpact.SHOWN_ON,)
"""The part of the site on which lists of impact rest."""


def clearance_records(kept: Keeping) -> Sequence[ShownRecord[ClearanceRecord]]:
    """All, by name of state, the newest period first. Two queries, where they are not kept."""
    return kept.value("clearance records", _read, on=ON)


def _read() -> Sequence[ShownRecord[ClearanceRecord]]:
    rows = list(ClearanceRecord.objects.select_related("country").order_by("country__name", "pk"))
    proof = Proofs(rows)
    rows.sort(key=lambda row: (row.country.name, -ending(row).toordinal()))
    return [proof.shown(row) for row in rows]


def ending(record: ClearanceRecord) -> date:
    """The last day of the period; the first of all days where it is not known."""
    end = record.period_end or record.period_start
    return end.latest if end else date.min
