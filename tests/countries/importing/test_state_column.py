"""How sheets name states."""

import pytest

from countries.importing.state_column import STATE, STATE_OR_NONE, States
from editorial.actions.bad_row import BadRow
from editorial.importing.lookups import Lookups


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
