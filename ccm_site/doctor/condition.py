"""What an examination finds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class Level(StrEnum):
    """How it stands. Only BAD makes the command fail."""

    GOOD = "good"
    WARN = "warn"  # it works, and somebody should look
    BAD = "bad"  # readers or the record are in danger, or something does not work


@dataclass(frozen=True)
class Condition:
    """One thing: how it stands, in words, and how to mend it where it is not good."""

    level: Level
    about: str
    says: str
    mend: str = ""

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def judged(level: Level, about: str, says: str, mend: str) -> Condition:
    """With the way to mend it where it is not good."""
    return Condition(level, about, says, "" if level is Level.GOOD else mend)


def good(about: str, says: str) -> Condition:
    return Condition(Level.GOOD, about, says)


def warn(about: str, says: str, mend: str) -> Condition:
    return Condition(Level.WARN, about, says, mend)


def bad(about: str, says: str, mend: str) -> Condition:
    return Condition(Level.BAD, about, says, mend)
