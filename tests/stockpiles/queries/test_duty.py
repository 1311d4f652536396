"""One thing owed, and the order in which duties are read."""

from __future__ import annotations

from datetime import date

from countries.models import Country
from editorial.rules.explained import Explained
from stockpiles.queries.bound import Bound
from stockpiles.queries.duty import URGENCY, Board, Duty
from stockpiles.rules.deadline import Outlook, Standing


def duty(name: str, standing: Standing, due: date | None) -> Duty:
    country, since = Country(name=name), date(2013, 3, 1)
    member = Bound(country, since, Explained(since, "", (), ""))
    deadline = Explained(due, "", (), "") if due else None
    return Duty(country, 3, "Stockpile destruction", deadline, Explained(Outlook(standing), "", (), ""), member)


def test_every_standing_has_its_place_in_the_order_of_urgency() -> None:
    assert sorted(URGENCY) == sorted(Standing)


def test_overdue_comes_before_due_then_the_earlier_day_then_the_name() -> None:
    duties = [
        duty("Peru", Standing.DUE, None),
        duty("Chile", Standing.DUE, date(2030, 1, 1)),
        duty("Bulgaria", Standing.DUE, date(2030, 1, 1)),
        duty("Mali", Standing.OVERDUE, date(2031, 1, 1)),
    ]
    names = [one.country.name for one in sorted(duties, key=lambda one: one.order)]
    assert names == ["Mali", "Bulgaria", "Chile", "Peru"]


def test_a_board_counts_its_standings_in_that_order_and_names_the_silent() -> None:
    duties = (duty("A", Standing.MET_EARLY, None), duty("B", Standing.DUE, None), duty("C", Standing.DUE, None))
    board = Board(3, date(2026, 2, 3), duties, (duty("Silent", Standing.UNRECORDED, None),))
    assert list(board.counts.items()) == [(Standing.DUE, 2), (Standing.MET_EARLY, 1)]
    assert [country.name for country in board.silent] == ["Silent"]
