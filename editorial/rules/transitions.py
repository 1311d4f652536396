"""Which step a record in a given state may take on its way to the public, and why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Step = Literal[
    "submit",
    "approve",
    "review_again",
    "send_back",
    "publish",
    "release_now",
    "reschedule",
    "take_back",
    "withdraw",
]


class Refused(Exception):
    """A step was not taken. ``problems`` names each thing that stands in its way; nothing was written."""

    def __init__(self, message: str, problems: Iterable[str] = ()) -> None:
        self.message = message
        self.problems = tuple(problems)
        super().__init__(message)

    def __str__(self) -> str:
        return " ".join([self.message, *self.problems])


@dataclass(frozen=True)
class RecordStanding:
    """Where a working copy stands: its status, whether a second person has approved exactly it, and whether its newest
    release waits for the end of its embargo."""

    status: str
    reviewed: bool = False
    ever_published: bool = False
    withdrawn: bool = False
    waits: bool = False


def steps(standing: RecordStanding) -> tuple[Step, ...]:
    """The steps open from here, in the order of the work.

    draft or withdrawn → submit; in review → approve, send back; approved → publish, send back, or review again where
    something else would be printed by now; a release that waits → release now, change its time, take it back; anything
    that was published → withdraw.
    """
    found: list[Step] = []
    if standing.status in ("draft", "withdrawn"):
        found.append("submit")
    if standing.status == "in_review":
        found += ["publish", "review_again"] if standing.reviewed else ["approve"]
        found.append("send_back")
    if standing.waits:
        found += ["release_now", "reschedule", "take_back"]
    if standing.ever_published and not standing.withdrawn:
        found.append("withdraw")
    return tuple(found)


_WHY_NOT: dict[Step, str] = {
    "submit": "Only a draft or a withdrawn record can be submitted.",
    "approve": "Only a record in review that nobody has approved yet can be approved.",
    "review_again": "Only an approved record can be reviewed again.",
    "send_back": "Only a record in review can be sent back.",
    "publish": "Only a record that a second person has approved can be published.",
    "release_now": "Only what waits for the end of its embargo can be released now.",
    "reschedule": "Only what waits for the end of its embargo can be given another time.",
    "take_back": "Only what no reader has seen can be taken back.",
    "withdraw": "Only a published record can be withdrawn.",
}


def require(step: Step, standing: RecordStanding) -> None:
    """Raises Refused when ``step`` is not open from ``standing``."""
    if step not in steps(standing):
        raise Refused(f"{_WHY_NOT[step]} This one is {standing.status.replace('_', ' ')}.")
