"""The index follows the rows that a kind names, each by its own way to the record."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from countries.models import Country, CountryName
from editorial.models import PublicationMark, SearchEntry
from editorial.models.following import HowWritten
from editorial.search.index import (
    ALWAYS,
    Searchable,
    SearchDocument,
    index_row,
    indexed_once,
    is_indexed,
    joined,
    kinds,
    replace,
    search_kinds,
)

pytestmark = pytest.mark.django_db


def documents(country: Country) -> list[SearchDocument]:
    return [SearchDocument(country.pk, "/there/", country.name, ALWAYS, states=("PER",))]


def kind(name: str = "state", priority: int = 1, **given: Any) -> Searchable:
    follows = {Country: lambda country: country, CountryName: lambda name: name.country}
    rows = Country.objects.all
    return Searchable(
        name, name, priority, rows, documents, lambda country: [country.pk], follows=follows, **given
    )


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, peru: Country) -> Any:
    def use(*parts: Searchable) -> None:
        SearchEntry.objects.all().delete()
        monkeypatch.setattr(search_kinds, "_parts", parts)

    return use


def titles() -> list[str]:
    return list(SearchEntry.objects.values_list("title", flat=True))


def test_a_row_leads_to_the_record_that_shows_it_and_a_deleted_record_leaves(only, peru: Country) -> None:
    only(kind())
    index_row(CountryName(country=peru, name="Perú"), HowWritten.CREATED)
    assert titles() == ["Peru"]
    index_row(peru, HowWritten.DELETED)
    assert titles() == []


def test_a_table_that_no_kind_names_changes_nothing(only, peru: Country, ban_policy) -> None:
    only(kind())
    index_row(ban_policy, HowWritten.CHANGED)
    assert titles() == []


def test_a_new_record_has_no_parts_to_find(only, peru: Country) -> None:
    only(kind(is_of_parts=True))
    index_row(peru, HowWritten.CREATED)
    assert titles() == []
    index_row(peru, HowWritten.CHANGED)
    assert titles() == ["Peru"]


def test_a_load_indexes_each_record_once_at_its_end(only, peru: Country) -> None:
    only(kind())
    with indexed_once():
        index_row(peru, HowWritten.CHANGED)
        index_row(peru, HowWritten.CHANGED)
        assert titles() == []
    assert titles() == ["Peru"]


def test_caches_learn_of_entries_that_change(only, peru: Country) -> None:
    only(kind())
    PublicationMark.objects.all().delete()
    connection.run_on_commit.clear()
    index_row(peru, HowWritten.CHANGED)
    assert PublicationMark.objects.count() == 1


def test_kinds_stand_by_priority(only) -> None:
    only(kind("late", 9), kind("early", 0))
    assert list(kinds()) == ["early", "late"]


def test_of_the_words_of_a_record_only_those_are_joined_that_there_are():
    assert joined(" · ", "Peru", "", "South America") == "Peru · South America"
    assert joined(", ") == ""


def test_a_record_has_its_entry_under_its_own_id_and_rows_may_come_from_a_query_or_a_list(peru):
    every = Searchable("state", "State", 1, Country.objects.filter(pk=peru.pk).all, documents)
    assert list(every.object_ids(peru)) == [peru.pk]
    assert list(every.records()) == [peru]
    assert list(Searchable("state", "State", 1, lambda: [peru], documents).records()) == [peru]


def test_an_entry_that_says_the_same_already_is_left_as_it_is(only, peru: Country) -> None:
    only(kind())
    index_row(peru, HowWritten.CHANGED)
    before = SearchEntry.objects.get().pk
    marks = PublicationMark.objects.count()
    index_row(peru, HowWritten.CHANGED)
    assert SearchEntry.objects.get().pk == before
    assert PublicationMark.objects.count() == marks


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Perú"},
        {"body": "More"},
        {"also": "deadline"},
        {"states": ("BOL",)},
        {"visible_until": ALWAYS.replace(year=2030)},
    ],
)
def test_an_entry_that_says_anything_else_is_written_anew(peru: Country, other: dict[str, Any]) -> None:
    one = SearchDocument(peru.pk, "/there/", "Peru", ALWAYS, states=("PER",))
    replace(kind(), [peru.pk], [one])
    before = SearchEntry.objects.get(kind="state").pk
    assert replace(kind(), [peru.pk], [dataclasses.replace(one, **other)]) == 1
    assert SearchEntry.objects.get(kind="state").pk != before
    assert replace(kind(), [peru.pk], []) == 0
    assert not SearchEntry.objects.filter(kind="state").exists()


def test_whether_search_says_what_a_record_says_now(peru: Country) -> None:
    now = ALWAYS + timedelta(days=1)
    entry = kind()
    assert not is_indexed(entry, peru, now)
    replace(entry, [peru.pk], documents(peru))
    assert is_indexed(entry, peru, now)
    peru.name = "Perú"
    assert not is_indexed(entry, peru, now)


def test_what_is_over_may_still_be_stored(peru: Country) -> None:
    now = ALWAYS + timedelta(days=1)
    gone = dataclasses.replace(kind(), documents=lambda country: [])
    replace(gone, [peru.pk], [dataclasses.replace(documents(peru)[0], visible_until=now)])
    assert is_indexed(gone, peru, now)
    assert not is_indexed(gone, peru, now - timedelta(seconds=1))
