"""The deadlines of all states on a day, as partners get them."""

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


def test_no_days_are_counted_against_a_treaty_that_did_not_exist(client):
    (ecuador,) = body(client, "deadlines/?article=3&country=ECU")["results"]
    words = "before the Convention was opened for signature on 3 December 2008"
    assert ecuador["days"]["words"] == words
    assert words in ecuador["proof"]["arithmetic"]


def test_peru(client):
    (peru,) = body(client, "deadlines/?article=3&country=PER")["results"]
    assert peru["original"]["value"] == "2021-03-01"
    assert peru["deadline"]["value"] == "2024-04-01"
    assert peru["days"] == {"least": 108, "most": 108, "words": "108 days early"}
    assert peru["in_force"]["article"] == "CCM, Article 17(2)"


def test_any_day(client):
    board = body(client, "deadlines/?article=3&as_of=2021-03-02")
    assert (board["as_of"], board["article"]) == ("2021-03-02", 3)
    assert sum(one["count"] for one in board["counts"]) == board["count"] == 42
    assert {one["iso3"] for one in board["nothing_on_record"]} >= {"IRL", "CPV"}
    told = {one["iso3"] for one in board["said_to_hold_none"]}
    assert "IRL" in told
    assert "CPV" not in told


def test_bulgaria_chain_with_its_remark(client):
    (bulgaria,) = body(client, "deadlines/?article=3&country=bgr")["results"]
    assert [step["until"]["value"] for step in bulgaria["extensions"]] == [
        "2021-04-01",
        "2022-10-01",
        "2023-12-31",
    ]
    assert bulgaria["extensions"][1]["remarks"] == ["The day of the new deadline is not known: October 2022."]


def test_only_the_late_reports(client):
    late = body(client, "deadlines/?article=7&standing=met_late")["results"]
    assert all(one["days"]["most"] < 0 for one in late)


@pytest.mark.parametrize("query", ["article=5", "article=x", "as_of=2013-02-30", "standing=lost", "country=XYZ"])
def test_a_bad_question_is_named(client, query):
    response = client.get(f"/api/v1/deadlines/?{query}")
    assert response.status_code == 400
    assert response.json()["errors"][0]["attr"] == query.split("=")[0]


def test_a_state_party_of_which_nothing_is_recorded_is_answered_with_its_dates(client):
    (vanuatu,) = body(client, "deadlines/?article=4&country=VUT")["results"]
    assert (vanuatu["standing"], vanuatu["deadline"]["value"]) == ("unrecorded", "2036-03-01")
    assert (
        "No duty of clearance is recorded here, which says nothing about the state"
        in vanuatu["proof"]["arithmetic"]
    )
    (ireland,) = body(client, "deadlines/?country=IRL")["results"]
    assert (ireland["standing"], ireland["deadline"]["value"], ireland["days"]) == (
        "unrecorded",
        "2018-08-01",
        None,
    )


def test_a_state_that_is_not_bound_is_an_empty_answer(client):
    assert body(client, "deadlines/?country=CHN")["results"] == []


@pytest.mark.parametrize("article", [3, 4, 7])
def test_at_most_nine_queries(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        body(client, f"deadlines/?article={article}&as_of=2020-01-01")
