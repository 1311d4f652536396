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

    def test_a_detail_is_its_line_of_the_list(self, client, name):
        fact = body(client, f"{name}/")["results"][0]
        key = fact.get("slug") if name == "munition-types" else fact["id"]
        assert body(client, f"{name}/{key}/") == fact

    def test_an_unknown_parameter_is_named(self, client, name):
        response = client.get(f"/api/v1/{name}/?colour=red")
        assert response.status_code == 400
        assert response.json()["errors"][0]["attr"] == "colour"

    def test_as_many_queries_for_many_as_for_one(self, client, name, django_assert_max_num_queries):
        body(client, f"{name}/?page_size=1")
        with django_assert_max_num_queries(10):
            body(client, f"{name}/?page_size=500")


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


class TestStocks:
    def stock(self, client, iso3):
        (one,) = body(client, f"stocks/?country={iso3}")["results"]
        return one

    def test_a_part_is_never_the_value(self, client):
        germany = self.stock(client, "DEU")
        assert germany["declared"]["munitions"]["value"] == 573_700
        assert germany["destroyed"]["munitions"] == {
            "value": None,
            "at_least": 7526,
            "is_partial": True,
            "is_rounded": False,
            "words": "at least 7,526",
        }
        assert germany["destroyed_extent"]["munitions"] == {
            "extent": "part",
            "arithmetic": "At least 7,526 munitions destroyed are on record, of 573,700 held; the total is not on record; "
            "completion declared.",
        }
        assert germany["is_completed"]

    def test_the_world_says_what_its_sum_lacks(self, client):
        destroyed = body(client, "stocks/")["world"]["destroyed"]
        assert (destroyed["munitions"]["at_least"], destroyed["munitions"]["value"]) == (920_703, None)
        assert [state["iso3"] for state in destroyed["states_without_total"]] == ["DEU", "SVK", "ZAF"]

    def test_a_settled_difference_has_its_explanation_and_sources(self, client):
        munitions, submunitions = self.stock(client, "BGR")["differences"]
        assert (munitions["verdict"], munitions["is_settled"]) == ("Not accounted for", True)
        assert munitions["explanation"].startswith("Figures of different editions")
        assert len(munitions["sources"]) == 3
        assert submunitions["unit"] == "submunitions"

    def test_what_was_retained_and_destroyed_later_is_marked(self, client):
        (record,) = body(client, "destruction-records/?country=NLD&out_of=retained")["results"]
        assert (record["munitions"], record["made_on"]["value"]) == (200, "2020-11-26")
        assert self.stock(client, "NLD")["retained"]["munitions"]["value"] == 0

    @pytest.mark.parametrize("query", ["country=XYZ", "colour=red"])
    def test_a_bad_question_gets_400(self, client, query):
        assert client.get(f"/api/v1/stocks/?{query}").status_code == 400

    def test_few_queries(self, client, django_assert_max_num_queries):
        body(client, "stocks/")
        with django_assert_max_num_queries(12):
            body(client, "stocks/")


def test_rounded_and_unknown(client):
    (germany,) = body(client, "holdings/?country=DEU")["results"]
    assert (germany["submunitions"], germany["submunitions_rounded"]) == (63_000_000, True)
    (cuba,) = body(client, "holdings/?country=CUB")["results"]
    assert cuba["submunitions"] is None


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
    (swiss,) = body(client, "transparency-reports/?country=CHE")["results"]
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


class TestDeadlines:
    def test_no_days_are_counted_against_a_treaty_that_did_not_exist(self, client):
        (ecuador,) = body(client, "deadlines/?article=3&country=ECU")["results"]
        words = "before the Convention was opened for signature on 3 December 2008"
        assert ecuador["days"]["words"] == words
        assert words in ecuador["proof"]["arithmetic"]

    def test_peru(self, client):
        (peru,) = body(client, "deadlines/?article=3&country=PER")["results"]
        assert peru["original"]["value"] == "2021-03-01"
        assert peru["deadline"]["value"] == "2024-04-01"
        assert peru["days"] == {"least": 108, "most": 108, "words": "108 days early"}
        assert peru["in_force"]["article"] == "CCM, Article 17(2)"

    def test_any_day(self, client):
        board = body(client, "deadlines/?article=3&as_of=2021-03-02")
        assert (board["as_of"], board["article"]) == ("2021-03-02", 3)
        assert sum(one["count"] for one in board["counts"]) == board["count"] == 36
        assert {one["iso3"] for one in board["nothing_on_record"]} >= {"IRL"}

    def test_bulgaria_chain_with_its_remark(self, client):
        (bulgaria,) = body(client, "deadlines/?article=3&country=bgr")["results"]
        assert [step["until"]["value"] for step in bulgaria["extensions"]] == [
            "2021-04-01",
            "2022-10-01",
            "2023-12-31",
        ]
        assert bulgaria["extensions"][1]["remarks"] == ["The day of the new deadline is not known: October 2022."]

    def test_only_the_late_reports(self, client):
        late = body(client, "deadlines/?article=7&standing=met_late")["results"]
        assert all(one["days"]["most"] < 0 for one in late)

    @pytest.mark.parametrize(
        "query", ["article=5", "article=x", "as_of=2013-02-30", "standing=lost", "country=XYZ"]
    )
    def test_a_bad_question_is_named(self, client, query):
        response = client.get(f"/api/v1/deadlines/?{query}")
        assert response.status_code == 400
        assert response.json()["errors"][0]["attr"] == query.split("=")[0]

    def test_a_state_party_of_which_nothing_is_recorded_is_answered_with_its_dates(self, client):
        (vanuatu,) = body(client, "deadlines/?article=4&country=VUT")["results"]
        assert (vanuatu["standing"], vanuatu["deadline"]["value"]) == ("unrecorded", "2036-03-01")
        assert (
            "No contamination is recorded here, which says nothing about the state"
            in vanuatu["proof"]["arithmetic"]
        )
        (ireland,) = body(client, "deadlines/?country=IRL")["results"]
        assert (ireland["standing"], ireland["deadline"]["value"], ireland["days"]) == (
            "unrecorded",
            "2018-08-01",
            None,
        )

    def test_a_state_that_is_not_bound_is_an_empty_answer(self, client):
        assert body(client, "deadlines/?country=CHN")["results"] == []

    @pytest.mark.parametrize("article", [3, 4, 7])
    def test_at_most_eight_queries(self, client, article, django_assert_max_num_queries):
        with django_assert_max_num_queries(8):
            body(client, f"deadlines/?article={article}&as_of=2020-01-01")


def test_a_superseded_figure_stays_and_says_why(client, db):
    with recording(by=None, reason="Made for a test"):
        cuba = StockpileHolding.objects.get(country__iso3="CUB")
        cuba.rank, cuba.rank_reason = "superseded", "Corrected."
        cuba.save()
    (one,) = body(client, "holdings/?country=CUB&rank=superseded")["results"]
    assert one["rank_reason"] == "Corrected."
