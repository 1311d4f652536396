"""A proposal is kept, names its records for ever, and is confirmed by somebody else; the database holds the last."""

from __future__ import annotations

import pytest

from countries.models import Country, CountryName, TreatyAction
from editorial.actions.proposing import propose
from editorial.models import ChangeRow, ChangeSet


@pytest.fixture
def proposed(peru: Country, person) -> ChangeSet:
    made = propose(
        lambda: CountryName.objects.create(country=peru, name="Pérou", kind="also"),
        by=person("ana"),
        reason="In French",
    ).change_set
    assert made is not None
    return made


def test_it_is_found_by_the_whole_that_it_touches(proposed: ChangeSet, peru: Country) -> None:
    other = Country.objects.create(name="Chile", slug="chile", iso3="CHL")
    assert ChangeSet.objects.open().touching(peru).get() == proposed
    assert not ChangeSet.objects.touching(other).exists()


def test_it_is_called_by_its_first_row_and_is_open(proposed: ChangeSet, person) -> None:
    assert str(proposed).startswith("Country name: ")
    assert proposed.is_open
    assert proposed.is_author(person("ana"))
    assert not proposed.is_author(person("ben"))


def test_it_is_never_deleted(proposed: ChangeSet) -> None:
    with pytest.raises(RuntimeError, match="Take it back or decline it"):
        proposed.delete()


def test_a_row_knows_its_table() -> None:
    assert ChangeRow(table="countries.treatyaction", label="An act").model is TreatyAction
    assert str(ChangeRow(label="An act")) == "An act"
