"""How a state stands towards a deadline, and that the record never says more than it knows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.explained import Explained
from editorial.rules.partial_date import PartialDate
from stockpiles.rules.dated import bounds, on
from stockpiles.rules.deadline import NOT_KNOWN, DutyStanding, outlook

DUE = Explained(date(2018, 8, 1), "CCM, Article 3(2)", (), "")
CONGO = Explained(date(2015, 8, 28), "CCM, Article 7(1)", (), "")
AUGUST_2022 = bounds(PartialDate.parse("2022-08"))
DAYS = st.dates(date(2000, 1, 1), date(2050, 1, 1))


def test_silence_says_nothing_where_the_record_is_in_part():
    silent = outlook(DUE, as_of=date(2018, 8, 2))
    assert silent.value.standing is DutyStanding.NOT_ON_RECORD
    assert (silent.value.days, silent.value.words) == (None, "")
    assert "nothing on record here says" in silent.arithmetic


def test_a_whole_record_makes_a_state_overdue_from_the_day_after_the_deadline_to_its_own_last_day():
    whole = date(2026, 2, 3)
    assert outlook(DUE, as_of=date(2018, 8, 1), whole_until=whole).value.standing is DutyStanding.DUE
    first = outlook(DUE, as_of=date(2018, 8, 2), whole_until=whole)
    assert (first.value.standing, first.value.words) == (DutyStanding.OVERDUE, "1 day over")
    assert "up to which the record is whole" in first.arithmetic
    assert outlook(DUE, as_of=whole, whole_until=whole).value.standing is DutyStanding.OVERDUE
    after = outlook(DUE, as_of=whole + timedelta(days=1), whole_until=whole)
    assert (after.value.standing, after.value.days) == (DutyStanding.OVERDUE_THEN, None)
    assert "What came after is not on record here" in after.arithmetic


def test_a_record_whole_up_to_the_deadline_itself_does_not_make_late():
    assert outlook(DUE, as_of=date(2018, 8, 2), whole_until=DUE.value).value.standing is DutyStanding.NOT_ON_RECORD


def test_congo_was_overdue_in_august_2022_and_no_source_speaks_of_a_later_day():
    first = date(2022, 8, 1)
    then = outlook(CONGO, as_of=first, open_as_of=AUGUST_2022)
    assert then.value.standing is DutyStanding.OVERDUE
    assert then.value.days_left == (CONGO.value - first).days
    now = outlook(CONGO, as_of=date(2026, 2, 3), open_as_of=AUGUST_2022)
    assert (now.value.standing, now.value.words) == (DutyStanding.OVERDUE_THEN, "")
    assert "not fulfilled as of August 2022, a source says" in now.arithmetic


def test_what_a_source_says_of_a_day_before_the_deadline_makes_nobody_late():
    early = bounds(PartialDate.parse("2015-01"))
    assert outlook(CONGO, as_of=date(2016, 1, 1), open_as_of=early).value.standing is DutyStanding.NOT_ON_RECORD


def test_a_report_that_came_late_was_overdue_until_it_came():
    came = on(date(2016, 8, 28))
    before = outlook(CONGO, as_of=date(2016, 8, 27), done=came)
    assert before.value.standing is DutyStanding.OVERDUE
    assert "fulfilled only 28 August 2016" in before.arithmetic
    assert outlook(CONGO, as_of=date(2016, 8, 28), done=came).value.standing is DutyStanding.MET_LATE


def test_a_report_that_came_in_some_month_proves_lateness_up_to_the_eve_of_that_month():
    came = bounds(PartialDate.parse("2016-08"))
    assert outlook(CONGO, as_of=date(2016, 7, 31), done=came).value.standing is DutyStanding.OVERDUE
    assert outlook(CONGO, as_of=date(2016, 8, 1), done=came).value.standing is DutyStanding.OVERDUE_THEN


def test_a_request_without_a_decision_on_record_is_never_overdue_and_no_days_are_counted():
    waiting = outlook(DUE, as_of=date(2026, 2, 3), awaiting_decision=True, whole_until=date(2026, 2, 3))
    assert waiting.value.standing is DutyStanding.PASSED_UNDECIDED
    assert waiting.value.words == ""
    assert "what was decided is not on record here" in waiting.arithmetic


@given(DAYS, DAYS, st.booleans())
def test_in_a_record_in_part_no_day_asked_about_makes_a_breach(due, as_of, waiting):
    """Shifting the horizon never turns unknown into a breach: without evidence there is none on any day."""
    answer = outlook(Explained(due, "", (), ""), as_of=as_of, awaiting_decision=waiting).value
    assert answer.standing is not DutyStanding.OVERDUE
    if answer.standing in NOT_KNOWN:
        assert answer.days is None


@given(DAYS, DAYS, DAYS)
def test_days_are_counted_over_only_within_the_record(due, as_of, whole_until):
    answer = outlook(Explained(due, "", (), ""), as_of=as_of, whole_until=whole_until).value
    if answer.standing is DutyStanding.OVERDUE:
        assert due < as_of <= whole_until
    if as_of > max(whole_until, due):
        assert answer.standing in NOT_KNOWN


@pytest.mark.parametrize("standing", DutyStanding)
def test_every_standing_has_its_word_and_its_meaning(standing):
    assert standing.words
    assert standing.meaning.endswith(".")
