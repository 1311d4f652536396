"""Stockpiles as partners get them: every fact with sources, certainty and rank."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.models import recording
from stockpiles.models import StockpileHolding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]

LISTS = [
    "munition-types",
    "holdings",
    "retention-records",
    "activity-claims",
    "destruction-records",
    "extension-requests",
    "completions",
    "transparency-reports",
    "programmes",
]


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to("2026-11-21 12:00:00+00:00")


def body(client: Any, address: str) -> Any:
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    return response.json()


@pytest.mark.parametrize("name", LISTS)
class TestEveryList:
    def test_each_fact_has_its_sources(self, client, name):
        results = body(client, f"{name}/?page_size=500")["results"]
        assert results
        for fact in results:
            assert fact["sources"], fact
            assert set(fact["sources"][0]) == {"key", "citation", "url", "locator"}
            assert client.get(fact["sources"][0]["url"]).status_code == 200
            break
        assert all(fact["sources"] for fact in results)

    def test_claims_have_certainty_and_rank(self, client, name):
        fact = body(client, f"{name}/")["results"][0]
        if name not in ("munition-types", "programmes"):
            assert fact["certainty"]
            assert fact["rank"] in ("preferred", "normal", "superseded")
            assert set(fact["state"]) == {"iso3", "name", "url"}


def test_peru_holdings_side_by_side(client):
    found = body(client, "holdings/?country=PER&kind=opening")["results"]
    whole = {one["munitions"]: one for one in found if one["munition_type"] is None}
    assert sorted(whole) == [675, 676, 2005, 2007, 2012]
    assert whole[2012]["rank"] == "preferred"
    assert whole[2012]["rank_reason"]
    # the yearbook of 2021 says it; what it is about is the stock to begin with
    assert (whole[2012]["as_of"], whole[2012]["made_on"]) == (None, {"value": "2021", "precision": "year"})
    assert whole[676]["as_of"] == {"value": "2013", "precision": "year"}
    types = [one for one in found if one["munition_type"]]
    assert {one["munition_type"]["slug"] for one in types} == {"cb-470", "bme-330", "rbk-500"}
    assert {one["munitions"] for one in types} == {None}


def test_rounded_and_unknown(client):
    given = ("munitions", "munitions_at_least", "submunitions", "submunitions_rounded", "submunitions_at_least")
    germany = [tuple(one[name] for name in given) for one in body(client, "holdings/?country=DEU")["results"]]
    assert sorted(germany) == [
        (573_000, True, 63_000_000, True, False),
        (573_700, False, 58_000_000, True, False),
        (573_700, False, 63_000_000, True, False),
    ]
    assert {one["submunitions"] for one in body(client, "holdings/?country=CUB")["results"]} == {None}


def test_destroyed_in_one_year(client):
    (one,) = body(client, "destruction-records/?country=PER&year=2022")["results"]
    assert (one["munitions"], one["submunitions"], one["year"]) == (542, 34824, 2022)
    (bulgaria,) = body(client, "destruction-records/?country=BGR&year=2022")["results"]
    assert bulgaria["period_end"] == {"value": "2022-05", "precision": "month"}


def test_the_extension_of_peru(client):
    (one,) = body(client, "extension-requests/?country=PER")["results"]
    assert (one["months_granted"], one["granted_until"]) == (37, {"value": "2024-04-01", "precision": "day"})
    assert [version["filed_on"]["value"] for version in one["versions"]] == ["2020-03", "2020-05"]
    assert (one["procedure"], one["evidence"], one["decided_at"]) == ("silence", "stated", None)
    assert one["decision_words"] == "Decided March 2021 by silence procedure."


def test_what_germany_asked_for_is_not_called_granted(client):
    later = body(client, "extension-requests/?country=DEU")["results"][-1]
    assert (later["outcome"], later["evidence"], later["granted_until"]) == ("not_found", "", None)
    assert later["requested_until"] == {"value": "2030-08-01", "precision": "day"}
    assert later["decision_words"].endswith("The state asked for 1 August 2030.")


def test_reports_with_the_computed_due_date_beside_the_printed_one(client):
    found = body(client, "transparency-reports/?country=CHE")["results"]
    (swiss,) = [one for one in found if one["due_as_printed"] and one["submitted_on"]]
    assert swiss["due"]["value"] == "2013-06-30"
    assert swiss["due"]["article"] == "CCM, Article 7(1)"
    assert swiss["due_as_printed"] == {"value": "2013-06-28", "precision": "day"}
    assert swiss["days"] == "on the day itself"


def test_the_programme_of_peru(client):
    (one,) = body(client, "programmes/?country=PER")["results"]
    assert len(one["stages"]) == 8
    assert one["contributions"][0]["donor_state"]["iso3"] == "NOR"
    assert one["contributions"][0]["channel"]["abbreviation"] == "NPA"
    assert all(stage["sources"] for stage in one["stages"])


def test_the_slides_date_perus_first_visit_and_one_stage_and_nothing_else(client):
    (one,) = body(client, "programmes/?country=PER")["results"]
    assert (one["started"], one["ended"]) == ({"value": "2014-09", "precision": "month"}, None)
    dated = {stage["number"]: stage for stage in one["stages"] if stage["started"] or stage["ended"]}
    assert list(dated) == [7]
    assert (dated[7]["started"], dated[7]["ended"]["value"]) == (None, "2023-12-15")
    assert [delay["began"]["precision"] for delay in one["delays"]] == ["year", "year"]


def test_a_type_answers_article_2(client):
    m26 = body(client, "munition-types/m26/")
    assert m26["definition"]["verdict"] == "cluster_munition"
    assert [test["passed"] for test in m26["definition"]["tests"]] == [False, None, None, None, None]
    assert body(client, "munition-types/?origin=RUS")["count"] == 5
    assert body(client, "munition-types/cb-470/")["called_by_source"] == "cluster bombs"


def test_a_superseded_figure_stays_and_says_why(client, db):
    with recording(by=None, reason="Made for a test"):
        cuba = StockpileHolding.objects.get(country__iso3="CUB", as_of=None)
        cuba.rank, cuba.rank_reason = "superseded", "Corrected."
        cuba.save()
    (one,) = body(client, "holdings/?country=CUB&rank=superseded")["results"]
    assert one["rank_reason"] == "Corrected."
