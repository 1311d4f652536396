"""The day asked about and the last day of the record."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.horizon import UNKNOWN, Horizon, asked_day, together

DEPOSITARY = Horizon(date(2026, 2, 3), is_whole=True)
TODAY = date(2026, 11, 28)


class TestAskedDay:
    def test_without_a_day_the_answer_speaks_of_the_last_day_of_the_record(self) -> None:
        asked = asked_day(None, today=TODAY, horizon=DEPOSITARY)
        assert asked.day == asked.complete_until == date(2026, 2, 3)
        assert asked.in_words == "3 February 2026, the last day of the record"
        assert not asked.is_beyond
        assert not asked.is_asked

    def test_of_today_where_the_record_reaches_further(self) -> None:
        asked = asked_day(None, today=date(2026, 1, 5), horizon=DEPOSITARY)
        assert asked.day == date(2026, 1, 5)
        assert asked.in_words == "5 January 2026, by the record up to 3 February 2026"

    def test_a_day_beyond_the_record_is_answered_with_a_caveat(self) -> None:
        asked = asked_day(date(2030, 1, 1), today=TODAY, horizon=DEPOSITARY)
        assert asked.is_beyond
        assert "ends on 3 February 2026" in asked.caveat
        assert "1 January 2030" in asked.caveat

    def test_the_last_day_of_the_record_itself_is_covered(self) -> None:
        assert asked_day(date(2026, 2, 3), today=TODAY, horizon=DEPOSITARY).caveat == ""
        assert asked_day(date(2026, 2, 4), today=TODAY, horizon=DEPOSITARY).caveat != ""

    def test_where_nobody_has_said_how_far_the_record_reaches_it_says_so(self) -> None:
        asked = asked_day(None, today=TODAY, horizon=UNKNOWN)
        assert asked.day == TODAY
        assert asked.in_words == "28 November 2026 (how far the record reaches is not on record)"

    @given(st.dates(), st.dates())
    def test_nothing_is_said_by_default_of_a_day_after_the_record(self, today: date, end: date) -> None:
        assert asked_day(None, today=today, horizon=Horizon(end)).day <= min(today, end)


class TestTogether:
    def test_no_further_than_the_shortest(self) -> None:
        parts = [DEPOSITARY, Horizon(date(2025, 9, 19), is_whole=True)]
        assert together(parts) == Horizon(date(2025, 9, 19), is_whole=True)

    def test_not_whole_if_one_is_in_part(self) -> None:
        assert together([DEPOSITARY, Horizon(date(2026, 2, 3))]).whole_until is None

    def test_not_whole_if_one_is_not_on_record(self) -> None:
        assert together([DEPOSITARY, UNKNOWN]) == Horizon(date(2026, 2, 3), is_whole=False)

    def test_nothing_is_not_whole(self) -> None:
        assert together([]) == UNKNOWN
