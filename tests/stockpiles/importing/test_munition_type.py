"""Types of cluster munitions and the states they come from."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.munition_type import MUNITION_TYPES
from stockpiles.models import MunitionOrigin
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_a_type_needs_a_name_that_can_stand_in_an_address():
    with pytest.raises(BadRow, match="letter or a digit"):
        read_row(MUNITION_TYPES, {"designation": "–", "source": "A document"})


def test_a_type_and_the_states_its_origin_points_to_are_records_of_one_row() -> None:
    row = {"designation": "AB-1", "origin_country_iso3": "PER CHL", "notes": "Seen once.", "source": "A document"}
    made, *origins = read_row(MUNITION_TYPES, row)
    assert (made.by, made.values["note"][:11]) == ({"slug": "ab-1"}, "Seen once. ")
    assert [(one.by["country"].iso3, one.by["munition_type"]) for one in origins] == [("PER", made), ("CHL", made)]


def test_the_exported_cell_names_every_state_of_origin() -> None:
    record = MunitionOrigin.objects.filter(country__iso3="ZAF").first().munition_type
    assert "ZAF" in MUNITION_TYPES.by_name["origin_country_iso3"].written(record).split()
