"""The stocks of all states as partners get them: sums, and what they lack."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to("2026-11-21 12:00:00+00:00")


def body(client: Any, address: str) -> Any:
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    return response.json()


def stock(client, iso3):
    (one,) = body(client, f"stocks/?country={iso3}")["results"]
    return one


def test_a_part_is_never_the_value(client):
    germany = stock(client, "DEU")
    assert germany["declared"]["munitions"]["value"] == 573_700
    assert germany["destroyed"]["munitions"] == {
        "value": None,
        "at_least": 573_000,
        "is_partial": True,
        "is_rounded": False,
        "words": "at least 573,000",
    }
    assert germany["destroyed_extent"]["munitions"] == {
        "extent": "part",
        "arithmetic": "At least 573,000 munitions destroyed are on record, of 573,700 held; the total is not on record; "
        "completion declared.",
    }
    assert germany["is_completed"]


def test_the_world_says_what_its_sum_lacks(client):
    destroyed = body(client, "stocks/")["world"]["destroyed"]
    assert (destroyed["munitions"]["at_least"], destroyed["munitions"]["value"]) == (1_490_507, None)
    assert [state["iso3"] for state in destroyed["states_without_total"]] == [*("CYP", "GEO", "DEU", "SVK", "ZAF")]


def test_a_settled_difference_has_its_explanation_and_sources(client):
    munitions, submunitions = stock(client, "BGR")["differences"]
    assert (munitions["verdict"], munitions["is_settled"]) == ("Not accounted for", True)
    assert munitions["explanation"].startswith("Figures of different editions")
    assert len(munitions["sources"]) == 3
    assert submunitions["unit"] == "submunitions"


def test_what_was_retained_and_destroyed_later_is_marked(client):
    (record,) = body(client, "destruction-records/?country=NLD&out_of=retained")["results"]
    assert (record["munitions"], record["made_on"]["value"]) == (200, "2020-11-26")
    assert stock(client, "NLD")["retained"]["munitions"]["value"] == 0


@pytest.mark.parametrize("query", ["country=XYZ", "colour=red"])
def test_a_bad_question_gets_400(client, query):
    answer = client.get(f"/api/v1/stocks/?{query}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["attr"] == query.partition("=")[0]


def test_few_queries(client, django_assert_max_num_queries):
    body(client, "stocks/")
    with django_assert_max_num_queries(12):
        body(client, "stocks/")
