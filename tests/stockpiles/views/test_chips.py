"""The chip beside a standing: what falls due within a year stands out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from countries.models import Country
from editorial.rules.explained import Explained
from stockpiles.queries.bound import Bound
from stockpiles.queries.duty import Duty
from stockpiles.rules.deadline import DutyStanding, outlook
from stockpiles.views.chips import _KINDS, chip_of

DUE = date(2026, 8, 1)


def duty(as_of: date) -> Duty:
    deadline = Explained(DUE, "CCM, Article 3(2)", (), "")
    since = date(2018, 8, 1)
    member = Bound(Country(name="Peru"), since, Explained(since, "", (), ""))
    answer = outlook(deadline, as_of=as_of, bound_from=since)
    return Duty(member.country, 3, "Stockpile destruction", deadline, answer, member)


@pytest.mark.parametrize(("days", "chip"), [(366, "neutral"), (365, "due-soon"), (0, "due-soon")])
def test_what_is_due_within_365_days_stands_out(days: int, chip: str) -> None:
    assert chip_of(duty(DUE - timedelta(days=days))) == chip


def test_a_day_later_nothing_on_record_is_no_breach() -> None:
    late = duty(DUE + timedelta(days=1))
    assert late.standing is DutyStanding.NOT_ON_RECORD
    assert chip_of(late) == "unknown"


def test_every_standing_but_due_has_one_chip() -> None:
    assert set(_KINDS) == set(DutyStanding) - {DutyStanding.DUE}
