"""Attendance in a draft: named as present, said to be absent, and of how many meetings nothing is known."""

from __future__ import annotations

import pytest

from ccm_site.drafts.meetings import attendance
from ccm_site.drafts.parts import Subject
from ccm_site.pages.parts import this_moment
from countries.models import Country
from editorial.models import recording
from meetings.models import Absence, Attendance
from tests.ccm_site.drafts.subjects import as_text, written
from tests.factories.meetings import make_meeting, make_source

pytestmark = pytest.mark.django_db
KIND = "oslo-process-conference"


def test_where_it_was_and_was_not_and_what_is_not_known(peru: Country) -> None:
    lima = make_meeting("lima-2007", "2007-05-23", "2007-05-25", kind=KIND)
    vienna = make_meeting("vienna-2007", "2007-12-05", kind=KIND)
    make_meeting("dublin-2008", "2008-05-19", kind=KIND)
    make_meeting("never-2099", "2099-05-19", kind=KIND)
    with recording(by=None, reason="Made for a test"):
        for capacity in ("participant", "host"):
            Attendance.objects.create(
                meeting=lima, country=peru, capacity=capacity, source=make_source("a-1"), source_locator="p. 5"
            )
        Absence.objects.create(meeting=vienna, country=peru, source=make_source("b-1"))
    about = Subject(peru, this_moment())
    found = list(attendance(about))
    assert written(found) == [
        "Sources name Peru as present at Lima 2007 (23–25 May 2007, participant and host).",
        "Sources say that it was not at Vienna 2007 (5 December 2007).",
        "Of one further conference or meeting nothing is recorded here.",
    ], "what lies ahead is missed by nobody"
    text = as_text(found, about)
    assert "[^part-1]: Lima 2007: [@a-1, p. 5].\n[^part-2]: Vienna 2007: [@b-1].\n" in text


def test_of_one_who_is_named_nowhere_nothing_is_recorded(peru: Country) -> None:
    make_meeting("lima-2007", kind=KIND)
    assert written(attendance(Subject(peru, this_moment()))) == ["No attendance at a meeting is recorded here."]
