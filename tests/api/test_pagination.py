"""Pages by number and by key, and the envelope around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from api import pagination
from countries.models import Country, Coverage
from editorial.actions.publishing import withdraw
from editorial.models import User
from tests.factories.meetings import make_statement, publish_statement
from tests.factories.profiles import make_country

pytestmark = pytest.mark.django_db
Ask = Callable[[str], Any]


@pytest.fixture
def seven() -> list[str]:
    return [make_country(number).name for number in range(7)]


def names(page: dict[str, Any]) -> list[str]:
    return [row["name"] for row in page["results"]]


def test_a_page_by_number_counts_all_and_links_its_neighbours(ask: Ask, seven: list[str]) -> None:
    page = ask("countries/?page=2&page_size=3")
    assert (page["count"], names(page)) == (7, seven[3:6])
    assert page["next"].endswith("page=3&page_size=3")
    assert page["previous"].endswith("/countries/?page_size=3")
    assert ask("countries/?page=3&page_size=3")["next"] is None


def test_pages_by_key_reach_every_row_once_and_count_nothing(ask: Ask, client: Client, seven: list[str]) -> None:
    found, address = [], "/api/v1/countries/?cursor=&page_size=3"
    while address:
        page = client.get(address).json()
        assert "count" not in page
        found += names(page)
        address = page["next"]
    assert found == seven


@pytest.mark.parametrize("deep", [0, 3, 500])
def test_deep_pages_hold_the_rows_that_front_ones_would(
    ask: Ask, seven: list[str], monkeypatch, deep: int
) -> None:
    monkeypatch.setattr(pagination, "DEEP", deep)
    pages = [names(ask(f"countries/?page={number}&page_size=2")) for number in range(1, 5)]
    assert pages == [seven[0:2], seven[2:4], seven[4:6], seven[6:]]


def test_a_deep_page_reads_no_row_of_another(
    ask: Ask, seven: list[str], monkeypatch, django_assert_num_queries
) -> None:
    monkeypatch.setattr(pagination, "DEEP", 1)
    with django_assert_num_queries(4) as asked:  # the days, the count, the keys, the rows
        ask("countries/?page=3&page_size=2")
    keys, rows = (query["sql"] for query in asked.captured_queries[-2:])
    assert "OFFSET 1" in keys, "six of seven rows lie before it, one behind it"
    assert '"name"' not in keys.partition("FROM")[0]
    assert "OFFSET" not in rows


@pytest.fixture
def statements(peru: Country) -> list[int]:
    """Five in the order of the list, two of them of one day."""
    days = ("2008-05-01", "2009-05-01", "2009-05-01", "2010-05-01", "2011-05-01")
    made = [make_statement(f"Said {n}", parties=[(peru, "deliverer")], date=day) for n, day in enumerate(days)]
    return [publish_statement(one).statement_id for one in made][::-1]


@pytest.mark.parametrize("step", [1, 2, 3, 100])
def test_pages_from_a_landmark_hold_the_rows_that_front_ones_would(
    ask: Ask, statements: list[int], monkeypatch, step: int
) -> None:
    monkeypatch.setattr(pagination, "DEEP", 1)
    monkeypatch.setattr(pagination, "STEP", step)
    pages = [[row["id"] for row in ask(f"statements/?page={n}&page_size=2")["results"]] for n in (1, 2, 3)]
    assert pages == [statements[0:2], statements[2:4], statements[4:]]


def test_a_page_from_a_landmark_passes_no_row_before_it(
    ask: Ask, statements: list[int], monkeypatch, django_assert_num_queries
) -> None:
    monkeypatch.setattr(pagination, "DEEP", 1)
    monkeypatch.setattr(pagination, "STEP", 2)
    with django_assert_num_queries(5) as asked:  # the days, the count, the landmarks, the keys, the rows
        ask("statements/?page=3&page_size=2")
    assert "OFFSET" not in asked.captured_queries[-2]["sql"]


def test_no_page_is_longer_than_the_longest(ask: Ask, seven: list[str]) -> None:
    assert len(ask("countries/?page_size=501")["results"]) == 7  # a longer page is cut to 500, not refused
    assert ask("countries/?page_size=5")["count"] == 7


def test_a_page_that_is_not_there_is_404(client: Client, seven: list[str]) -> None:
    answer = client.get("/api/v1/countries/?page=9")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "not_found")


@pytest.mark.parametrize("query", ["", "?cursor="])
def test_a_list_speaks_of_the_last_day_of_its_record(ask: Ask, peru: Country, query: str) -> None:
    Coverage.objects.create(kind="states", scope="", complete_until="2026-02-03")
    page = ask(f"countries/{query}")
    assert (page["as_of"], page["complete_until"], page["caveat"]) == ("2026-02-03", "2026-02-03", "")


def test_a_list_of_which_nobody_has_said_how_far_it_reaches_speaks_of_no_day(ask: Ask, peru: Country) -> None:
    page = ask("countries/")
    assert (page["as_of"], page["complete_until"]) == (None, None)


@pytest.mark.django_db(transaction=True)
def test_how_many_there_are_is_counted_anew_when_it_has_changed(
    ask: Ask, peru: Country, person: Callable[..., User]
) -> None:
    statement = make_statement("Peru on clearance", parties=[(peru, "deliverer")], date="2010-05-01")
    publish_statement(statement)
    address = "statements/?kind=national&page_size=1"
    assert ask(address)["count"] == 1
    with CaptureQueriesContext(connection) as asked:
        assert ask(f"{address}&page=1")["count"] == 1
    assert not [query for query in asked.captured_queries if "COUNT(*) AS" in query["sql"]]
    assert ask("statements/?kind=non-paper")["count"] == 0
    publish_statement(make_statement("Peru on retention", parties=[(peru, "deliverer")], date="2011-05-01"))
    assert ask(address)["count"] == 2
    withdraw(record=statement, by=person("publisher"), reason="Wrong", public_reason="Wrong state.")
    assert ask(address)["count"] == 1
