"""What the search asks of a database, and how much more a state weighs than a source that names it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection

from editorial.models import SearchEntry
from editorial.rules.search_words import search_words
from editorial.search.backend import STANDING, SearchBackend
from editorial.search.databases import backend

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def entry(title: str, priority: int, number: int) -> SearchEntry:
    return SearchEntry.objects.create(
        kind="x",
        priority=priority,
        object_id=number,
        url=f"/{number}/",
        title=title,
        title_words=title.lower(),
        visible_from=LONG_AGO,
    )


def test_a_database_that_answers_only_half_of_it_is_no_search() -> None:
    class Half(SearchBackend):
        def condition(self, words, matched):
            return "", []

    with pytest.raises(TypeError, match="ranked"):
        Half()  # type: ignore[abstract]


@pytest.mark.django_db
@pytest.mark.parametrize(("priority", "weight"), [(0, 8.0), (1, 4.0), (2, 3.0), (3, 2.0), (4, 0.4), (9, 0.4)])
def test_a_state_weighs_more_than_its_profile_and_a_source_least(priority: int, weight: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {STANDING} FROM (SELECT %s AS priority) AS entry", [priority])  # noqa: S608
        assert float(cursor.fetchone()[0]) == weight


@pytest.mark.django_db
def test_of_entries_with_the_same_words_the_weightier_comes_first() -> None:
    source, state = entry("peru", 9, 1), entry("peru", 0, 2)
    words = search_words("Peru")
    sql, parameters = backend().condition(words, "all")
    matching = [row.pk for row in SearchEntry.objects.extra(where=[sql], params=parameters)]  # noqa: S610
    assert sorted(matching) == sorted([source.pk, state.pk])
    assert backend().ranked(words, "all", matching) == [state.pk, source.pk]


@pytest.mark.django_db
def test_only_the_entries_that_were_asked_about_are_ranked() -> None:
    rows = [entry("peru", 0, number) for number in (1, 2, 3)]
    asked = [rows[0].pk, rows[2].pk]
    assert sorted(backend().ranked(search_words("Peru"), "all", asked)) == asked
