"""The database holds that a form is saved once by one person."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import IntegrityError

from editorial.models import BegunForm, SavedForm


def test_there_is_one_of_each_form_and_person(person: Any) -> None:
    note: dict[str, Any] = {"form_id": uuid.UUID(int=7), "digest": "", "saved_at": "2026-11-29T10:00Z"}
    first = SavedForm.objects.create(person=person("ana"), led_to="/list/", **note)
    assert str(first) == "00000000-0000-0000-0000-000000000007 → /list/"
    SavedForm.objects.create(person=person("ben"), **note)
    with pytest.raises(IntegrityError):
        SavedForm.objects.create(person=person("ana"), **note)


def test_it_is_known_longer_than_any_copy_is_kept() -> None:
    assert SavedForm.KEPT_FOR > BegunForm.KEPT_FOR
