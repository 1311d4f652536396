"""What was approved is written once and kept."""

from __future__ import annotations

import pytest
from django.utils import timezone

from editorial.models import AppendOnly, Approval


def test_it_never_changes(draft, person) -> None:
    made = Approval.objects.create(record=draft, by=person("editor"), at=timezone.now(), printed={"title": "Peru"})
    made.printed = {"title": "Chile"}
    rows = Approval.objects.about(draft)
    for way in (made.save, made.delete, rows.delete, lambda: rows.update(printed={})):
        with pytest.raises(AppendOnly, match="Approve again"):
            way()
    assert Approval.objects.get().printed == {"title": "Peru"}
    assert str(made).startswith("editor, ")
