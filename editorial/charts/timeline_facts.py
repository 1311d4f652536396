"""What a timeline is made of: moments, and stages of work with their delays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext

from editorial.charts.calendar import day_words

MomentKind = Literal["event", "deadline", "met", "missed", "moved", "unknown"]
KIND_WORDS = {
    "deadline": lambda: gettext("deadline"),
    "met": lambda: gettext("deadline met"),
    "missed": lambda: gettext("deadline missed"),
    "unknown": lambda: gettext("deadline, outcome not on record here"),
    "moved": lambda: gettext("deadline, later extended"),
}
Stretch = tuple[date, date | None]


@dataclass(frozen=True)
class Moment:
    """Something on one day: an event or a deadline. `when` says a date of lesser precision ("March 2013")."""

    on: date
    label: str
    kind: MomentKind = "event"
    when: str = ""
    url: str = ""

    @property
    def day(self) -> str:
        return self.when or day_words(self.on)

    @property
    def kind_words(self) -> str:
        return KIND_WORDS[self.kind]() if self.kind in KIND_WORDS else gettext("event")

    @property
    def below(self) -> str:
        """The date below a label; of a deadline also what became of it, since colour alone does not say it."""
        return self.day if self.kind == "event" else f"{self.day} · {self.kind_words}"


@dataclass(frozen=True)
class Delay:
    """Time lost within a stage, and to what. `until` is None while it lasts."""

    since: date
    until: date | None
    cause: str


@dataclass(frozen=True)
class Stage:
    """A stretch of work, planned, carried out or both. An end of None is still open; no dates are unknown.

    `over` is for a stage of which only the end is known.
    """

    label: str
    planned: tuple[date, date] | None = None
    actual: Stretch | None = None
    delays: tuple[Delay, ...] = ()
    over: date | None = None

    @property
    def is_dated(self) -> bool:
        """Whether a beginning is known, so that it can be drawn as a stretch."""
        return bool(self.planned or self.actual)


def stretch_words(stretch: Stretch) -> str:
    """A stretch of time, such as "1 May 2016 – 3 June 2017" or "since 1 May 2016"."""
    since, until = stretch
    if until is None:
        return gettext("since %(day)s") % {"day": day_words(since)}
    return f"{day_words(since)} – {day_words(until)}"


def over_words(day: date) -> str:
    """A stage of which only the end is known."""
    return gettext("until %(day)s, beginning unknown") % {"day": day_words(day)}


def delay_words(delay: Delay) -> str:
    """A delay in words, with its cause."""
    return gettext("delay %(when)s (%(cause)s)") % {
        "when": stretch_words((delay.since, delay.until)),
        "cause": delay.cause,
    }


def stage_words(stage: Stage) -> str:
    """All that is known of a stage's dates."""
    words = []
    if stage.planned:
        words.append(gettext("planned %(when)s") % {"when": stretch_words(stage.planned)})
    if stage.actual:
        words.append(gettext("carried out %(when)s") % {"when": stretch_words(stage.actual)})
    if not stage.is_dated and stage.over:
        words.append(over_words(stage.over))
    words += [delay_words(delay) for delay in stage.delays]
    return f"{stage.label}: {', '.join(words) or gettext('dates unknown')}"
