"""What a timeline is made of: moments, and stages of work with their delays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext

from editorial.rules.calendar import spoken

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
class ChartMoment:
    """Something on one day: an event or a deadline. `when` says a date of lesser precision ("March 2013")."""

    on: date
    label: str
    kind: MomentKind = "event"
    when: str = ""

    @property
    def day(self) -> str:
        return self.when or spoken(self.on)

    @property
    def kind_words(self) -> str:
        return KIND_WORDS[self.kind]() if self.kind in KIND_WORDS else gettext("event")

    @property
    def below(self) -> str:
        """The date below a label; of a deadline also what became of it, since colour alone does not say it."""
        return self.day if self.kind == "event" else f"{self.day} · {self.kind_words}"


@dataclass(frozen=True)
class Delay:
    """Time lost within a stage, and to what. `until` is None while it lasts.

    `when` says a time of lesser precision ("2017"): the days are then only where it is drawn.
    """

    since: date
    until: date | None
    cause: str
    when: str = ""

    @property
    def time(self) -> str:
        return self.when or stretch_words((self.since, self.until))


@dataclass(frozen=True)
class ChartStage:
    """A stretch of work, planned, carried out or both. An end of None is still open; no dates are unknown.

    `over` is for a stage of which only the end is known, `since` for one of which only the beginning is; the other end
    is drawn as unknown. `planned_when`, `actual_when` and `edge_when` say times of lesser precision ("March 2013").
    """

    label: str
    planned: tuple[date, date] | None = None
    actual: Stretch | None = None
    delays: tuple[Delay, ...] = ()
    over: date | None = None
    since: date | None = None
    planned_when: str = ""
    actual_when: str = ""
    edge_when: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether both ends are known or still open, so that it can be drawn as a stretch."""
        return bool(self.planned or self.actual)

    @property
    def edge(self) -> str:
        """What is known of a stage with one known end; "" for any other."""
        if self.is_dated:
            return ""
        if self.over:
            return gettext("until %(day)s, beginning unknown") % {"day": self.edge_when or spoken(self.over)}
        if self.since:
            return gettext("from %(day)s, end unknown") % {"day": self.edge_when or spoken(self.since)}
        return ""

    @property
    def planned_time(self) -> str:
        return self.planned_when or (stretch_words(self.planned) if self.planned else "")

    @property
    def actual_time(self) -> str:
        return self.actual_when or (stretch_words(self.actual) if self.actual else "")


def stretch_words(stretch: Stretch) -> str:
    """A stretch of time, such as "1 May 2016 – 3 June 2017" or "since 1 May 2016"."""
    since, until = stretch
    if until is None:
        return gettext("since %(day)s") % {"day": spoken(since)}
    return f"{spoken(since)} – {spoken(until)}"


def delay_words(delay: Delay) -> str:
    """A delay in words, with its cause."""
    return gettext("delay %(when)s (%(cause)s)") % {
        "when": delay.time,
        "cause": delay.cause,
    }


def stage_words(stage: ChartStage) -> str:
    """All that is known of a stage's dates."""
    words = []
    if stage.planned:
        words.append(gettext("planned %(when)s") % {"when": stage.planned_time})
    if stage.actual:
        words.append(gettext("carried out %(when)s") % {"when": stage.actual_time})
    if stage.edge:
        words.append(stage.edge)
    words += [delay_words(delay) for delay in stage.delays]
    return f"{stage.label}: {', '.join(words) or gettext('dates unknown')}"
