"""A deadline for clearance as a source prints it, beside those on record: Article 4(1), and 4(5) for extensions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from editorial.rules.calendar import spoken
from editorial.rules.partial_date import PartialDate


@dataclass(frozen=True)
class PrintedBeside:
    """What the record says to a printed date. ``agrees`` is None where it has nothing to compare it with."""

    agrees: bool | None
    words: str


@dataclass(frozen=True)
class DatesOnRecord:
    """Of one state: what the convention gives, what meetings granted, what the state asked for."""

    original: date | None = None
    granted: Sequence[date | PartialDate] = ()
    asked: Sequence[date | PartialDate] = ()


def printed_beside(printed: PartialDate | None, on_record: DatesOnRecord) -> PrintedBeside:
    """Which date on record a printed one is, or that it is none of them, with those that are.

    A month or a year agrees with any day in it.
    """
    if printed is None:
        return PrintedBeside(None, "The source gives no date.")
    known: list[tuple[date | PartialDate, str]] = []
    if on_record.original is not None:
        known.append((on_record.original, "ten years after entry into force, as the convention gives it"))
    known += [(day, "as granted, by the record here") for day in on_record.granted]
    known += [(day, "as the state asked for, by the record here") for day in on_record.asked]
    if not known:
        return PrintedBeside(None, "No deadline is on record here to compare it with.")
    for day, words in reversed(known):
        if _may_be(printed, day):
            return PrintedBeside(True, f"{words[0].upper()}{words[1:]}.")
    dates = "; ".join(f"{_said(day)}, {words}" for day, words in known)
    return PrintedBeside(False, f"Differs from the record here: {dates}.")


def _may_be(printed: PartialDate, day: date | PartialDate) -> bool:
    first, last = (day, day) if isinstance(day, date) else (day.earliest, day.latest)
    return printed.earliest <= last and first <= printed.latest


def _said(day: date | PartialDate) -> str:
    return spoken(day) if isinstance(day, date) else str(day)
