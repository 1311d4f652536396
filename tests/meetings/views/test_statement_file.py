"""All statements as files: each as the API answers it, each in one row of CSV; never more than readers see."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from countries.models import Coverage
from editorial.actions.publishing import withdraw
from editorial.models import recording
from meetings.models import ListedStatement, ReadyStatement, Statement
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db

FILES = ("/statements.csv", "/statements.ndjson")
TEXT = (
    "Reports “fall”.[^1]\n\n## Opportunities\n\n"
    'Write "url":"/api/" and \u2028 more.\n\n[^1]: [@notes-2008, note 3].\n'
)


@pytest.fixture
def joint() -> Statement:
    """A paper of Chile and Peru at a meeting, with a note, a position and a theme."""
    chile, peru = make_country("CHL", "Chile"), make_country()
    parties = [(chile, "lead"), (peru, "co-sponsor")]
    source = make_source("notes-2008", url="https://example.org/notes")
    statement = make_statement(
        "Paper of Chile and Peru",
        parties,
        [make_theme("clearance")],
        kind="non-paper",
        date="2013-07-31>",
        language="es",
        meeting=make_meeting(),
        source=source,
        text=TEXT,
    )
    make_position(statement, peru, make_theme("clearance"))
    publish_statement(statement)
    return statement


def lines(client: Client, query: str = "") -> list[dict[str, Any]]:
    text = client.get(f"/statements.ndjson{query}").getvalue().decode()
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def rows(client: Client, query: str = "") -> list[dict[str, str]]:
    text = client.get(f"/statements.csv{query}").getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def without_days(line: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name not in ("as_of", "complete_until")}


def test_a_line_is_what_the_api_answers_with_the_days_of_the_answer(client: Client, joint: Statement) -> None:
    publish_statement(make_statement("Statement of Peru", [(make_country(), "deliverer")]))
    found = lines(client)
    assert [line["title"] for line in found] == ["Paper of Chile and Peru", "Statement of Peru"]
    for line in found:
        assert without_days(line) == client.get(f"/api/v1/statements/{line['id']}/").json()
    assert found[0]["text"] == TEXT
    assert found[0]["url"] == f"http://testserver/api/v1/statements/{joint.pk}/"


def test_every_line_and_row_carries_how_far_the_record_reaches(client: Client, joint: Statement) -> None:
    assert [(line["as_of"], line["complete_until"]) for line in lines(client)] == [(None, None)]
    with recording(by=None, reason="Test"):
        Coverage.objects.create(kind="statements", scope="", complete_until="2014-01-31")
    assert [(line["as_of"], line["complete_until"]) for line in lines(client)] == [("2014-01-31", "2014-01-31")]
    assert [(row["As of"], row["Record up to"]) for row in rows(client)] == [("2014-01-31", "2014-01-31")]


def test_a_row_of_the_csv(client: Client, joint: Statement) -> None:
    (row,) = rows(client, "?kind=non-paper")
    assert list(row.values())[:12] == [
        *(str(joint.pk), "Paper of Chile and Peru", "Non-paper", "2013-07-31", "after", "es", "Lima 2007"),
        *("Chile", "Peru", "", "Clearance", "notes-2008"),
    ]
    assert row["Address"] == f"http://testserver{ListedStatement.objects.get().get_absolute_url()}"


def test_a_meeting_has_the_name_of_today(client: Client, joint: Statement) -> None:
    with recording(by=None, reason="It is called otherwise"):
        joint.meeting.name = joint.meeting.short_name = "Lima Conference"
        joint.meeting.save()
    assert [line["meeting"]["name"] for line in lines(client)] == ["Lima Conference"]
    assert [row["Meeting"] for row in rows(client)] == ["Lima Conference"]


def test_addresses_have_the_host_that_was_asked(client: Client, joint: Statement, settings) -> None:
    settings.ALLOWED_HOSTS = ["monitor.example"]
    body = client.get("/statements.ndjson", headers={"host": "monitor.example"}).getvalue()
    assert b"http://monitor.example/api/v1/countries/CHL/" in body
    assert b"testserver" not in body


@pytest.mark.parametrize("file", FILES)
def test_drafts_embargoes_and_withdrawals_are_in_no_file(client: Client, joint, person, now, file: str) -> None:
    secret = make_statement("Secret draft", [(make_country(), "deliverer")], text="Secret words.")
    assert b"ecret" not in client.get(file).getvalue()
    publish_statement(secret, visible_from=now() + timedelta(days=1))
    assert b"ecret" not in client.get(file).getvalue()
    with recording(by=None, reason="Secret correction"):
        joint.title, joint.text = "Secret correction", "Secret words."
        joint.save()
    assert b"ecret" not in client.get(file).getvalue()
    publish_statement(joint, public_note="Secret", visible_from=now() + timedelta(days=1))
    body = client.get(file).getvalue()
    assert b"Paper of Chile" in body
    assert b"ecret" not in body
    withdraw(record=joint, by=person("publisher"), reason="No", public_reason="Mistake")
    assert b"Paper of Chile" not in client.get(file).getvalue()


def test_what_an_embargo_kept_back_takes_the_place_of_the_release_before(client: Client, joint, now):
    with recording(by=None, reason="Correction"):
        joint.text = "Corrected words."
        joint.save()
    publish_statement(joint, public_note="Words", visible_from=now() + timedelta(days=1))
    assert [line["release"]["number"] for line in lines(client)] == [1]
    with time_machine.travel(now() + timedelta(days=2)):
        assert [(line["release"]["number"], line["text"]) for line in lines(client)] == [(2, "Corrected words.")]


def test_a_statement_that_was_listed_before_entries_were_kept_is_not_missing(client: Client, joint) -> None:
    kept = lines(client)
    ReadyStatement.objects.all().delete()
    assert lines(client) == kept


@pytest.mark.parametrize("file", FILES)
@pytest.mark.usefixtures("joint")
def test_the_filters_of_the_list_are_those_of_its_files(client: Client, file: str) -> None:
    assert b"Paper of Chile" in client.get(f"{file}?country=CHL&role=lead").getvalue()
    assert b"Paper of Chile" not in client.get(f"{file}?country=PER&role=lead").getvalue()
    assert client.get(f"{file}?year=abc").status_code == 400
    assert client.get(f"{file}?roll=lead").status_code == 400


@pytest.mark.parametrize("file", FILES)
def test_the_number_of_queries_does_not_grow(client: Client, joint, file, django_assert_max_num_queries) -> None:
    for _ in range(2):
        with django_assert_max_num_queries(6):  # two of them begin and end the one moment on PostgreSQL
            client.get(file).getvalue()
        for n in range(4):
            publish_statement(make_statement(f"S{n}", [(make_country(), "deliverer")], meeting=joint.meeting))
