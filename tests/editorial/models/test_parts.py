"""Wholes and their parts, as every reader of them asks."""

from __future__ import annotations

from countries.models import Country, CountryName, CountryProfile, NameInLanguage
from editorial.models import PartTable, User, parts_of, whole_of
from meetings.models import Statement, StatementParty
from stockpiles.models import DestructionProgramme, ProgrammeDelay, ProgrammeStage


def test_a_part_is_known_by_its_table_and_the_key_that_binds_it() -> None:
    assert parts_of(Country) == (
        PartTable(CountryName, "country"),
        PartTable(NameInLanguage, "country"),
    )
    assert PartTable(StatementParty, "statement") in parts_of(Statement)
    assert parts_of(CountryProfile) == ()


def test_a_derived_table_is_no_part_of_what_it_lists() -> None:
    assert "listedstatement" not in {table._meta.model_name for table, _ in parts_of(Statement)}


def test_another_key_to_a_part_binds_nothing() -> None:
    """A delay names the stage it held up; it belongs to the programme alone."""
    assert whole_of(ProgrammeDelay) is DestructionProgramme
    assert parts_of(ProgrammeStage) == ()


def test_what_stands_for_itself_has_no_whole() -> None:
    assert whole_of(Statement) is None
    assert whole_of(User) is None
