"""The same figures, in the same words, on the page of a state, in the files and in the API."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]

#: What is destroyed and retained of the munitions of a state, and the verdicts on its ledger.
STATES = {
    "germany": ("DEU", "573,700", "at least 573,000", "570", ["Gap"]),
    "netherlands": ("NLD", "193,643", "193,643", "0", ["Counted differently"]),
    "peru": ("PER", "2,012", "2,012", "0", []),
    "belgium": ("BEL", "115,210", "115,210", "186", ["Counted differently"]),
    "slovakia": ("SVK", "1,235", "at least 1,015", "0", ["Gap"]),
    "south-africa": ("ZAF", "1,495", "at least 139", "not on record", ["Gap"]),
    "bulgaria": ("BGR", "6,905", "6,862", "6", ["Not accounted for, settled"]),
}
NAMES = ("declared", "destroyed", "retained")


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to("2026-11-21 12:00:00+00:00")


def csv_rows(client: Client, address: str) -> list[dict[str, str]]:
    content = b"".join(client.get(address).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(content)))


def xlsx_rows(client: Client, address: str) -> list[dict[str, Any]]:
    cells = load_workbook(io.BytesIO(client.get(address).content)).active.iter_rows(values_only=True)
    rows = list(cells)
    head = next(place for place, row in enumerate(rows) if row[0] == "ISO3")
    return [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :] if row[0]]


def words_of_cells(row: dict[str, Any], name: str) -> str:
    """A file's columns as the page says them."""
    part = row.get(f"Munitions {name} at least")
    value = part or row[f"Munitions {name}"]
    shown = f"{int(value):,}" if str(value).isdigit() else str(value)
    return f"at least {shown}" if part else shown


def words_of_page(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("slug", STATES)
def test_page_files_and_api_say_the_same(client: Client, slug: str) -> None:
    iso3, declared, destroyed, retained, verdicts = STATES[slug]
    expected = dict(zip(NAMES, (declared, destroyed, retained), strict=True))

    page = words_of_page(client, f"/stockpiles/{slug}/")
    assert f"At a glance Declared {declared} munitions" in page
    assert f"Destroyed {destroyed} munitions" in page
    if retained != "not on record":
        assert f"Retained for training {retained} munitions" in page
    lacks = re.search(r"on record; the total(?: of munitions)? is not on record; completion declared", page)
    assert bool(lacks) == ("at least" in destroyed)
    assert "Contradiction" not in page
    for verdict in verdicts:
        assert f"{verdict} " in page

    for row in (
        next(row for row in csv_rows(client, "/stockpiles.csv") if row["ISO3"] == iso3),
        next(row for row in xlsx_rows(client, "/stockpiles.xlsx") if row["ISO3"] == iso3),
    ):
        assert {name: words_of_cells(row, name) for name in NAMES} == expected
        differences = row["Where the figures do not come out"] or ""
        for verdict in verdicts:
            assert f"{verdict}: " in differences

    for rows in (csv_rows(client, f"/stockpiles/{slug}.csv"), xlsx_rows(client, f"/stockpiles/{slug}.xlsx")):
        parts = {row["Only a part"] or "" for row in rows if row["Record"] == "destroyed"}
        assert ("yes" in parts) == ("at least" in destroyed)

    (stock,) = client.get(f"/api/v1/stocks/?country={iso3}").json()["results"]
    assert {name: stock[name]["munitions"]["words"] for name in NAMES} == expected
    assert stock["destroyed"]["munitions"]["is_partial"] == ("at least" in destroyed)
    of_munitions = [one for one in stock["differences"] if one["unit"] == "munitions"]
    assert [one["verdict"] + (", settled" if one["is_settled"] else "") for one in of_munitions] == verdicts
    for one in of_munitions:
        assert " ".join(one["words"].split()) in page
        assert one["explanation"] in page


def test_the_world_is_one_sum_everywhere(client: Client) -> None:
    overview = words_of_page(client, "/stockpiles/")
    assert "at least 1,490,507 munitions destroyed, by the records" in overview
    assert (
        "of 5 of them (Cyprus, Georgia, Germany, Slovakia, South Africa) the total is not on record, only a part"
        in overview
    )
    rows = csv_rows(client, "/stockpiles.csv")
    wholes = [row["Munitions destroyed"] for row in rows if row["Munitions destroyed"].isdigit()]
    parts = [row["Munitions destroyed at least"] for row in rows if row["Munitions destroyed at least"]]
    assert sum(map(int, wholes)) + sum(map(int, parts)) == 1_490_507
    assert sorted(map(int, parts)) == [139, 844, 1015, 2416, 573_000]
    destroyed = client.get("/api/v1/stocks/").json()["world"]["destroyed"]
    assert destroyed["munitions"]["words"] == "at least 1,490,507"
    assert destroyed["basis"] in overview
    assert "at least 1,490,507 on record as destroyed" in " ".join(client.get("/").content.decode().split())


def test_two_dates_of_a_figure_are_the_same_everywhere(client: Client) -> None:
    """Peru's stock of 2013 is what the edition of 2015 says of it."""
    page = words_of_page(client, "/stockpiles/peru/")
    assert "676 munitions, 86,200 submunitions as of 2013 Stated, said in 2015; superseded:" in page
    (row,) = [row for row in csv_rows(client, "/stockpiles/peru.csv") if row["Munitions"] == "676"]
    assert (row["As of or period"], row["Made on"]) == ("2013", "2015")
    (cells,) = [row for row in xlsx_rows(client, "/stockpiles/peru.xlsx") if str(row["Munitions"]) == "676"]
    assert (str(cells["As of or period"]), str(cells["Made on"])) == ("2013", "2015")
    found = client.get("/api/v1/holdings/?country=PER").json()["results"]
    (fact,) = [one for one in found if one["munitions"] == 676]
    assert (fact["as_of"]["value"], fact["made_on"]["value"]) == ("2013", "2015")


def test_what_peru_destroyed_stands_among_no_declared_figures(client: Client) -> None:
    rows = csv_rows(client, "/stockpiles/peru.csv")
    assert {row["Record"] for row in rows if row["Munitions"] == "2021"} == {"destroyed"}
    held = client.get("/api/v1/holdings/?country=PER").json()["results"]
    assert 2021 not in {one["munitions"] for one in held}
    reasons = {row["Reason for the rank"] for row in rows}
    assert not any("count one kind" in reason or "counts all submunitions" in reason for reason in reasons)
