"""Entering who was at a meeting, from a pasted list of delegations."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.models import Source, User
from meetings.actions.attendance import EnteredAttendance, enter_attendance
from meetings.models import Attendance, Capacity, Meeting
from tests.factories.meetings import make_meeting, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five")]


@pytest.fixture
def lima() -> Meeting:
    return make_meeting()


def enter(lima: Meeting, pasted: str, **given: Any) -> EnteredAttendance:
    words = {"capacity": Capacity.PARTICIPANT, "source": None, "by": None, "reason": "List", **given}
    return enter_attendance(meeting=lima, pasted=pasted, **words)


def test_a_delegation_list_is_entered_once_and_completed_later(lima: Meeting) -> None:
    first = enter(lima, "Chile\nMexico – Amb. A\nNarnia")
    assert (first.added, first.already, first.unknown) == (2, 0, ("Narnia",))
    second = enter(lima, "Chile – Ms B\nMexico – Somebody else")
    assert (second.added, second.already) == (0, 2)
    heads = dict(lima.attendance.values_list("country__iso3", "head_of_delegation"))
    assert heads == {"CHL": "Ms B", "MEX": "Amb. A"}


def test_each_row_names_the_list_who_entered_it_and_why(lima: Meeting) -> None:
    ana, source = User.objects.create(username="ana"), make_source("list-2007")
    enter(lima, "Chile", source=source, by=ana, reason="List of the host")
    row = Attendance.objects.get()
    version = row.history.get()
    assert row.source == source
    assert (version.history_user, version.history_change_reason) == (ana, "List of the host")


def test_completing_a_row_leaves_both_versions_and_does_not_change_its_source(lima: Meeting) -> None:
    first, second = make_source("list-1"), make_source("list-2")
    enter(lima, "Chile", source=first, reason="First list")
    enter(lima, "Chile – Ms B", source=second, reason="Second list")
    row = Attendance.objects.get()
    assert row.source == first
    assert [one.history_change_reason for one in row.history.order_by("history_id")] == [
        "First list",
        "Second list",
    ]
    enter(lima, "Chile – Ms C", reason="Third list")
    assert row.history.count() == 2, "what is there already is no new version"


def test_the_same_state_in_another_capacity_is_another_row(lima: Meeting) -> None:
    enter(lima, "Chile")
    assert enter(lima, "Chile", capacity=Capacity.HOST).added == 1
    assert sorted(lima.attendance.values_list("capacity", flat=True)) == ["host", "participant"]


def test_a_head_of_delegation_is_kept_as_far_as_there_is_room(lima: Meeting) -> None:
    enter(lima, "Chile – " + "x" * 300)
    assert Attendance.objects.get().head_of_delegation == "x" * 160
    assert Source.objects.count() == 0
