"""Who was at a meeting: once in each capacity, as a source names it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import recording
from meetings.models import Attendance
from tests.factories.meetings import make_country, make_meeting, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


def test_in_words() -> None:
    row = Attendance(meeting=make_meeting(short_name="Lima"), country=make_country(), capacity="first-time")
    assert str(row) == "Peru at Lima (first-time participant)"


def test_a_source_that_says_no_more_makes_a_participant() -> None:
    assert Attendance().capacity == "participant"


def test_a_state_attends_once_in_each_capacity() -> None:
    peru, lima = make_country(), make_meeting()
    for capacity in ("host", "participant"):
        Attendance.objects.create(meeting=lima, country=peru, capacity=capacity)
    with pytest.raises(ValidationError, match="already entered in this capacity"):
        Attendance(meeting=lima, country=peru, capacity="host").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(meeting=lima, country=peru, capacity="host")


def test_it_goes_with_its_meeting_and_the_state_stays() -> None:
    row = Attendance.objects.create(meeting=make_meeting(), country=make_country(), source=make_source())
    with pytest.raises(IntegrityError), transaction.atomic():
        row.country.delete()
    row.meeting.delete()
    assert not Attendance.objects.exists()
    assert Attendance.history.latest().history_type == "-"
