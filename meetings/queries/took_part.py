"""At which meetings a state was, at which it was not, and of which nothing is recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from countries.models import Country
from meetings.models import Absence, Attendance, Meeting, MeetingKind, MeetingSpan

from .meetings import capacities_in_words

SHOWN = (
    MeetingKind.OSLO_PROCESS_CONFERENCE,
    MeetingKind.DIPLOMATIC_CONFERENCE,
    MeetingKind.MEETING_OF_STATES_PARTIES,
    MeetingKind.REVIEW_CONFERENCE,
)
"""Kinds of meetings that every state could come to; of a review conference held in parts, each part."""


@dataclass(frozen=True)
class TookPart:
    """One meeting, with what sources say of the state. Without any row nothing is recorded."""

    meeting: Meeting
    span: MeetingSpan
    present: Sequence[Attendance] = ()
    absent: Sequence[Absence] = ()

    @property
    def words(self) -> str:
        """ "Observer", "Not there", "Participant; not there by another source"; "Nothing recorded"."""
        if self.present:
            there = capacities_in_words(self.present)
            return f"{there}; not there, by another source" if self.absent else there
        if self.absent:
            return "Not there"
        return "Planned; nothing recorded" if self.span.is_planned else "Nothing recorded"


def took_part(country: Country) -> list[TookPart]:
    """The conferences and meetings at which it could be, in the order of their days. Three queries.

    Empty where nothing is recorded of any of them.
    """
    present: dict[int, list[Attendance]] = defaultdict(list)
    for row in Attendance.objects.filter(country=country).order_by("pk"):
        present[row.meeting_id].append(row)
    absent: dict[int, list[Absence]] = defaultdict(list)
    for one in Absence.objects.filter(country=country).order_by("pk"):
        absent[one.meeting_id].append(one)
    if not present and not absent:
        return []
    spans = MeetingSpan.objects.filter(meeting__kind__in=SHOWN).select_related("meeting").order_by("start", "pk")
    first: dict[int, MeetingSpan] = {}
    for span in spans:
        first.setdefault(span.meeting_id, span)
    return [TookPart(span.meeting, span, present[pk], absent[pk]) for pk, span in first.items()]
