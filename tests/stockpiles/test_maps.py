"""Where stocks are or were: of most states nothing is recorded, which is a class of its own."""

from __future__ import annotations

from datetime import date

import pytest

from stockpiles.maps import _CLASSES, DONE, LEGEND, NOT_SAID, OUTSIDE, UNRECORDED, stock_map
from stockpiles.queries.overview import overview
from stockpiles.rules.deadline import DutyStanding


def test_every_standing_but_unrecorded_has_a_class_of_the_legend() -> None:
    assert set(_CLASSES) == set(DutyStanding) - {DutyStanding.UNRECORDED}
    assert {*_CLASSES.values(), UNRECORDED, OUTSIDE} == set(LEGEND)
    assert _CLASSES[DutyStanding.NOT_ON_RECORD] is NOT_SAID  # never as overdue


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_peru_is_done_and_ireland_unrecorded() -> None:
    states = {state.name: state.map_class for state in stock_map(overview(as_of=date(2026, 2, 3)), "").states}
    assert states["Peru"] is DONE
    assert states["Ireland"] in (UNRECORDED, _CLASSES[DutyStanding.NOTHING_LEFT])
