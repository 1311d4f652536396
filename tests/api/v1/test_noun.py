"""What holds for every noun of the API: true descriptions, few queries, no drafts, no parameter that is not heard."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator, FormatChecker

from api.v1.noun import Computed
from api.v1.urls import NOUNS
from tests.factories.nouns import UNRELEASED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_of_each")]

Ask = Callable[[str], Any]
TABLES = [address for address, (_, noun) in NOUNS.items() if not issubclass(noun, Computed)]
WITH_ENTRIES = [address for address in TABLES if hasattr(NOUNS[address][1], "retrieve")]
ALIKE = [address for address in WITH_ENTRIES if getattr(NOUNS[address][1], "detail_serializer_class", "") is None]
SOURCED = (
    *("munition-types", "holdings", "retention-records", "activity-claims", "destruction-records"),
    *("extension-requests", "completions", "transparency-reports", "programmes"),
)


@pytest.fixture(autouse=True)
def on_21_november_2026(time_machine: Any) -> None:
    time_machine.move_to("2026-11-21 12:00:00+00:00")


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    """The published description, as partners read it."""
    return json.loads(Client().get("/api/v1/schema/?format=json").content)


@pytest.fixture
def is_described(description: dict[str, Any]) -> Callable[[str, object], None]:
    """Fails where an answer is not what the description of its address promises."""

    def check(path: str, answer: object) -> None:
        place = f"/paths/{path.replace('/', '~1')}/get/responses/200/content/application~1json/schema"
        validator = Draft202012Validator({**description, "$ref": f"#{place}"}, format_checker=FormatChecker())
        wrong = [
            f"{'/'.join(map(str, one.absolute_path))}: {one.message[:300]}"
            for one in validator.iter_errors(answer)
        ]
        assert not wrong, f"{path}: {wrong[:5]}"

    return check


def entry_of(address: str, description: dict[str, Any]) -> str:
    """The path of one entry, as the description writes it."""
    return next(
        path for path in description["paths"] if path.startswith(f"/api/v1/{address}/{{") and path.count("/") == 5
    )


def key_of(row: dict[str, Any]) -> str:
    if "url" in row:
        return row["url"].rstrip("/").rpartition("/")[2]
    return row["id"]


@pytest.mark.parametrize("address", NOUNS)
def test_its_list_is_what_the_description_promises(ask: Ask, is_described, address: str) -> None:
    for query in ("", "?page_size=2", "?cursor=", "?cursor=&page_size=2") if address in TABLES else ("",):
        answer = ask(f"{address}/{query}")
        assert answer["results"]
        is_described(f"/api/v1/{address}/", answer)


@pytest.mark.parametrize("address", WITH_ENTRIES)
def test_its_entries_are_what_the_description_promises(ask: Ask, is_described, description, address: str) -> None:
    for row in ask(f"{address}/?page_size=3")["results"]:
        is_described(entry_of(address, description), ask(f"{address}/{key_of(row)}/"))


@pytest.mark.parametrize("address", NOUNS)
def test_a_refusal_is_what_the_description_promises(client: Client, description, address: str) -> None:
    """Whatever a parameter is given, the answer is the rows or a 400 that names it."""
    for parameter in description["paths"][f"/api/v1/{address}/"]["get"].get("parameters", ()):
        response = client.get(f"/api/v1/{address}/", {parameter["name"]: "no such thing"})
        if response.status_code != 200:
            found = response.json()
            assert (response.status_code, found["type"]) in ((400, "validation_error"), (404, "client_error"))
            assert "unknown" not in {error["code"] for error in found["errors"]}, parameter["name"]


@pytest.mark.parametrize("address", NOUNS)
def test_an_unknown_parameter_is_named_with_those_it_knows(client: Client, description, address: str) -> None:
    response = client.get(f"/api/v1/{address}/?colour=red")
    (error,) = response.json()["errors"]
    assert (response.status_code, error["attr"], error["code"]) == (400, "colour", "unknown")
    described = description["paths"][f"/api/v1/{address}/"]["get"]["parameters"]
    assert (
        error["detail"] == f"Unknown parameter. Known here: {', '.join(sorted(one['name'] for one in described))}."
    )


@pytest.mark.parametrize("address", WITH_ENTRIES)
def test_an_entry_hears_no_unknown_parameter_either(client: Client, ask: Ask, address: str) -> None:
    key = key_of(ask(f"{address}/?page_size=1")["results"][0])
    response = client.get(f"/api/v1/{address}/{key}/?colour=red")
    assert (response.status_code, response.json()["errors"][0]["attr"]) == (400, "colour")


@pytest.mark.parametrize("address", TABLES)
def test_every_filter_is_described(description, address: str) -> None:
    described = {one["name"]: one for one in description["paths"][f"/api/v1/{address}/"]["get"]["parameters"]}
    filterset = getattr(NOUNS[address][1], "filterset_class", None)
    for name in filterset.base_filters if filterset else ():
        assert name in described
        assert described[name]["schema"], f"{name} of {address} has no type"


@pytest.mark.parametrize("address", TABLES)
def test_three_rows_cost_what_one_costs(ask: Ask, address: str) -> None:
    ask(f"{address}/?page_size=3")  # content types are remembered from the first time on
    queries = []
    for rows in (1, 3):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert len(ask(f"{address}/?page_size={rows}")["results"]) == rows
        queries.append(len(asked))
    assert queries[0] == queries[1] <= 10


@pytest.mark.parametrize("address", NOUNS)
def test_no_draft_leaves(client: Client, ask: Ask, address: str) -> None:
    pages = (
        [f"{address}/?page_size=500", f"{address}/?cursor=&page_size=500"]
        if address in TABLES
        else [f"{address}/"]
    )
    for page in pages:
        assert UNRELEASED.lower() not in json.dumps(ask(page)).lower()
    if address in ("sources", "profiles", "statements", "meetings"):  # entries of what has drafts, or names them
        for row in ask(f"{address}/?page_size=500&cursor=")["results"][-20:]:
            assert UNRELEASED.lower() not in json.dumps(ask(f"{address}/{key_of(row)}/")).lower()


@pytest.mark.parametrize("address", TABLES)
def test_its_envelope_carries_its_two_days(ask: Ask, address: str) -> None:
    for query in ("", "?cursor="):
        answer = ask(f"{address}/{query}")
        assert answer["as_of"] == answer["complete_until"]
        assert answer["as_of"] in ("2026-02-03", None)
        assert answer["caveat"] == ""


@pytest.mark.parametrize("address", TABLES)
def test_pages_by_number_and_by_key_hold_the_same_rows(ask: Ask, address: str) -> None:
    counted = ask(f"{address}/?page_size=500")
    by_key = ask(f"{address}/?cursor=&page_size=500")["results"]
    assert len(by_key) == counted["count"] == len(counted["results"])
    assert all(row in by_key for row in counted["results"][:5])


@pytest.mark.parametrize(
    "address", [one for one in WITH_ENTRIES if getattr(NOUNS[one][1], "detail_serializer_class", 1) is None]
)
def test_an_entry_is_its_line_of_the_list(ask: Ask, address: str) -> None:
    for row in ask(f"{address}/?page_size=3")["results"]:
        assert ask(f"{address}/{key_of(row)}/") == row


@pytest.mark.parametrize("address", SOURCED)
def test_every_fact_has_its_sources_and_its_rank(ask: Ask, client: Client, address: str) -> None:
    rows = ask(f"{address}/?page_size=500")["results"]
    assert all(row["sources"] for row in rows)
    assert set(rows[0]["sources"][0]) == {"key", "citation", "url", "locator"}
    assert client.get(rows[0]["sources"][0]["url"]).status_code == 200
    if address not in ("munition-types", "programmes"):
        assert {row["rank"] for row in rows} <= {"preferred", "normal", "superseded"}
        assert all(row["certainty"] and set(row["state"]) == {"iso3", "name", "url"} for row in rows)


def test_only_what_is_written_in_the_table_is_there(description) -> None:
    assert {path.split("/")[3] for path in description["paths"]} == set(NOUNS)
