"""The forms in which notes print a document: what tells each of them, and how the rest of it is read.

They stand in editorial/reference/citation_forms.csv, one a line with an example; the first that fits holds. Its columns:

- title: whether the title stands in quotation marks (quoted) or not (plain);
- kind: of SourceKind;
- begins: how the first part begins, a name in BEGINS;
- has, lacks: marks of a Reading that it must have, and may not have;
- rest: what is left says what, a name in REST; authors and publisher of a quoted title are known by their place.

The words that forms look for (kinds of documents, meetings, towns) are in a file of their own, see citation_words.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from .citation_words import either
from .printed_source import DATE, PrintedSource

FORMS = Path(__file__).resolve().parents[1] / "reference" / "citation_forms.csv"

SPEECH = re.compile(
    rf"{either('speech')} (?:of|by|from|delivered by|made by) (?P<who>[A-Z].*?)(?= on behalf| to | at |,|$)"
)
ARTICLE_7 = re.compile(r"(?:[A-Z][\w ]+ )?Article 7 (?:[Tt]ransparency )?[Rr]eport\b")
LETTER = re.compile(rf"{either('letter')} (?:to|from|with)\b")

MEETING = re.compile(rf"\b{either('meeting')}\b")
LOCATOR = re.compile(
    r"(?:pp?|paras?|arts?|fn|n)\. ?[\dIVXivx]+(?:[–-][\dIVXivx]+)?"
    rf"|{either('place in a document')} [A-Z\d]{{1,4}}"
)
_PART_OF_TITLE = re.compile(rf"{either('part of a title')} ?\S{{0,6}}")
_EVENT = re.compile(rf": (?P<date>{DATE.pattern})", re.ASCII)


@dataclass
class FormReading:
    """What has been recognised among the parts of one citation."""

    url: str = ""
    symbol: str = ""
    place: str = ""
    dates: list[str] = field(default_factory=list)
    notes_by: str = ""
    rest: list[str] = field(default_factory=list)  # authors, title, meeting, publisher, in order
    doubts: list[str] = field(default_factory=list)

    @property
    def marks(self) -> frozenset[str]:
        """What it has, in the words of the forms."""
        has = {
            "notes": self.notes_by,
            "date": self.dates,
            "day": self.dates and re.match(r"\d{1,2} ", self.dates[0]),
            "symbol": self.symbol,
            "address": self.url,
            "any address": self.url or self.doubts,  # also one that cannot work
            "more": len(self.rest) > 1,
        }
        return frozenset(mark for mark, value in has.items() if value)


# ------------------------------------------------------------------------------------------------ what the rest says


def title_and_meeting(rest: Sequence[str]) -> PrintedSource:
    """The title runs to the first part that names a meeting."""
    first = next((i for i, part in enumerate(rest) if i and MEETING.search(part)), len(rest))
    return PrintedSource(title=", ".join(rest[:first]), meeting_session=", ".join(rest[first:]))


def title_meeting_and_day(rest: Sequence[str]) -> PrintedSource:
    """The same, where "Second Session: 20 May 2008" is a session and the day on which it was held."""
    facts = title_and_meeting(rest)
    meeting = facts.meeting_session
    if not (m := _EVENT.search(meeting)):
        return facts
    return replace(facts, meeting_session=meeting[: m.start()] + meeting[m.end() :], event_date=m["date"])


def meeting_noted(rest: Sequence[str]) -> PrintedSource:
    """The meeting alone, or what a state said there and the meeting."""
    if MEETING.search(rest[0]):
        return PrintedSource(meeting_session=", ".join(rest))
    return title_and_meeting(rest)


def title_and_publisher(rest: Sequence[str]) -> PrintedSource:
    """Parts such as "Addendum 1" belong to the title."""
    more = [part for part in rest[1:] if _PART_OF_TITLE.fullmatch(part)]
    publisher = [part for part in rest[1:] if part not in more]
    return PrintedSource(title=", ".join([rest[0], *more]), publisher=", ".join(publisher))


def report_and_publisher(rest: Sequence[str]) -> PrintedSource:
    """A place in the report ("Form A") belongs to neither."""
    publisher = [part for part in rest[1:] if not LOCATOR.fullmatch(part)]
    return PrintedSource(title=rest[0], publisher=", ".join(publisher))


def whole_title(rest: Sequence[str]) -> PrintedSource:
    """All of it is the title."""
    return PrintedSource(title=", ".join(rest))


BEGINS = {
    "speech": SPEECH,
    "article 7": ARTICLE_7,
    "letter": LETTER,
    "two words": re.compile(r"\S+\s+\S"),
    "": re.compile(""),
}
REST = {
    "title": whole_title,
    "title, meeting": title_and_meeting,
    "title, meeting: day": title_meeting_and_day,
    "(title,) meeting": meeting_noted,
    "title, publisher": title_and_publisher,
    "report, publisher": report_and_publisher,
    "": whole_title,
}


@dataclass(frozen=True)
class Form:
    """One line of the table."""

    kind: str
    begins: str
    has: frozenset[str]
    lacks: frozenset[str]
    rest: str
    example: str

    def fits(self, head: str, marks: frozenset[str]) -> bool:
        """Whether a citation is of this form. Notes from a room are taken for nothing else."""
        told = self.has <= marks and not self.lacks & marks and ("notes" in marks) == ("notes" in self.has)
        return told and BEGINS[self.begins].match(head) is not None

    def facts(self, rest: Sequence[str]) -> PrintedSource:
        """The facts that it reads from the rest of a citation."""
        return replace(REST[self.rest](rest), kind=self.kind)


def _marks(cell: str) -> frozenset[str]:
    return frozenset(cell.split("; ") if cell else ())


@cache
def forms_of(title: str) -> tuple[Form, ...]:
    """The forms of citations with a quoted, or with a plain title, in the order of the table."""
    with FORMS.open(encoding="utf-8", newline="") as handle:
        return tuple(
            Form(row["kind"], row["begins"], _marks(row["has"]), _marks(row["lacks"]), row["rest"], row["example"])
            for row in csv.DictReader(handle)
            if row["title"] == title
        )


def form_of(title: str, head: str, marks: frozenset[str]) -> Form | None:
    """The first form that fits, or None."""
    return next((form for form in forms_of(title) if form.fits(head, marks)), None)
