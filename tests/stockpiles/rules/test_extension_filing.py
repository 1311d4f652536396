"""Nine months before the meeting: the latest day to file."""

from datetime import date, timedelta

from editorial.rules.partial_date import PartialDate
from stockpiles.rules.dated import bounds, on
from stockpiles.rules.extension_filing import (
    MeetingDay,
    filed_in_time,
    last_meeting_in_time,
    latest_day_to_file,
    next_filing_day,
)

NINTH = MeetingDay("Ninth Meeting of States Parties", date(2019, 9, 2))
SECOND_REVIEW = MeetingDay("Second Review Conference", date(2020, 11, 25))
TENTH = MeetingDay("Tenth Meeting of States Parties", date(2022, 8, 30))
MEETINGS = [TENTH, NINTH, SECOND_REVIEW]


def test_peru_would_have_had_to_file_by_25_february_2020():
    last = latest_day_to_file(SECOND_REVIEW, article=3)
    assert last.value == date(2020, 2, 25)
    assert last.article == "CCM, Article 3(5)"


def test_the_meeting_that_counts_is_the_last_before_the_deadline():
    assert last_meeting_in_time(date(2021, 3, 1), MEETINGS) is SECOND_REVIEW
    assert last_meeting_in_time(date(2019, 9, 2), MEETINGS) is None


def test_once_the_day_has_passed_there_is_none():
    assert next_filing_day(date(2021, 3, 1), MEETINGS, article=3, as_of=date(2020, 2, 25)).value == date(
        2020, 2, 25
    )
    late = next_filing_day(date(2021, 3, 1), MEETINGS, article=3, as_of=date(2020, 2, 26))
    assert late.value is None
    assert late.arithmetic.endswith("That day has passed.")
    assert next_filing_day(date(2015, 1, 1), MEETINGS, article=4, as_of=date(2014, 1, 1)).value is None


def test_germany_filed_its_clearance_request_44_days_late():
    answer = filed_in_time(on(date(2019, 1, 15)), NINTH, article=4)
    assert answer.value.exact == -44
    assert answer.arithmetic == (
        "9 months before Ninth Meeting of States Parties opens on 2 September 2019 is 2 December 2018. "
        "Filed 15 January 2019, 44 days late."
    )


def test_on_the_last_day_is_in_time_and_a_day_later_is_not():
    last = date(2018, 12, 2)
    answers = [filed_in_time(on(last + timedelta(days=n)), NINTH, article=3) for n in (-1, 0, 1)]
    assert [one.value.is_early for one in answers] == [True, True, False]
    assert [one.arithmetic.rpartition(", ")[2] for one in answers] == [
        "1 day early.",
        "on the day itself.",
        "1 day late.",
    ]


def test_bulgaria_filed_in_april_2019_which_is_late_whatever_the_day():
    answer = filed_in_time(bounds(PartialDate(2019, 4)), NINTH, article=3)
    assert answer.value.is_late
    assert answer.arithmetic.endswith("Filed April 2019, 120 to 149 days late.")


def test_of_the_month_in_which_the_last_day_lies_nobody_can_say():
    answer = filed_in_time(bounds(PartialDate(2018, 12)), NINTH, article=3)
    assert (answer.value.is_early, answer.value.is_late) == (False, False)
    assert answer.arithmetic.endswith("early or late: the date is not exact enough to tell.")


THIRTEENTH = MeetingDay("13MSP", date(2025, 9, 16))


def test_where_the_record_of_meetings_ends_long_before_the_deadline_no_day_is_given():
    silent = next_filing_day(date(2030, 8, 1), [*MEETINGS, THIRTEENTH], article=4, as_of=date(2026, 2, 3))
    assert silent.value is None
    assert "Meetings after 13MSP (16 September 2025) are not on record here" in silent.arithmetic
    assert "passed" not in silent.arithmetic


def test_within_a_year_after_the_last_meeting_on_record_the_day_is_given():
    last = next_filing_day(date(2026, 9, 16), [THIRTEENTH], article=4, as_of=date(2024, 1, 1))
    assert last.value == date(2024, 12, 16)
    assert next_filing_day(date(2026, 9, 17), [THIRTEENTH], article=4, as_of=date(2024, 1, 1)).value is None


def test_a_gap_between_two_meetings_on_record_silences_nothing():
    found = next_filing_day(date(2022, 8, 1), MEETINGS, article=3, as_of=date(2020, 1, 1))
    assert found.value == date(2020, 2, 25)
