"""The tree of meetings, and what readers see of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import Count, Q

from countries.models import Country
from editorial.models import Rank
from editorial.rules.partial_date import PartialDate
from meetings.models import (
    Absence,
    Attendance,
    Capacity,
    CountKind,
    ListedStatement,
    Meeting,
    MeetingCount,
    MeetingKind,
    MeetingSpan,
)


@dataclass(frozen=True)
class Branch:
    """A meeting in the tree, with its own parts below it and the numbers a list shows.

    attending  how many states sources counted as attending, the preferred count first
    """

    meeting: Meeting
    level: int
    statements: int
    parts: list[Branch] = field(default_factory=list)
    spans: Sequence[MeetingSpan] = ()
    attending: Sequence[MeetingCount] = ()

    @cached_property
    def first_day(self) -> str:
        """For sorting: the stored form of its first date, its first part's where it has none of its own."""
        days = [str(span.start.stored) for span in self.spans] or [part.first_day for part in self.parts]
        return min(days, default="")

    @cached_property
    def year(self) -> int | None:
        return PartialDate.parse(self.first_day).year if self.first_day else None

    def walk(self) -> Iterable[Branch]:
        """This meeting and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def meeting_tree(at: datetime) -> list[Branch]:
    """Every meeting in its place: processes first, then what belongs to none; parts by their dates.

    Four queries, whatever the number of meetings.
    """
    roots = _branches(at, Q(), Q(), level=0)
    return sorted(roots, key=lambda branch: (branch.meeting.kind != MeetingKind.PROCESS, *_by_date(branch)))


def branch_of(meeting: Meeting, pks: Collection[int], at: datetime) -> Branch:
    """One meeting with all below it, whose keys with_parts() found. Four queries, which read nothing of other meetings.

    The meetings above it have been read.
    """
    (branch,) = _branches(at, Q(pk__in=pks), Q(meeting__in=pks), level=len(above(meeting)))
    return branch


def _branches(at: datetime, which: Q, of_which: Q, *, level: int) -> list[Branch]:
    """The meetings at the top of those chosen, and all below them. ``of_which`` chooses the rows that name a meeting."""
    meetings = list(Meeting.objects.filter(which).select_related("country", "host", "parent"))
    spans: dict[int, list[MeetingSpan]] = defaultdict(list)
    for span in MeetingSpan.objects.filter(of_which).order_by("start"):
        spans[span.meeting_id].append(span)
    attending: dict[int, list[MeetingCount]] = defaultdict(list)
    for count in MeetingCount.objects.filter(of_which).exclude(rank=Rank.SUPERSEDED).order_by("rank", "number"):
        if count.counted == CountKind.ATTENDING:
            attending[count.meeting_id].append(count)
    counted = dict(
        ListedStatement.objects.published(at)
        .filter(of_which, meeting__isnull=False)
        .values_list("meeting")
        .annotate(Count("pk"))
        .order_by()
    )
    below: dict[int | None, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        below[meeting.parent_id].append(meeting)

    def grow(meeting: Meeting, level: int) -> Branch:
        parts = sorted((grow(part, level + 1) for part in below[meeting.pk]), key=_by_date)
        own = counted.get(meeting.pk, 0)
        return Branch(
            meeting,
            level,
            own + sum(part.statements for part in parts),
            parts,
            spans[meeting.pk],
            attending[meeting.pk],
        )

    chosen = {meeting.pk for meeting in meetings}
    return [grow(meeting, level) for meeting in meetings if meeting.parent_id not in chosen]


def _by_date(branch: Branch) -> tuple[str, str]:
    return (branch.first_day or "9999", branch.meeting.short_name)


def with_parts(meeting_id: int) -> list[int]:
    """Primary keys of a meeting and of everything below it: one query."""
    below: dict[int | None, list[int]] = defaultdict(list)
    for pk, parent in Meeting.objects.values_list("pk", "parent_id"):
        below[parent].append(pk)
    found, waiting = [], [meeting_id]
    while waiting:
        pk = waiting.pop()
        found.append(pk)
        waiting += below.pop(pk, [])
    return found


def above(meeting: Meeting) -> list[Meeting]:
    """The meetings it is part of, the process first."""
    chain: list[Meeting] = []
    step = meeting.parent
    while step is not None and step not in chain:
        chain.append(step)
        step = step.parent
    return chain[::-1]


@dataclass(frozen=True)
class AttendanceTable:
    """States named as present, by region, with the capacities of each; ``capacities`` counts every state once."""

    regions: list[tuple[str, list[tuple[Country, list[Attendance]]]]]
    states: int
    capacities: list[tuple[str, int]]


def attendance_of(meeting: Meeting) -> AttendanceTable:
    """Who was there, by region and name; each state counts once whatever its capacities."""
    rows = meeting.attendance.select_related("country", "source").order_by("country__region", "country__name")
    by_state: dict[Country, list[Attendance]] = {}
    for row in rows:
        by_state.setdefault(row.country, []).append(row)
    regions: dict[str, list[tuple[Country, list[Attendance]]]] = {}
    for country, found in by_state.items():
        regions.setdefault(country.region or "Elsewhere", []).append((country, found))
    for found in by_state.values():
        found.sort(key=lambda row: list(Capacity.values).index(row.capacity))
    counts = Counter(capacities_in_words(found) for found in by_state.values())
    return AttendanceTable(list(regions.items()), len(by_state), list(counts.items()))


@dataclass(frozen=True)
class StateNotThere:
    """A state that sources say was not there, with each that says so; ``is_disputed``: another names it as present."""

    country: Country
    said: list[Absence]
    is_disputed: bool


def absent_from(meeting: Meeting) -> list[StateNotThere]:
    """Who was not there, by name. Two queries."""
    by_state: dict[Country, list[Absence]] = {}
    for row in meeting.absences.select_related("country", "source").order_by("country__name", "pk"):
        by_state.setdefault(row.country, []).append(row)
    present = set(meeting.attendance.values_list("country", flat=True)) if by_state else set()
    return [StateNotThere(country, said, country.pk in present) for country, said in by_state.items()]


def capacities_in_words(rows: Iterable[Attendance]) -> str:
    """As what one state took part, in one line: "Participant and host"."""
    labels = list(dict.fromkeys(str(row.get_capacity_display()) for row in rows))  # two sources may say the same
    labels = [labels[0], *(label if label == "State Party" else label.lower() for label in labels[1:])]
    return " and ".join(filter(None, [", ".join(labels[:-1]), labels[-1]]))
