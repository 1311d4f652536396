"""Saying which of several figures counts."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from editorial.models import Rank, User, recording
from stockpiles.models import DestructionRecord, RetentionRecord, StockpileHolding
from stockpiles.queries.figures import figure_rows

Figure = StockpileHolding | DestructionRecord | RetentionRecord

TABLES: dict[str, type[Any]] = {
    "holding": StockpileHolding,
    "destroyed": DestructionRecord,
    "retained": RetentionRecord,
}


@transaction.atomic
def prefer_figure(*, figure: Figure, because: str, by: User, reason: str, public_note: str = "") -> list[Figure]:
    """Use this figure in sums and ledger; ``because`` is what readers are told. Returns the records changed.

    Another figure on the same stock or period that was preferred before becomes a normal one: it stays beside this
    one for every reader. Raises ValueError without a reason for readers.
    """
    if not because.strip():
        raise ValueError("Say why this figure counts; readers see it.")
    own = next(table for table, model in TABLES.items() if isinstance(figure, model))
    rows = figure_rows(countries=[figure.country_id])
    subject = next(row.subject for row in rows if (row.table, row.pk) == (own, figure.pk))
    changed: list[Figure] = []
    with recording(by=by, reason=reason, public_note=public_note):
        for row in rows:
            if row.subject != subject or row.pk == figure.pk or row.rank != Rank.PREFERRED:
                continue
            other = TABLES[row.table].objects.get(pk=row.pk)
            other.rank, other.rank_reason = Rank.NORMAL, ""
            other.save()
            changed.append(other)
        figure.rank, figure.rank_reason = Rank.PREFERRED, because.strip()
        figure.save()
        changed.append(figure)
    return changed
