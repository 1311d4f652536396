"""What the matrix says of a state in a word, and what stands below it."""

import pytest

from ccm_site.pages import matrix_marks
from ccm_site.pages.parts import this_moment
from countries.models import Country
from editorial.models import recording
from meetings.models import Absence, Meeting, MeetingSpan
from stockpiles.models import Activity
from tests.factories.meetings import make_source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def mark(make, iso3):
    at = this_moment()
    country = Country.objects.get(iso3=iso3)
    return make([country], at)[country.pk]


def test_what_is_said_of_use_has_who_says_it(reference):
    syria = mark(matrix_marks.activity_marks(Activity.USE), "SYR")
    assert syria.key in ("now", "once")
    assert syria.basis
    assert syria.url == "/stockpiles/syrian-arab-republic/#activities"


def test_of_a_state_without_claims_nothing_is_recorded(reference):
    with recording(by=None, reason="Made for a test"):
        nowhere = Country.objects.create(slug="nowhere", name="Nowhere", iso3="NOW")
    at = this_moment()
    assert matrix_marks.activity_marks(Activity.USE)([nowhere], at)[nowhere.pk].word == "Nothing recorded here"
    assert matrix_marks.report_marks([nowhere], at)[nowhere.pk].key == "not-recorded"


def test_the_newest_report_by_the_year_of_its_submission(reference):
    peru = mark(matrix_marks.report_marks, "PER")
    assert (peru.key, peru.filter_word) == (str(int(-peru.rank)), f"In {peru.key}")
    assert int(peru.key) >= 2023


def test_the_clock_of_article_4(reference):
    chad = mark(matrix_marks.clearance_marks, "TCD")
    assert (chad.key, chad.url) != ("not-recorded", "")
    assert "1 October 2026" in chad.basis
    assert mark(matrix_marks.clearance_marks, "BIH").word == "Declared complete"


def test_not_there_and_nothing_recorded_are_two_answers(reference):
    assert mark(matrix_marks.meeting_marks, "PRK").key == "not-recorded"
    with recording(by=None, reason="Made for a test"):
        Absence.objects.create(
            meeting=Meeting.objects.get(slug="13msp"),
            country=Country.objects.get(iso3="PRK"),
            source=make_source("list-13msp"),
        )
    assert mark(matrix_marks.meeting_marks, "PRK").word == "Not there, a source says"


def test_a_meeting_that_was_only_planned_is_none_of_the_last_two(reference, time_machine):
    time_machine.move_to("2026-11-30")
    assert MeetingSpan.objects.get(meeting__slug="3rc").is_planned
    assert [one.short_name for one in matrix_marks.last_meetings(this_moment())] == ["13MSP", "12MSP"]
