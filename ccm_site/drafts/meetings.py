"""At which conferences and meetings the state was, and at which sources say that it was not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import prefetch_related_objects

from countries.models import FactKind
from editorial.models import Cited
from editorial.rules.calendar import in_words
from meetings.models import Absence, Attendance
from meetings.queries.meetings import capacities_in_words
from meetings.queries.took_part import TookPart, took_part

from .parts import NotePart, Sentence, Subject
from .words import listed


def attendance(about: Subject) -> Iterable[Sentence]:
    """One sentence for those at which it was, one for those at which it was not, and of how many nothing is known."""
    found = [one for one in took_part(about.country) if one.span.start.latest <= about.day]
    prefetch_related_objects([row for one in found for row in (*one.present, *one.absent)], "source")
    there = [one for one in found if one.present]
    not_there = [one for one in found if one.absent]
    if there:
        names = [f"{one.meeting.short_name} ({_as_what(one)})" for one in there]
        yield Sentence(f"Sources name {about.name} as present at {listed(names)}.", _notes(there, "present"))
    if not_there:
        names = [f"{one.meeting.short_name} ({one.span})" for one in not_there]
        yield Sentence(f"Sources say that it was not at {listed(names)}.", _notes(not_there, "absent"))
    unknown = sum(1 for one in found if not one.present and not one.absent)
    if unknown:
        meetings = "further conference or meeting" if unknown == 1 else "further conferences and meetings"
        yield about.nothing(f"Of {in_words(unknown)} {meetings} nothing", FactKind.ATTENDANCE)
    elif not found:
        yield about.nothing("No attendance at a meeting", FactKind.ATTENDANCE)


def _as_what(one: TookPart) -> str:
    what = capacities_in_words(one.present)
    return f"{one.span}, {what if what.startswith('State Party') else what[0].lower() + what[1:]}"


def _notes(rows: Sequence[TookPart], which: str) -> tuple[NotePart, ...]:
    """For each meeting the sources that name it so; meetings that rest on the same stand together."""
    of_each: dict[tuple[Cited, ...], list[str]] = {}
    for one in rows:
        said: Sequence[Attendance | Absence] = one.present if which == "present" else one.absent
        cited = tuple(dict.fromkeys(Cited(row.source, row.source_locator) for row in said if row.source))
        of_each.setdefault(cited, []).append(one.meeting.short_name)
    return tuple(
        NotePart(cited, "" if cited else "no source recorded.", ", ".join(names))
        for cited, names in of_each.items()
    )
