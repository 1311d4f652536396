"""What did this site say then? Lists, boards and files over a set of changes: as their kept copies, on both databases."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from countries.models import Country, Coverage, TreatyAction
from editorial.history.as_known import tables_behind
from editorial.models import Tracked
from editorial.queries.change_sets import fact_tables
from stockpiles.models import (
    ActivityClaim,
    CompletionDeclaration,
    DestructionRecord,
    ExtensionRequest,
    Figures,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)
from tests.factories.changes import confirmed

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANSWERS = (
    "treaties/ccm/standings/",
    "deadlines/?article=3",
    "deadlines/?article=4",
    "deadlines/?article=7",
    "stocks/",
    "countries/",
    "treaties/",
    "treaty-actions/",
    "meetings/",
    "action-plans/",
    "munition-types/",
    "holdings/",
    "retention-records/",
    "activity-claims/",
    "destruction-records/",
    "extension-requests/",
    "completions/",
    "transparency-reports/",
    "programmes/",
    "coverage/",
)
FILES = (
    "treaties/ccm.csv",
    "treaties/ccm/accumulation.csv",
    "stockpiles.csv",
    "stockpiles/progress.csv",
    "stockpiles/deadlines.csv",
    "stockpiles/reports.csv",
    "stockpiles/reports/rates.csv",
)
PAGES = ("treaties/", "treaties/ccm/", "stockpiles/", "stockpiles/deadlines/", "stockpiles/reports/")


def then(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}known_at={MOMENT:%Y-%m-%dT%H:%M:%SZ}"


def change_much() -> None:
    """A set that touches what every answer rests on: some rows other, some gone, some new."""
    peru = Country.objects.get(iso3="PER")
    peru.name = "Perù"
    peru.save()
    figures: tuple[type[Figures], ...] = (StockpileHolding, DestructionRecord, RetentionRecord)
    for figure in (model.objects.order_by("pk").first() for model in figures):
        figure.munitions = (figure.munitions or 0) + 7
        figure.note = "It says so: [@report-2, p. 1]."
        figure.save()
    gone: tuple[type[Tracked], ...] = (
        *(ActivityClaim, TransparencyReport, CompletionDeclaration, ExtensionRequest, TreatyAction),
    )
    for model in gone:
        model.objects.order_by("pk").last().delete()
    for coverage in Coverage.objects.all():
        coverage.missing = "Much."
        coverage.save()


@pytest.fixture
def changed(three_of_each: None) -> Callable[[Callable[[], Any]], Any]:
    """What was answered at the moment; afterwards the set is confirmed, and it is a later day."""

    def keep(ask: Callable[[], Any]) -> Any:
        with time_machine.travel(MOMENT, tick=False):
            kept = ask()
        with time_machine.travel(datetime(2026, 11, 23, tzinfo=UTC)):
            confirmed(change_much)
        return kept

    return keep


@pytest.mark.django_db
def test_every_list_is_as_its_kept_copy_and_says_so(changed, client: Client) -> None:
    def ask() -> dict[str, Any]:
        return {address: client.get(f"/api/v1/{address}").json() for address in ANSWERS}

    kept = changed(ask)
    with time_machine.travel(LATER):
        today = ask()
        for address, body in kept.items():
            found = client.get(f"/api/v1/{then(address)}").json()
            assert found["known_at"] == "2026-11-22T12:00:00Z", address
            assert found["caveat"].startswith("As this site knew it on 22 November 2026, 12:00:00 UTC."), address
            assert without_moment(found) == without_moment(body), address
        different = {
            address for address in ANSWERS if today[address].get("results") != kept[address].get("results")
        }
    assert different >= {"treaty-actions/", "holdings/", "activity-claims/", "coverage/", "countries/", "stocks/"}


def without_moment(body: Any) -> Any:
    """An answer without what differs by the question alone: the moment, and addresses that carry it on."""
    words = body["caveat"].removeprefix("As this site knew it on 22 November 2026, 12:00:00 UTC.").strip()
    return {**body, "known_at": None, "caveat": words, "next": None, "previous": None}


@pytest.mark.django_db
def test_every_file_is_as_its_kept_copy_with_the_moment_in_every_row(changed, client: Client) -> None:
    def ask() -> dict[str, list[list[str]]]:
        return {address: read(client, address) for address in FILES}

    kept = changed(ask)
    with time_machine.travel(LATER):
        for address, rows in kept.items():
            heads, *found = read(client, then(address))
            assert heads[-1] == "As this site knew it at", address
            assert all(row[-1] == "2026-11-22T12:00:00+00:00" for row in found), address
            assert [heads[:-1], *(row[:-1] for row in found)] == rows, address


def read(client: Client, address: str) -> list[list[str]]:
    response = client.get(f"/{address}")
    body = b"".join(response) if response.streaming else response.content
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*(f"api/v1/{one}" for one in ANSWERS), *FILES, *PAGES])
def test_it_asks_few_queries_and_only_tables_that_stand_for_the_moment(
    three_of_each: None, client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing: set[str] = set()

    def noted(*roots: Any) -> Any:
        found = tables_behind(*roots)
        standing.update(model._meta.db_table for model in found)
        return found

    monkeypatch.setattr("api.parameters.tables_behind", noted)
    monkeypatch.setattr("editorial.views.known_at.tables_behind", noted)
    with time_machine.travel(LATER), CaptureQueriesContext(connection) as asked:
        response = client.get(f"/{then(address)}")
    assert response.status_code == 200
    said = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    questions = [sql for sql in said if not sql.startswith(("CREATE TEMPORARY", "SELECT MIN(first)"))]
    facts = {model._meta.db_table for model in fact_tables()}
    named = {table for sql in questions for table in re.findall(r'"(\w+)"\."', sql)} & facts
    assert named <= standing
    assert not [sql for sql in questions if "citationuse" in sql or "_listed" in sql], "derived from rows of today"
    assert len(said) <= MOST.get(address, 10)


MOST = {"api/v1/stocks/": 11}
"""Beside the tables, which PostgreSQL makes in one query, what the answer asks today."""


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_of_which_moment_it_speaks(three_of_each: None, client: Client, address: str) -> None:
    with time_machine.travel(LATER):
        page = client.get(f"/{address}?known_at=2026-11-22").content.decode()
    assert "This page is as this site knew it on 22 November 2026." in page
    assert f'href="/{address}">As it is known today' in page
    carried = re.findall(r'<form[^>]*method="get".*?</form>', page, re.DOTALL)
    assert carried
    assert all('name="known_at"' in form for form in carried)
    files = re.findall(r'href="(/[^"]*\.(?:csv|xlsx)[^"]*)"', page)
    assert all("known_at=2026-11-22" in url for url in files)


@pytest.mark.django_db
def test_what_nobody_can_know_is_refused(three_of_each: None, client: Client) -> None:
    with time_machine.travel(LATER):
        for given, status, attr in (
            ("2026-11-25", 400, "known_at"),
            ("x", 400, "known_at"),
            ("2020-01-01", 404, None),
        ):
            response = client.get(f"/api/v1/holdings/?known_at={given}")
            assert response.status_code == status, given
            [error] = response.json()["errors"]
            assert error["attr"] == attr, given
        for derived in ("sources/", "statements/", "positions/", "profiles/", "changes/"):
            assert client.get(f"/api/v1/{derived}?known_at=2026-11-22").status_code == 400, derived
        [first, *_] = client.get("/api/v1/holdings/").json()["results"]
        entry = f"/api/v1/holdings/{first['id']}/"
        assert client.get(entry).status_code == 200
        assert client.get(f"{entry}?known_at=2026-11-22").status_code == 400, "an entry is given as it is today"
        for page in ("/sources/", "/statements/", "/countries/", "/countries/peru/", "/search/?q=peru", "/"):
            mark = "&" if "?" in page else "?"
            assert client.get(f"{page}{mark}known_at=2026-11-22").status_code == 400, page
