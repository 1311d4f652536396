"""Begun forms are asked for by person, and are unsaved."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from editorial.models import BegunForm, SavedForm, User

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)


def begin(person: User, title: str, minutes: int = 0) -> BegunForm:
    begun: BegunForm = BegunForm.objects.create(
        form_id=uuid.uuid4(),
        window=uuid.uuid4(),
        person=person,
        place="/admin/countries/country/add/",
        title=title,
        typed=[],
        kept_at=NOON + timedelta(minutes=minutes),
    )
    return begun


def test_of_a_person_are_their_own_unsaved_ones_the_newest_first(person: Any) -> None:
    ana, ben = person("ana"), person("ben")
    begin(ana, "Old")
    begin(ana, "New", minutes=5)
    begin(ben, "Ben’s")
    saved = begin(ana, "Saved", minutes=9)
    SavedForm.objects.create(form_id=saved.form_id, person=ana, digest="", saved_at=NOON)
    SavedForm.objects.create(form_id=begin(ana, "Mine", 1).form_id, person=ben, digest="", saved_at=NOON)
    assert [str(one) for one in BegunForm.objects.of(ana)] == ["New", "Mine", "Old"]
