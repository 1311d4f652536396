"""The rows of change sets in words, with one query for each table that they point at."""

from __future__ import annotations

import pytest

from countries.models import Country, CountryName
from editorial.history.words import fields_kept
from editorial.queries.changed_rows import KeysInWords, field_changes
from tests.factories.changes import proposed
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


def named(country: Country, name: str) -> CountryName:
    return CountryName.objects.create(country=country, name=name, kind="also")


def test_many_rows_cost_what_one_costs(peru: Country, django_assert_num_queries) -> None:
    states = [make_country(code, code.title()) for code in ("CHL", "ESP", "MEX")]

    def many() -> None:
        for state in states:
            named(state, f"Also {state}")

    for act, rows in ((lambda: named(peru, "Pérou"), 1), (many, 3)):
        found = list(proposed(act).rows.all())
        assert len(found) == rows
        with django_assert_num_queries(1):
            keys = KeysInWords(found)
            said = [{f.label: f.new for f in field_changes(row, fields_kept(row.model), keys)} for row in found]
        assert {words["Country"] for words in said} <= {"Peru", "Chl", "Esp", "Mex"}


def test_a_record_that_is_gone_is_said_to_be_not_there(peru: Country) -> None:
    row = proposed(lambda: named(peru, "Pérou")).rows.get()
    row.after["country"] = "00000000-0000-4000-8000-000000000000"
    [words] = [
        f.new for f in field_changes(row, fields_kept(CountryName), KeysInWords([row])) if f.name == "country"
    ]
    assert words == "country that is not there"


def test_other_words_can_be_asked_for(peru: Country) -> None:
    row = proposed(lambda: named(peru, "Pérou")).rows.get()
    keys = KeysInWords([row], say=lambda record: record.iso3)
    assert {f.new for f in field_changes(row, fields_kept(CountryName), keys)} >= {"PER"}
