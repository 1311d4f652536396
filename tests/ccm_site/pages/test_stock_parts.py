"""Stockpiles on the composed pages: a state's own page, the list of states and the first page."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def on_3_february_2026() -> Any:
    with time_machine.travel(datetime(2026, 2, 3, 12, tzinfo=UTC), tick=False):
        yield


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


class TestOneState:
    def test_peru_leads_with_what_it_destroyed_and_when(self, client: Client) -> None:
        words = text_of(client, "/countries/peru/")
        assert (
            "Peru declared 2,012 cluster munitions with 162,417 submunitions and completed their destruction on "
            "15 December 2023, 108 days before its deadline of 1 April 2024."
        ) in words

    def test_at_a_glance_every_rule_names_its_day(self, client: Client) -> None:
        words = text_of(client, "/countries/peru/")
        assert "Stock declared 2,012 munitions 162,417 submunitions in them" in words
        assert "Stockpile destruction Met in time deadline 1 April 2024, 108 days early" in words
        assert "Newest Article 7 report May 2023 on 2022" in words

    def test_the_section_keeps_munitions_and_submunitions_apart(self, client: Client) -> None:
        page = client.get("/countries/peru/")
        words = " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())
        assert "Whole stock, munitions 2,012 2,012 0 0" in words
        assert "Whole stock, submunitions 162,417 162,417 0 0" in words
        assert "Declared (Whole stock): 5 figures that do not agree: 2,012 / 162,417 (used); " in words
        assert 'href="/stockpiles/peru/#ledger"' in page.content.decode()

    def test_a_year_without_a_figure_is_drawn_as_unknown(self, client: Client) -> None:
        assert "Munitions destroyed – unknown: 2023." in text_of(client, "/countries/peru/")

    def test_bulgaria_shows_the_extension_whose_day_is_known_on_its_timeline(self, client: Client) -> None:
        words = text_of(client, "/countries/bulgaria/")
        assert "Extension granted until 1 April 2021" in words
        assert "Extension granted until October 2022" not in words  # no source seen says when it was decided
        assert "Stockpile destruction completed" in words

    def test_a_deadline_ahead_is_marked_as_ahead(self, client: Client) -> None:
        with time_machine.travel(datetime(2025, 1, 1, 12, tzinfo=UTC), tick=False):
            page = client.get("/countries/lebanon/").content.decode()
        assert re.search(r'class="[^"]*future[^"]*"[^>]*>.{0,400}?Clearance: deadline', page, re.S)

    def test_of_a_state_without_anything_the_page_says_that_this_says_nothing(self, client: Client) -> None:
        words = text_of(client, "/countries/falkland-islands/")
        assert "Stockpiles Nothing recorded here; this says nothing about the state." in words

    def test_a_stock_recorded_in_detail_costs_a_few_queries_more_than_none(self, client: Client) -> None:
        counts = []
        for slug in ("peru", "tuvalu"):
            with CaptureQueriesContext(connection) as asked:
                client.get(f"/countries/{slug}/")
            counts.append(len(asked))
        assert counts[0] - counts[1] <= 12


class TestTheListOfStates:
    def test_filter_and_column(self, client: Client) -> None:
        words = text_of(client, "/countries/?stockpile=destroyed")
        assert "34 states and areas" in words
        assert "Peru" in words
        assert "Chile" in words
        assert "Tuvalu" not in words

    def test_the_csv_says_the_same(self, client: Client) -> None:
        rows = client.get("/countries.csv?q=peru").getvalue().decode().splitlines()
        assert "Stockpile" in rows[0]
        assert "Destroyed" in rows[1]


class TestTheFirstPage:
    def test_how_many_states_have_destroyed_their_stocks(self, client: Client) -> None:
        words = text_of(client, "/")
        assert "states have destroyed their stocks 34 of 42 with stocks on record" in words
        assert "1,489,572 munitions declared (sum of the figures of 36 states; unknown for 6)" in words
        assert "at least 1,490,507 on record as destroyed (of 5 states only a part)" in words

    def test_what_falls_due_within_a_quarter(self, client: Client) -> None:
        words = text_of(client, "/")
        assert "Deadlines ahead, and those whose outcome is open" in words
        assert "30 April 2026 : annual reports of" in words
        assert "1 March 2026" in words

    def test_a_quarter_without_a_deadline_names_the_next(self, client: Client) -> None:
        with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False):
            words = text_of(client, "/")
        assert "nothing falls due until 22 February 2027. Next: 30 April 2027 : annual reports of" in words
        assert "whether they were met or extended is not on record here" in words


@pytest.mark.parametrize("state", ["nigeria", "peru", "kosovo"])
def test_a_state_and_its_stocks_lead_to_each_other_also_where_nothing_is_recorded(client, state) -> None:
    assert f'href="/stockpiles/{state}/"' in client.get(f"/countries/{state}/").content.decode()
    assert f'href="/countries/{state}/"' in client.get(f"/stockpiles/{state}/").content.decode()
