"""How sheets name states."""

import pytest

from countries.importing.state_column import STATE, STATE_OR_NONE, StateOrArea, States
from countries.models import Country
from editorial.actions.bad_row import BadRow
from editorial.importing.lookups import Lookups
from editorial.models import recording


def test_a_state_is_named_by_its_code_in_letters_of_any_size(peru):
    assert STATE.read("per", Lookups()) == peru
    assert STATE_OR_NONE.read("", Lookups()) is None


@pytest.mark.parametrize("code", ["XXX", "", "Peru"])
def test_another_code_is_refused_with_an_example(peru, code):
    with pytest.raises(BadRow, match=r"correct it \(Peru is PER\)"):
        STATE.read(code, Lookups())


def test_several_states_are_parted_by_blanks(peru):
    assert States().read("PER", Lookups()) == [peru]
    assert States().read("", Lookups()) == []
    assert States().write(["PER", "CHL"]) == "PER CHL"
    with pytest.raises(BadRow, match="named twice"):
        States().read("PER PER", Lookups())


def test_an_area_without_a_code_is_named_by_its_address(peru, db):
    with recording(by=None, reason="Made for a test"):
        area = Country.objects.create(
            slug="nagorno-karabakh", name="Nagorno-Karabakh", kind="other_area", is_un_member=False
        )
    cell = StateOrArea()
    assert cell.read("nagorno-karabakh", Lookups()) == area
    assert cell.read("PER", Lookups()) == peru
    assert (cell.write(area), cell.write(peru)) == ("nagorno-karabakh", "PER")
    with pytest.raises(BadRow, match="No state has this"):
        cell.read("atlantis", Lookups())
