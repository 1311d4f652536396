"""What readers are told of treaties, for the states whose acts a change touches."""

from __future__ import annotations

import pytest
import time_machine

from countries.models import Country, Treaty, TreatyAction
from countries.queries.treaty_answers import treaty_answers
from editorial.models import ChangeRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def row_of(act: TreatyAction, other: Country | None = None) -> ChangeRow:
    values = {"treaty": str(act.treaty.public_id), "country": str(act.country.public_id)}
    moved = values | {"country": str(other.public_id)} if other else values
    return ChangeRow(table="countries.treatyaction", before=values, after=moved)


@time_machine.travel("2026-02-03")
def test_standing_days_and_counts_of_a_state_party() -> None:
    act = TreatyAction.objects.get(country__iso3="PER", treaty__slug="ccm", kind="ratification")
    told = treaty_answers([row_of(act)])
    assert told["Peru, CCM: standing on 3 February 2026"] == "State Party"
    assert told["Peru, CCM: entry into force for it"] == "1 March 2013"
    assert told["CCM: States Parties, by deposit, 3 February 2026"] == "112"
    assert told["CCM: entry into force"] == "1 August 2010"


@time_machine.travel("2026-02-03")
def test_both_states_where_an_act_was_of_another() -> None:
    act = TreatyAction.objects.get(country__iso3="PER", treaty__slug="ccm", kind="ratification")
    told = treaty_answers([row_of(act, Country.objects.get(iso3="CHL"))])
    assert {"Peru, CCM: standing on 3 February 2026", "Chile, CCM: standing on 3 February 2026"} <= {*told}


def test_nothing_where_no_act_changes() -> None:
    assert treaty_answers([ChangeRow(table="countries.country", before={}, after={})]) == {}
    assert Treaty.objects.exists()
