"""One of several figures is used, the others stay beside it."""

from dataclasses import dataclass
from datetime import date

import pytest

from stockpiles.rules.dated import Within, on
from stockpiles.rules.preference import chosen as chosen_by
from stockpiles.rules.preference import without_vaguer


@dataclass(frozen=True)
class Figure:
    number: int
    when: Within | None = None
    rank: str = "normal"


def chosen(figures):
    return chosen_by(figures, when=lambda figure: figure.when)


OLD, NEW = on(date(2013, 8, 1)), on(date(2023, 12, 15))


def test_the_editors_choice_counts_even_if_older():
    figures = [Figure(2012, OLD, "preferred"), Figure(2021, NEW)]
    assert chosen(figures).number == 2012


def test_without_a_choice_the_newest_counts():
    assert chosen([Figure(2021, NEW), Figure(676, OLD), Figure(1)]).number == 2021
    assert chosen([Figure(1), Figure(2)]).number == 2


def test_superseded_figures_never_count():
    assert chosen([Figure(676, NEW, "superseded"), Figure(675, OLD)]).number == 675
    assert chosen([Figure(676, NEW, "superseded")]) is None
    assert chosen([]) is None


NOVEMBER = Within(date(2010, 11, 1), date(2010, 11, 30))
MARCH_2019_ON = Within(date(2019, 3, 19), None)


def kept(*figures: Figure) -> list[int]:
    return [one.number for one in without_vaguer(figures, lambda figure: figure.when)]


def test_of_november_2010_and_8_november_2010_the_day_stays() -> None:
    """Austria: the editions of 2019 and 2021 name the month, that of 2014 the day."""
    assert kept(Figure(2021, NOVEMBER), Figure(2019, NOVEMBER), Figure(2014, on(date(2010, 11, 8)))) == [2014]


def test_two_days_and_two_equal_months_all_stay() -> None:
    """Hungary: 30 June and 8 July 2011."""
    assert kept(Figure(2013, on(date(2011, 6, 30))), Figure(2022, on(date(2011, 7, 8)))) == [2013, 2022]
    assert kept(Figure(2021, NOVEMBER), Figure(2019, NOVEMBER)) == [2021, 2019]


@pytest.mark.parametrize(
    ("vague", "exact"),
    [
        (NOVEMBER, Within(date(2010, 10, 31), date(2010, 11, 8))),  # begins before it
        (NOVEMBER, Within(date(2010, 11, 8), date(2010, 12, 1))),  # ends after it
        (NOVEMBER, Within(None, date(2010, 11, 8))),
        (NOVEMBER, Within(date(2010, 11, 8), None)),
        (NOVEMBER, None),
        (None, NOVEMBER),
        (Within(None, None), Within(None, None)),
        (NOVEMBER, Within(None, None)),
    ],
)
def test_days_that_lie_outside_say_nothing_of_it(vague: Within | None, exact: Within | None) -> None:
    assert kept(Figure(1, vague), Figure(2, exact)) == [1, 2]


def test_what_is_open_on_one_side_allows_for_all_days_on_that_side() -> None:
    assert kept(Figure(1, Within(None, date(2020, 5, 3))), Figure(2, on(date(2011, 4, 1)))) == [2]
    assert kept(Figure(1, MARCH_2019_ON), Figure(2, on(date(2020, 1, 1)))) == [2]


def test_a_vaguer_date_that_an_editor_prefers_stays() -> None:
    assert kept(Figure(1, NOVEMBER, "preferred"), Figure(2, on(date(2010, 11, 8)))) == [1, 2]
