"""The nightly sweep of what was begun and forgotten."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.models import BegunForm


@pytest.mark.django_db
def test_it_says_what_it_threw_away(person: Any, capsys: pytest.CaptureFixture[str]) -> None:
    now = timezone.now()
    for kept_at in (now, now - BegunForm.KEPT_FOR - timedelta(minutes=1)):
        BegunForm.objects.create(
            form_id=uuid.uuid4(),
            window=uuid.uuid4(),
            person=person(f"ana-{kept_at:%d%m}"),
            place="/",
            title="x",
            typed=[],
            kept_at=kept_at,
        )
    call_command("sweep_forms")
    assert (
        capsys.readouterr().out
        == "Thrown away: 1 unsaved forms, 0 notes of saved ones, 0 pieces of work that are long over.\n"
    )
    assert BegunForm.objects.get().kept_at == now
