"""What is wrong with an input: named so that a person finds the place and knows what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import Enum

SHOWN = 80  # characters of a value that a message repeats


class Severity(Enum):
    """How far a problem stands in the way."""

    CHECK = "check"  # can be written; somebody should look at it
    BLOCKS = "blocks"  # the input was read, but it is not written until this is mended or expressly allowed
    UNUSABLE = "unusable"  # the input is not what it claims to be; nothing can be done with it


@dataclass(frozen=True)
class Problem:
    """One thing wrong: where, what, and the remedy. ``code`` is stable, for tests and for filtering.

    ``field`` is what a person was asked for, in the words of the desk's forms; a command names its option instead.
    """

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.BLOCKS
    file: str = ""
    line: int | None = None
    field: str = ""
    value: str = ""

    @property
    def place(self) -> str:
        """Where it is: "peru.txt, line 12, edition"."""
        line = f"line {self.line}" if self.line is not None else ""
        return ", ".join(part for part in (self.file, line, self.field) if part)

    @property
    def blocks(self) -> bool:
        """Whether nothing may be written because of it."""
        return self.severity is not Severity.CHECK

    def __str__(self) -> str:
        value = f" Found: {excerpt(self.value)}." if self.value else ""
        return f"{self.place}: " * bool(self.place) + f"{self.message}{value} Remedy: {self.remedy}"

    def as_check(self) -> Problem:
        """The same problem, expressly allowed: still shown, no longer in the way."""
        return replace(self, severity=Severity.CHECK)


class _Refusal(Exception):
    """Carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class UnusableInput(_Refusal):
    """Raised where reading cannot go on."""


class NotWritten(_Refusal):
    """Raised where a prepared import may not be written. Nothing was written."""


def excerpt(text: str) -> str:
    """A value short enough for a message, in quotation marks, on one line, without control characters."""
    flat = "".join(c if c.isprintable() else " " for c in text[: SHOWN * 4])
    flat = " ".join(flat.split())
    shown = flat if len(flat) <= SHOWN and len(text) <= SHOWN * 4 else flat[: SHOWN - 1] + "…"
    return f"“{shown}”"


def blocking(problems: Iterable[Problem]) -> list[Problem]:
    """Those because of which nothing may be written."""
    return [problem for problem in problems if problem.blocks]


def by_severity(problems: Iterable[Problem]) -> list[Problem]:
    """The worst first; among equals, the order in which they were found."""
    order = list(reversed(Severity))
    return sorted(problems, key=lambda problem: order.index(problem.severity))


def unknown(what: str, value: str, remedy: str, *, hint: str = "", field: str = "") -> Problem:
    """A name or code that a person gave and that stands for nothing here."""
    message = f"There is no {what} {excerpt(value)}. {hint}".strip()
    return Problem(f"unknown-{what}", message, remedy, Severity.UNUSABLE, field=field or what)


def did_you_mean(value: str, known: Iterable[str] | Mapping[str, str]) -> str:
    """ "Did you mean PER (Peru), PRY (Paraguay)?": the nearest three that are known, with what they mean; or ""."""
    words = known if isinstance(known, Mapping) else {}
    near = get_close_matches(value, list(known), 3, 0.6)
    named = [f"{each} ({words[each]})" if each in words else each for each in near]
    return f"Did you mean {', '.join(named)}?" if near else ""


def exit_code(problems: Iterable[Problem]) -> int:
    """What an import command ends with: 0 clean, 1 with problems, 2 unusable input."""
    severities = {problem.severity for problem in problems}
    return 2 if Severity.UNUSABLE in severities else 1 if severities else 0
