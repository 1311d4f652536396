"""Time along an axis."""

from datetime import date

import pytest

from editorial.charts.calendar import Axis, check_points, point_words


def test_years_stand_at_even_steps_and_a_lone_point_in_the_middle() -> None:
    axis = Axis(2010, 2020, 0, 100)
    assert [axis.at(year) for year in (2010, 2015, 2020)] == [0, 50, 100]
    assert Axis(2010, 2010, 0, 100).at(2010) == 50


def test_labels_are_thinned_to_round_years_where_they_would_touch() -> None:
    assert [words for _, words in Axis(2008, 2024, 0, 600).ticks()] == [str(year) for year in range(2008, 2025)]
    assert [words for _, words in Axis(2008, 2024, 0, 200).ticks()] == ["2010", "2015", "2020"]


def test_a_short_axis_of_days_shows_months_and_a_long_one_years() -> None:
    short = Axis(date(2022, 1, 1), date(2022, 4, 1), 0, 600)
    assert [words for _, words in short.ticks()] == ["Jan 2022", "Feb 2022", "Mar 2022", "Apr 2022"]
    assert Axis(date(2010, 1, 1), date(2013, 1, 1), 0, 600).ticks()[0][1] == "2010"


def test_a_day_is_said_in_words_and_a_year_as_it_is() -> None:
    assert (point_words(date(2023, 12, 15)), point_words(2023)) == ("15 December 2023", "2023")


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([2010, date(2011, 1, 1)], "cannot stand on one axis"),
        ([2011, 2010], "in order and without doubles"),
        ([2010, 2010], "in order and without doubles"),
        ([0], "0 is not a year"),
    ],
)
def test_points_out_of_order_doubled_or_of_two_kinds_are_refused(points: list, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_points(points)
