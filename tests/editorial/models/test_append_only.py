"""Rows that stay refuse every way of writing them again, by the name of what they are."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.models import AppendOnly, AuditEntry, ReleaseSeal
from editorial.rules.seal import FIRST


@pytest.mark.parametrize("model", [AuditEntry, ReleaseSeal])
def test_nothing_of_them_is_written_again(db: None, model: Any) -> None:
    given = {"action": "exported"} if model is AuditEntry else {"position": 1, "previous": FIRST, "sha256": "a"}
    row = model.objects.create(**given)
    rows = model.objects.all()
    ways = (row.save, row.delete, rows.delete, lambda: rows.update(pk=2), lambda: rows.bulk_update([row], ["pk"]))
    for way in ways:
        with pytest.raises(AppendOnly, match=f"The {model._meta.verbose_name_plural} is append-only"):
            way()
    assert model.objects.count() == 1
