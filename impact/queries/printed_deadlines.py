"""Deadlines for clearance as sources print them, each beside the dates on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editorial.queries.shown import ShownRecord, who_says
from impact.models import PublishedDeadline
from impact.rules.printed_deadline import DatesOnRecord, PrintedBeside, printed_beside
from stockpiles.models import Article, ExtensionRequest
from stockpiles.queries.duty import Duty
from stockpiles.queries.records import under


@dataclass(frozen=True)
class PrintedDeadline:
    """One printed date with what the record says to it."""

    shown: ShownRecord[PublishedDeadline]
    beside: PrintedBeside

    @property
    def record(self) -> PublishedDeadline:
        return self.shown.record

    @property
    def who(self) -> str:
        return who_says(self.shown)


def printed_deadlines(
    rows: Iterable[ShownRecord[PublishedDeadline]], duties: Iterable[Duty], requests: Iterable[ExtensionRequest]
) -> tuple[PrintedDeadline, ...]:
    """Of one state, in the order of the dates."""
    on_record = dates_on_record(duties, requests)
    return tuple(PrintedDeadline(shown, printed_beside(shown.record.deadline, on_record)) for shown in rows)


def dates_on_record(duties: Iterable[Duty], requests: Iterable[ExtensionRequest]) -> DatesOnRecord:
    """What the convention gives a state, what meetings granted it, and what it asked for."""
    original = next((duty.original.value for duty in duties if duty.original is not None), None)
    asked = under(Article.CLEARANCE, requests)
    return DatesOnRecord(
        original=original,
        granted=tuple(one.granted_until for one in asked if one.granted_until is not None),
        asked=tuple(one.requested_until for one in asked if one.requested_until is not None),
    )
