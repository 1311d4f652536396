"""The tables of a whole and the names of versions in addresses."""

from __future__ import annotations

import pytest

from countries.models import Country, CountryName, CountryProfile, NameInLanguage
from editorial.history.tables import HistoryTable, named, tables_of, token_of
from editorial.models import recording
from meetings.models import Statement, StatementParty


def test_the_record_comes_first_then_its_parts() -> None:
    assert tables_of(Country) == [
        HistoryTable(Country, "id", ""),
        HistoryTable(CountryName, "country_id", "countries.countryname"),
        HistoryTable(NameInLanguage, "country_id", "countries.nameinlanguage"),
    ]
    assert tables_of(CountryProfile) == [HistoryTable(CountryProfile, "id", "")]


def test_a_token_leads_back_to_its_version() -> None:
    tables = tables_of(Country)
    for place, id_ in ((0, 12), (1, 34)):
        assert named(tables, token_of(tables[place], id_)) == (place, id_)
    assert token_of(tables[1], 34) == "countries.countryname-34"


@pytest.mark.parametrize("token", ["", "x", "-1x", "meetings.meeting-3", "countries.countryname-", "9" * 19])
def test_what_names_no_version(token: str) -> None:
    assert named(tables_of(Country), token) is None


def test_a_row_that_changed_hands_has_all_its_versions_in_both(non_paper: Statement) -> None:
    with recording(by=None, reason="Of another paper"):
        other = Statement.objects.create(title="Other", text="Text.")
        spain = non_paper.parties.get(country__iso3="ESP")
        spain.statement = other
        spain.save()
    parties = next(table for table in tables_of(Statement) if table.model is StatementParty)
    assert parties.versions(other.pk).count() == 1
    assert parties.versions_of_rows(other.pk).count() == 2
    assert set(parties.versions_of_rows(other.pk)) == set(spain.history.all())
