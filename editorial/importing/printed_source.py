"""One source as a note prints it: its facts, and the dates in which notes are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editorial.rules.citation_line import SourceFacts, citation_line
from editorial.rules.partial_date import MONTHS, BadDate, PartialDate

MONTH = "|".join(MONTHS)
DASH = r"\s?[–—-]\s?"
DATE = re.compile(
    rf"(?P<days>\d{{1,2}}(?:{DASH}\d{{1,2}})? )?(?P<month>{MONTH}) (?P<year>\d{{4}})"
    rf"|(?P<from>\d{{1,2}} (?:{MONTH})){DASH}\d{{1,2}} (?:{MONTH}) (?P<until>\d{{4}})"
    rf"|(?P<first>{MONTH})(?:{DASH}|/)(?:{MONTH}) (?P<of>\d{{4}})",
    re.ASCII,
)
# Documents whose printed words say whose they are only together with the report they stand in.
LOCAL_KINDS = frozenset(("transparency_report", "interview"))


@dataclass(frozen=True)
class PrintedSource:
    """The facts of a source as far as one printed citation gives them. Names as in the source library."""

    kind: str = "other"
    authors: tuple[str, ...] = ()
    title: str = ""
    english_title: str = ""
    publisher: str = ""
    un_symbol: str = ""
    meeting_session: str = ""
    place: str = ""
    document_date: str = ""  # ISO, at the precision printed
    event_date: str = ""  # as printed: 23–25 May 2007
    url: str = ""
    as_printed: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day, month or year by which it is known, as ISO; of several days the first."""
        first = first_day(self.event_date)
        return self.document_date or (first.iso if first else "")

    @property
    def line(self) -> str:
        """What readers see of it until somebody has checked its facts: the printed words, without a full stop."""
        return citation_line(SourceFacts(kind=self.kind, as_printed=self.as_printed))


def first_day(printed: str) -> PartialDate | None:
    """The first day of a printed date or span, at its precision; None where there is no such day."""
    m = DATE.fullmatch(printed)
    if not m:
        return None
    if m["month"]:
        day = re.match(r"\d*", m["days"] or "")
        words = f"{day[0] if day else ''} {m['month']} {m['year']}"
    else:
        words = f"{m['from']} {m['until']}" if m["from"] else f"{m['first']} {m['of']}"
    try:
        return PartialDate.parse(words)
    except BadDate:
        return None
