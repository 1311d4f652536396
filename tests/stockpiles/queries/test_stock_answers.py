"""What readers are told of a state's stocks and duties, for the states that a change is about."""

from __future__ import annotations

import pytest

from countries.models import Country
from editorial.models import ChangeRow
from stockpiles.queries.stock_answers import stock_answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def about(iso3: str, table: str = "stockpiles.stockpileholding") -> ChangeRow:
    return ChangeRow(table=table, subject_id=Country.objects.get(iso3=iso3).public_id)


def test_sums_and_duties_of_the_state() -> None:
    told = stock_answers([about("PER")])
    assert all(name.startswith("Peru: ") for name in told)
    assert "Peru: munitions destroyed" in told
    assert any("Stockpile destruction" in name for name in told)


def test_an_act_moves_duties_too_and_a_name_moves_nothing() -> None:
    assert any(
        "Clearance" in name or "clearance" in name
        for name in stock_answers([about("PER", "countries.treatyaction")])
    )
    assert stock_answers([about("PER", "countries.countryname")]) == {}
