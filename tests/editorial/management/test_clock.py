"""Every command of the clock leaves a note of its run, under its own name."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from editorial.models import LastRun

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("command", ["publish_due", "sweep_forms", "verify_releases", "rebuild_index"])
def test_a_command_is_noted_when_it_ends_well(command: str) -> None:
    call_command(command, stdout=io.StringIO())
    run = LastRun.objects.get()
    assert (run.name, run.is_well) == (command, True)


def test_what_it_complains_of_is_noted() -> None:
    with pytest.raises(CommandError):
        call_command("publish_due", since="yesterday", stdout=io.StringIO())
    run = LastRun.objects.get()
    assert (run.name, run.is_well) == ("publish_due", False)
    assert "not a date and time" in run.words
