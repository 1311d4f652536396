"""Commands of the clock, and making derived tables anew, as work in the background."""

from __future__ import annotations

import io

from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from editorial.actions.derived import rebuilds
from editorial.actions.job_kinds import Work
from editorial.rules.transitions import Refused

COMMANDS = {
    "sweep_forms": "Throw away what was begun and forgotten",
    "publish_due": "List what came out of its embargo",
    "check_facts": "Check facts across tables",
    "verify_releases": "Verify every release",
}
"""What the desk offers, each with what it does. All read, or throw away what is old; so may be run at any time."""
LINES_KEPT = 200


def run_command(work: Work) -> None:
    """The work of the kind “clock”: ``given`` names one of COMMANDS. Raises Refused with what a command complains of."""
    name, said = str(work.given["command"]), io.StringIO()
    if name not in COMMANDS:
        raise Refused(f"{name} is no command of the clock.")
    try:
        call_command(name, stdout=said, stderr=said)
    except CommandError as problem:
        raise Refused(str(problem), said.getvalue().splitlines()[-LINES_KEPT:]) from None
    with work.finishing() as end:
        end("\n".join(said.getvalue().splitlines()[-LINES_KEPT:]))


def rebuild(work: Work) -> None:
    """The work of the kind “rebuild”: each derived table anew in a transaction of its own, so that nobody waits for all."""
    now, told = timezone.now(), []
    for name, make in rebuilds().items():
        with transaction.atomic():
            records = 0
            for records, _ in enumerate(make(now), 1):
                work.tell(name, records, 0)
        told.append(f"{name}: {records} records")
    with work.finishing() as end:
        end("; ".join(told))
