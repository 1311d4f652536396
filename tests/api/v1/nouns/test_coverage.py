"""How far the record reaches, as partners get it; and the two days in every envelope."""

import pytest
import time_machine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def in_november():
    with time_machine.travel("2026-11-28T12:00Z", tick=False):
        yield


def body(client, path):
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.content
    return response.json()


def test_what_is_whole_and_what_is_in_part(client):
    rows = {row["id"]: row for row in body(client, "coverage/")["results"]}
    assert (rows["treaty-acts-ccm"]["extent"], rows["treaty-acts-ccm"]["complete_until"]) == (
        "whole",
        "2026-02-03",
    )
    assert rows["treaty-acts-ccm"]["sources"]
    assert rows["extension-decisions-article-4"]["extent"] == "part"
    assert "Thirteenth Meeting" in rows["extension-decisions-article-4"]["missing"]


def test_filters(client):
    assert {row["extent"] for row in body(client, "coverage/?extent=whole")["results"]} == {"whole"}
    assert client.get("/api/v1/coverage/?kind=weather").status_code == 400


@pytest.mark.parametrize("path", ["treaties/ccm/standings/", "deadlines/?article=3", "deadlines/?article=4"])
def test_answers_for_a_day_say_how_far_the_record_reaches(client, path):
    now = body(client, path)
    assert now["as_of"] == now["complete_until"] == "2026-02-03"
    assert now["caveat"] == ""
    joint = "&" if "?" in path else "?"
    later = body(client, f"{path}{joint}as_of=2030-01-01")
    assert (later["as_of"], later["complete_until"]) == ("2030-01-01", "2026-02-03")
    assert "The record ends on 3 February 2026" in later["caveat"]


def test_a_state_says_it_beside_each_standing(client):
    tuvalu = body(client, "countries/TUV/")
    ccm = next(one for one in tuvalu["standings"] if one["treaty"]["slug"] == "ccm")
    assert (ccm["as_of"], ccm["complete_until"]) == ("2026-02-03", "2026-02-03")
    assert ccm["sentence"].endswith("as of 3 February 2026.")


def test_no_state_is_overdue_under_article_4_and_no_days_stand_beside_an_unknown_decision(client):
    board = body(client, "deadlines/?article=4")
    assert "overdue" not in {duty["standing"] for duty in board["results"]}
    for duty in board["results"]:
        if duty["standing"] in ("passed_undecided", "not_on_record", "overdue_then", "unrecorded"):
            assert duty["days"] is None


def test_the_stocks_of_all_states_speak_of_no_later_day_than_their_record(client):
    answer = body(client, "stocks/?country=DEU")
    assert answer["as_of"] == answer["complete_until"] == "2026-02-03"
