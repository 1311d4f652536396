"""Rows about records are found by the record, whichever table it stands in."""

from __future__ import annotations

from django.utils import timezone

from editorial.models import Approval


def test_rows_are_found_by_the_record_and_not_by_its_number_alone(draft, peru, person) -> None:
    peru.pk = draft.pk  # the same number in another table
    made = Approval.objects.create(record=draft, by=person("editor"), at=timezone.now(), printed={})
    assert list(Approval.objects.about(draft)) == [made]
    assert list(Approval.objects.about(peru)) == []
