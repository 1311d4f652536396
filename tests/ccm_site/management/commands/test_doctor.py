"""`manage.py doctor`: a line a thing, and exit status 1 where one is bad."""

from __future__ import annotations

import json
from contextlib import suppress
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ccm_site.doctor.condition import Condition, bad, good, warn
from ccm_site.management.commands import doctor

WELL = [good("triggers", "stand"), warn("mail", "goes nowhere", "Set it.")]


def run(
    monkeypatch: pytest.MonkeyPatch, conditions: list[Condition], **options: Any
) -> tuple[str, CommandError | None]:
    monkeypatch.setattr(doctor, "examine", lambda at: conditions)
    out = StringIO()
    try:
        call_command("doctor", stdout=out, no_color=True, **options)
    except CommandError as problem:
        return out.getvalue(), problem
    return out.getvalue(), None


def test_a_warning_is_for_somebody_to_look_at(monkeypatch: pytest.MonkeyPatch) -> None:
    said, problem = run(monkeypatch, WELL)
    assert problem is None
    assert said.splitlines() == [
        "good  triggers: stand",
        "warn  mail: goes nowhere",
        "      → Set it.",
        "2 things looked at: 0 bad, 1 to look at.",
    ]


def test_what_is_bad_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    said, problem = run(monkeypatch, [*WELL, bad("disk", "full", "Make room.")])
    assert problem is not None
    assert problem.returncode == 1
    assert "bad   disk: full" in said


def test_a_machine_that_watches_reads_json(monkeypatch: pytest.MonkeyPatch) -> None:
    said, problem = run(monkeypatch, [*WELL, bad("disk", "full", "Make room.")], json=True)
    told = json.loads(said)
    assert (told["bad"], told["warn"], problem is not None) == (1, 1, True)
    assert told["conditions"][2] == {"level": "bad", "about": "disk", "says": "full", "mend": "Make room."}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_fresh_database_can_be_looked_at_whole() -> None:
    out = StringIO()
    call_command("rebuild_index", stdout=StringIO())  # as set_up does
    with suppress(CommandError):  # what it found says more
        call_command("doctor", stdout=out, json=True)
    conditions = json.loads(out.getvalue())["conditions"]
    assert not [one for one in conditions if "could not be looked at" in one["says"]]
    assert {one["about"]: one["level"] for one in conditions}.items() >= {
        "migrations": "good",
        "triggers": "good",
        "database": "good",
        "seals": "good",
        "search": "good",
        "ready texts": "good",
        "clock": "good",
    }.items()
