"""Entering who was at a meeting, from a pasted list of delegations."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from editorial.models import Source, User, recording
from meetings.models import Attendance, Capacity, Meeting
from meetings.queries.names import names_in_lists
from meetings.rules.delegation_list import read_delegations


@dataclass(frozen=True)
class EnteredAttendance:
    """What a pasted list came to."""

    added: int
    already: int
    unknown: tuple[str, ...]


@transaction.atomic
def enter_attendance(
    *, meeting: Meeting, pasted: str, capacity: Capacity, source: Source | None, by: User | None, reason: str
) -> EnteredAttendance:
    """Add every state of the list in one capacity, with the head of its delegation where the list gives one.

    A row that is there already keeps its words; a missing head of delegation is filled in.
    """
    delegations = read_delegations(pasted, names_in_lists())
    there = {row.country_id: row for row in meeting.attendance.filter(capacity=capacity)}
    added = already = 0
    with recording(by=by, reason=reason):
        for country, head in delegations.found:
            row = there.get(country.pk)
            if row is None:
                Attendance.objects.create(
                    meeting=meeting,
                    country=country,
                    capacity=capacity,
                    head_of_delegation=head[:160],
                    source=source,
                )
                added += 1
                continue
            already += 1
            if head and not row.head_of_delegation:
                row.head_of_delegation = head[:160]
                row.save()
    return EnteredAttendance(added, already, delegations.unknown)
