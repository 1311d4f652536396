"""At which meetings a state was: present, not there, or nothing recorded; three different things."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.models import Absence, Attendance
from meetings.queries.took_part import took_part
from tests.factories.meetings import make_country, make_meeting, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def meetings():
    return [
        make_meeting("1msp", "2010-11-09", kind="meeting-of-states-parties"),
        make_meeting("2msp", "2011-09-12", kind="meeting-of-states-parties"),
        make_meeting("3msp", "2012-09-11", kind="meeting-of-states-parties"),
        make_meeting("a-workshop", "2012-01-11", kind="regional-meeting"),
    ]


def enter(model, meeting, country, source, **more):
    with recording(by=None, reason="Entered"):
        model.objects.create(meeting=meeting, country=country, source=source, **more)


def words(country):
    return [(one.meeting.slug, one.words) for one in took_part(country)]


def test_of_a_state_of_which_nothing_is_recorded_nothing_is_said(meetings) -> None:
    assert took_part(make_country()) == []


def test_present_not_there_and_nothing_recorded_are_told_apart(meetings, django_assert_num_queries) -> None:
    china, source = make_country("CHN", "China"), make_source()
    enter(Attendance, meetings[0], china, source, capacity="observer")
    enter(Absence, meetings[1], china, source)
    enter(Attendance, meetings[3], china, source)
    with django_assert_num_queries(3):
        assert words(china) == [("1msp", "Observer"), ("2msp", "Not there"), ("3msp", "Nothing recorded")]


def test_two_sources_may_say_the_same_or_otherwise(meetings) -> None:
    china, source, other = make_country("CHN", "China"), make_source(), make_source("another")
    for one in (source, other):
        enter(Attendance, meetings[0], china, one, capacity="observer")
    enter(Absence, meetings[0], china, other)
    assert words(china)[0] == ("1msp", "Observer; not there, by another source")
