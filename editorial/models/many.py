"""Many new rows of one table with their first versions, in a few statements: what a load of a thousand rows needs.

Each row is as if it had been saved by itself: tracked, followed, marked. Rows that are changed are saved one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from .following import follow_new
from .tracked import Change, Tracked, change_at_hand

AT_ONCE = 500
"""Rows in one statement."""


def create_many(rows: Sequence[Tracked]) -> None:
    """Stores rows of one table that have no key yet. To be called while a change is recorded.

    Rows that they name may have been stored just before, by the same call of another table.
    """
    if not rows:
        return
    model, change = type(rows[0]), change_at_hand()
    assert change is not None  # noqa: S101 - who, when and why are said by whoever calls
    with transaction.atomic(savepoint=False):
        plain: models.QuerySet[Any] = models.QuerySet(model)  # its own refuses what leaves no version
        plain.bulk_create(rows, batch_size=AT_ONCE)
        _first_versions(model, rows, change)
        follow_new(rows)


def _first_versions(model: type[Tracked], rows: Sequence[Tracked], change: Change) -> None:
    model.history.bulk_history_create(
        rows,
        batch_size=AT_ONCE,
        default_user=change.by,
        default_change_reason=change.reason,
        default_date=change.at or timezone.now(),
        custom_historical_attrs={
            "change_id": change.id,
            "public_note": change.public_note,
            "confirmed_by": change.confirmed_by,
        },
    )
    change.written.update(dict.fromkeys((model, row.public_id) for row in rows))
