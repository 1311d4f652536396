"""The days that a figure speaks of."""

from datetime import date

from stockpiles.rules.dated import Within
from stockpiles.rules.figure import contradict, end, start
from stockpiles.rules.flow import Flow
from stockpiles.rules.quantity import UNKNOWN, Quantity

from .figures import Given, entry


def figure(about: Within | None) -> Given:
    return Given(Flow.DESTROYED, Quantity(1), Quantity(8), about=about)


def test_a_period_has_its_first_and_its_last_day() -> None:
    one = figure(Within(date(2022, 2, 1), date(2022, 5, 31)))
    assert (start(one), end(one)) == (date(2022, 2, 1), date(2022, 5, 31))


def test_what_has_no_bound_lies_before_or_after_everything_else() -> None:
    assert (start(figure(None)), end(figure(None))) == (date.min, date.max)
    so_far = figure(Within(None, date(2015, 12, 31)))
    assert (start(so_far), end(so_far)) == (date.min, date(2015, 12, 31))


def so_far(munitions: int | None, until: date | None, submunitions: int | None = None) -> Given:
    about = None if until is None else Within(None, until)
    return entry(Flow.DESTROYED, munitions, submunitions, when=about, total=True)


def test_a_total_that_grew_is_no_contradiction() -> None:
    """Switzerland: 201,895 munitions by the end of 2018, 206,061 by 19 March 2019."""
    earlier, later = so_far(201_895, date(2018, 12, 31)), so_far(206_061, date(2019, 3, 19))
    assert not contradict(earlier, later)
    assert not contradict(later, earlier)


def test_more_by_an_earlier_day_than_by_a_later_one_is_one() -> None:
    """Peru: 2,021 munitions by 15 December 2023, 2,012 by the end of that year."""
    earlier, later = so_far(2_021, date(2023, 12, 15)), so_far(2_012, date(2023, 12, 31))
    assert contradict(earlier, later)
    assert contradict(later, earlier)


def test_two_totals_by_one_day_agree_only_if_they_are_the_same() -> None:
    day = date(2018, 12, 31)
    assert contradict(so_far(201_895, day), so_far(206_061, day))
    assert not contradict(so_far(206_061, day), so_far(206_061, day))
    assert contradict(so_far(201_895, None), so_far(206_061, None))


def test_either_number_can_contradict_and_an_unknown_one_cannot() -> None:
    """The submunitions of Peru grew from 8,445 to 162,417; its munitions did not."""
    assert contradict(so_far(2_012, date(2023, 12, 15), 162_417), so_far(2_012, date(2023, 12, 31), 8_445))
    assert not contradict(so_far(2_012, None), so_far(2_012, None, 8_445))
    assert not contradict(Given(Flow.OPENING, UNKNOWN, UNKNOWN), entry(Flow.OPENING, 1_856, 10))


def test_what_is_no_total_so_far_does_not_grow() -> None:
    declared = [
        entry(Flow.OPENING, number, when=Within(None, date(day, 12, 31)))
        for number, day in ((675, 2014), (676, 2015))
    ]
    assert contradict(*declared)
