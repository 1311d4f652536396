"""One thing owed, and the order in which duties are read."""

from __future__ import annotations

from datetime import date

from countries.models import Country
from editorial.rules.explained import Explained
from stockpiles.queries.bound import Bound
from stockpiles.queries.duty import URGENCY, Board, Duty
from stockpiles.rules.deadline import DutyStanding, Outlook


def duty(name: str, standing: DutyStanding, due: date | None) -> Duty:
    country, since = Country(name=name), date(2013, 3, 1)
    member = Bound(country, since, Explained(since, "", (), ""))
    deadline = Explained(due, "", (), "") if due else None
    return Duty(country, 3, "Stockpile destruction", deadline, Explained(Outlook(standing), "", (), ""), member)


def test_every_standing_has_its_place_in_the_order_of_urgency() -> None:
    assert sorted(URGENCY) == sorted(DutyStanding)


def test_overdue_comes_before_due_then_the_earlier_day_then_the_name() -> None:
    duties = [
        duty("Peru", DutyStanding.DUE, None),
        duty("Chile", DutyStanding.DUE, date(2030, 1, 1)),
        duty("Bulgaria", DutyStanding.DUE, date(2030, 1, 1)),
        duty("Mali", DutyStanding.OVERDUE, date(2031, 1, 1)),
    ]
    names = [one.country.name for one in sorted(duties, key=lambda one: one.order)]
    assert names == ["Mali", "Bulgaria", "Chile", "Peru"]


def test_a_board_counts_its_standings_in_that_order_and_names_the_silent() -> None:
    duties = (
        duty("A", DutyStanding.MET_EARLY, None),
        duty("B", DutyStanding.DUE, None),
        duty("C", DutyStanding.DUE, None),
    )
    board = Board(3, date(2026, 2, 3), duties, (duty("Silent", DutyStanding.UNRECORDED, None),))
    assert list(board.counts.items()) == [(DutyStanding.DUE, 2), (DutyStanding.MET_EARLY, 1)]
    assert [country.name for country in board.silent] == ["Silent"]
