"""One row a command or worker."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from editorial.models import LastRun, RunKind


@pytest.mark.django_db
def test_there_is_one_row_each_and_it_says_whose_it_is() -> None:
    run = LastRun.objects.create(kind=RunKind.WORKER, name="one:1", began_at=timezone.now())
    assert str(run) == "Worker one:1"
    LastRun.objects.create(kind=RunKind.COMMAND, name="one:1", began_at=timezone.now())
    with pytest.raises(IntegrityError):
        LastRun.objects.create(kind=RunKind.WORKER, name="one:1", began_at=timezone.now())
