"""Treaties and standings as partners get them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db.models import QuerySet
from django.test import Client

from countries.models import Country, TreatyAction
from tests.factories.treaties import make_act

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "on_3_february_2026")]
STANDINGS = "/api/v1/treaties/ccm/standings/"


@pytest.fixture
def on_3_february_2026() -> Any:
    with time_machine.travel(datetime(2026, 2, 3, 12, tzinfo=UTC), tick=False):
        yield


def body(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return response.json()


def test_the_list_of_treaties(client: Client) -> None:
    treaties = body(client, "/api/v1/treaties/")
    assert treaties["count"] == 5
    ccm = treaties["results"][0]
    assert (ccm["slug"], ccm["name"], ccm["kind"]) == ("ccm", "Convention on Cluster Munitions", "treaty")
    assert "Oslo Convention" in ccm["aliases"]
    assert ccm["standings"].endswith(STANDINGS)
    assert treaties["results"][4]["parent"]["slug"] == "ccw"


def test_one_treaty_with_its_articles(client: Client) -> None:
    ccm = body(client, "/api/v1/treaties/ccm/")
    assert ccm["in_force"]["value"] == "2010-08-01"
    assert ccm["in_force"]["article"] == "CCM, Article 17(1)"
    assert {"about": "Reservations", "rule": "None", "article": "19"} in ccm["final_clauses"]
    assert "UN Treaty Collection" in ccm["sources"][0]["citation"]


@pytest.mark.parametrize(
    ("basis", "parties", "signatories", "joined"), [("deposit", 83, 29, 112), ("in_force", 77, 34, 111)]
)
def test_31_july_2013_by_either_basis(
    client: Client, basis: str, parties: int, signatories: int, joined: int
) -> None:
    found = body(client, f"{STANDINGS}?as_of=2013-07-31&basis={basis}")
    assert (found["as_of"], found["basis"]) == ("2013-07-31", basis)
    counts = {name: found["counts"][name]["count"] for name in found["counts"]}
    assert counts == {"parties": parties, "signatories": signatories, "joined": joined}
    for count in found["counts"].values():
        assert len(count["members"]) == count["count"]
        assert (count["basis"], count["as_of"]) == (basis, "2013-07-31")
    assert len(found["results"]) == 197


def test_a_standing_carries_its_proof(client: Client) -> None:
    results = body(client, f"{STANDINGS}?as_of=2012-09-26&standing=deposited")["results"]
    peru = next(one for one in results if one["state"]["iso3"] == "PER")
    assert peru["state"] == {"iso3": "PER", "name": "Peru", "url": "http://testserver/api/v1/countries/PER/"}
    assert (peru["standing"], peru["since"], peru["until"]) == ("deposited", "2012-09-26", "2013-03-01")
    assert (peru["counted_by_deposit_as"], peru["counted_by_in_force_as"]) == ("party", "signatory")
    assert peru["in_force"]["value"] == "2013-03-01"
    assert peru["in_force"]["article"] == "CCM, Article 17(2)"
    assert peru["in_force"]["inputs"][0] == {"name": "deposit", "value": "2012-09-26"}
    assert peru["in_force"]["arithmetic"].startswith("Deposited on 26 September 2012")


def test_a_withdrawal_is_known_only_after_its_notice(client: Client) -> None:
    def lithuania(day: str) -> Any:
        results = body(client, f"{STANDINGS}?as_of={day}&region=Europe")["results"]
        return next(one for one in results if one["state"]["iso3"] == "LTU")

    assert lithuania("2024-09-05")["withdrawal"] is None
    leaving = lithuania("2024-09-06")
    assert (leaving["standing"], leaving["withdrawal"]["value"]) == ("withdrawing", "2025-03-06")
    assert lithuania("2025-03-06")["standing"] == "withdrawn"


def test_filters_narrow_the_results_never_the_counts(client: Client) -> None:
    found = body(client, f"{STANDINGS}?as_of=2013-07-31&group=core-group")
    assert len(found["results"]) == 7
    assert found["counts"]["parties"]["count"] == 83


def test_published_beside_computed(client: Client) -> None:
    results = body(client, "/api/v1/treaties/mine-ban-treaty/standings/")["results"]
    montenegro = next(one for one in results if one["state"]["iso3"] == "MNE")
    assert montenegro["published_in_force"] == "2007-04-01"
    assert montenegro["in_force"]["value"] == "2006-10-23"


def test_standings_of_one_state_on_a_day(client: Client) -> None:
    peru = body(client, "/api/v1/countries/PER/?as_of=2009-03-01")
    by_treaty = {one["treaty"]["slug"]: one for one in peru["standings"]}
    assert by_treaty["ccm"]["standing"] == "signatory"
    assert by_treaty["ccw-protocol-v"]["sentence"].startswith("On 1 March 2009, Peru had not joined Protocol V")
    assert "UN Treaty Collection" in by_treaty["ccm"]["sources"][0]["citation"]
    assert peru["groups"] == [
        {
            "slug": "core-group",
            "name": "Core Group of the Oslo Process",
            "role": "host",
            "since": None,
            "until": None,
        }
    ]
    assert body(client, "/api/v1/countries/XKX/")["standings"] == []


def test_actions_with_their_sources(client: Client) -> None:
    found = body(client, "/api/v1/treaty-actions/?treaty=ccm&country=PER")
    assert [(one["kind"], one["date"]) for one in found["results"]] == [
        ("signature", "2008-12-03"),
        ("ratification", "2012-09-26"),
    ]
    ratification = found["results"][1]
    assert ratification["published_effect"] == "2013-03-01"
    assert ratification["note"].startswith("The published day of entry into force is the Monitor's")
    assert len(ratification["sources"]) == 2
    one = body(client, f"/api/v1/treaty-actions/{ratification['id']}/")
    assert one == ratification


def test_actions_by_day_and_kind(client: Client) -> None:
    found = body(
        client, "/api/v1/treaty-actions/?kind=withdrawal_notice&date_from=2025-01-01&date_until=2025-07-31"
    )
    assert [one["state"]["iso3"] for one in found["results"]] == ["EST", "LTU", "LVA", "FIN"]
    walk = body(client, "/api/v1/treaty-actions/?cursor=&page_size=500")
    assert len(walk["results"]) == 500
    assert walk["next"]


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        (f"{STANDINGS}?as_of=2013-02-30", "as_of"),
        (f"{STANDINGS}?as_of=0000-01-01", "as_of"),
        (f"{STANDINGS}?as_of=today", "as_of"),
        (f"{STANDINGS}?basis=signature", "basis"),
        (f"{STANDINGS}?standing=happy", "standing"),
        (f"{STANDINGS}?region=Atlantis", "region"),
        (f"{STANDINGS}?group=g7", "group"),
        (f"{STANDINGS}?on=2013-07-31", "on"),
        ("/api/v1/countries/PER/?as_of=31.7.2013", "as_of"),
        ("/api/v1/countries/PER/?day=2013-07-31", "day"),
        ("/api/v1/treaties/ccm/?as_of=2013-07-31", "as_of"),
        ("/api/v1/treaty-actions/?treaty=kyoto", "treaty"),
        ("/api/v1/treaty-actions/?country=XXX", "country"),
        ("/api/v1/treaty-actions/?date_from=yesterday", "date_from"),
        ("/api/v1/treaty-actions/?as_of=2013-07-31", "as_of"),
    ],
)
def test_a_bad_parameter_is_named(client: Client, address: str, parameter: str) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert response.json()["errors"][0]["attr"] == parameter


def test_no_such_treaty(client: Client) -> None:
    answer = client.get("/api/v1/treaties/kyoto/standings/")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        (STANDINGS, 6),
        ("/api/v1/treaties/", 4),
        ("/api/v1/treaty-actions/?treaty=ccm", 5),
        ("/api/v1/countries/PER/", 10),
    ],
)
def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_max_num_queries: Callable, address: str, queries: int
) -> None:
    body(client, address)  # content types are remembered from the first time on
    with django_assert_max_num_queries(queries):
        body(client, address)
    QuerySet(TreatyAction).exclude(country__iso3="PER").delete()
    with django_assert_max_num_queries(queries):
        body(client, address)


def test_a_new_act_is_there_at_once(client: Client) -> None:
    make_act(Country.objects.get(iso3="FIN"), "accession", "2026-01-15")
    assert body(client, STANDINGS)["counts"]["parties"]["count"] == 113


def test_the_description_names_the_addresses(client: Client) -> None:
    paths = client.get("/api/v1/schema/?format=json").json()["paths"]
    assert "as_of" in {p["name"] for p in paths["/api/v1/treaties/{slug}/standings/"]["get"]["parameters"]}
    assert "as_of" in {p["name"] for p in paths["/api/v1/countries/{iso3}/"]["get"]["parameters"]}
    assert "/api/v1/treaty-actions/" in paths
