"""The days that a figure speaks of."""

from datetime import date

from stockpiles.rules.dated import Within
from stockpiles.rules.figure import end, start
from stockpiles.rules.flow import Flow
from stockpiles.rules.quantity import Quantity

from .figures import Given


def figure(about: Within | None) -> Given:
    return Given(Flow.DESTROYED, Quantity(1), Quantity(8), about=about)


def test_a_period_has_its_first_and_its_last_day() -> None:
    one = figure(Within(date(2022, 2, 1), date(2022, 5, 31)))
    assert (start(one), end(one)) == (date(2022, 2, 1), date(2022, 5, 31))


def test_what_has_no_bound_lies_before_or_after_everything_else() -> None:
    assert (start(figure(None)), end(figure(None))) == (date.min, date.max)
    so_far = figure(Within(None, date(2015, 12, 31)))
    assert (start(so_far), end(so_far)) == (date.min, date(2015, 12, 31))
