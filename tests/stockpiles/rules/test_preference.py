"""One of several figures is used, the others stay beside it."""

from dataclasses import dataclass
from datetime import date

from stockpiles.rules.dated import Within, on
from stockpiles.rules.preference import chosen as chosen_by


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
