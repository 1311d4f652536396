"""Which figures of one flow add up, and which lie inside one another."""

from datetime import date

import pytest

from stockpiles.rules.dated import Within
from stockpiles.rules.difference import DifferenceKind
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.flow_sums import FlowSums
from stockpiles.rules.quantity import UNKNOWN, Quantity

from .figures import Given


def destroyed(munitions: int | None, about: Within | None, *, kind: str = "", total: bool = False) -> Given:
    return Given(Flow.DESTROYED, Quantity(munitions), UNKNOWN, kind, about, is_running_total=total)


def span(first: date, last: date) -> Within:
    return Within(first, last)


def year(number: int) -> Within:
    return span(date(number, 1, 1), date(number, 12, 31))


def sum_of(*figures: Given, kind: str = "") -> tuple[Quantity | None, list[DifferenceKind]]:
    sums = FlowSums(kind, Unit.MUNITIONS)
    found = sums.of(Flow.DESTROYED, {Flow.DESTROYED: figures})
    return found, [one.finding for one in sums.found]


def test_a_flow_of_which_nothing_is_on_record_is_none_and_not_zero() -> None:
    assert FlowSums("", Unit.MUNITIONS).of(Flow.OPENING, {}) is None


def test_peru_from_february_to_may_2022_lies_inside_the_year() -> None:
    months = span(date(2022, 2, 1), date(2022, 5, 31))
    assert sum_of(destroyed(542, year(2022)), destroyed(300, months)) == (Quantity(542), [])


@pytest.mark.parametrize(("in_march", "found"), [(542, []), (543, [DifferenceKind.PERIODS_EXCEED_TOTAL])])
def test_a_part_may_be_the_whole_and_no_more(in_march: int, found: list[DifferenceKind]) -> None:
    march = span(date(2022, 3, 1), date(2022, 3, 31))
    assert sum_of(destroyed(542, year(2022)), destroyed(in_march, march)) == (Quantity(542), found)


def test_two_figures_of_the_same_period_by_type_do_not_lie_inside_one_another() -> None:
    assert sum_of(destroyed(10, year(2022), kind="CB-470"), destroyed(5, year(2022), kind="RBK-500")) == (
        Quantity(15),
        [],
    )


def test_a_period_that_begins_on_the_last_day_of_a_total_is_in_it_and_one_a_day_later_is_not() -> None:
    total = destroyed(100, Within(None, date(2015, 12, 31)), total=True)
    on_the_day = destroyed(7, span(date(2015, 12, 31), date(2016, 1, 31)))
    a_day_later = destroyed(7, span(date(2016, 1, 1), date(2016, 1, 31)))
    assert sum_of(total, on_the_day)[0] == Quantity(100)
    assert sum_of(total, a_day_later)[0] == Quantity(107)


def test_the_newest_total_counts_and_an_older_one_does_not() -> None:
    older = destroyed(100, Within(None, date(2015, 12, 31)), total=True)
    newer = destroyed(260, Within(None, date(2018, 12, 31)), total=True)
    assert sum_of(older, newer)[0] == Quantity(260)


def test_a_total_that_gives_only_the_other_unit_says_nothing_and_the_periods_do() -> None:
    total = destroyed(None, Within(None, date(2018, 12, 31)), total=True)
    assert sum_of(total, destroyed(5, year(2017)))[0] == Quantity(5)
    assert sum_of(total)[0] == UNKNOWN


def test_what_was_destroyed_out_of_what_is_retained_lowers_it_only_after_the_newest_figure() -> None:
    kept = Given(Flow.RETAINED, Quantity(100), UNKNOWN, about=year(2016))

    def left(first: date) -> Quantity | None:
        gone = Given(Flow.RETAINED_DESTROYED, Quantity(3), UNKNOWN, about=span(first, date(2017, 12, 31)))
        figures = {Flow.RETAINED: [kept], Flow.RETAINED_DESTROYED: [gone]}
        return FlowSums("", Unit.MUNITIONS).of(Flow.RETAINED, figures)

    assert left(date(2016, 12, 31)) == Quantity(100)
    assert left(date(2017, 1, 1)) == Quantity(97)


def test_types_that_do_not_add_up_to_the_whole_are_found_and_the_whole_prevails() -> None:
    figures = [
        destroyed(100, year(2020)),
        destroyed(60, year(2020), kind="M26"),
        destroyed(41, year(2020), kind="M42"),
    ]
    assert sum_of(*figures) == (Quantity(100), [DifferenceKind.TYPES_DO_NOT_ADD_UP])
    assert sum_of(*[one for one in figures if one.designation == "M26"], kind="M26") == (Quantity(60), [])
