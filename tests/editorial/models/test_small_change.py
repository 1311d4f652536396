"""A small change is written once, with its words."""

from __future__ import annotations

import uuid

import pytest
from django.utils import timezone

from editorial.models import AppendOnly, SmallChange


def test_it_never_changes(draft, person) -> None:
    made = SmallChange.objects.create(
        record=draft, by=person("editor"), at=timezone.now(), change_id=uuid.uuid4(), words=[["teh", "the"]]
    )
    assert str(made) == "“teh” → “the”"
    rows = SmallChange.objects.about(draft)
    for way in (made.save, made.delete, rows.delete, lambda: rows.update(words=[])):
        with pytest.raises(AppendOnly, match="written once"):
            way()
