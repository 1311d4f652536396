"""Who used them, who makes them: a list with a map, filters and files, each answer with who gives it."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def test_an_accusation_stands_with_who_makes_it(client):
    text = page(client, "/use/?place=UKR")
    assert "Russian Federation has used cluster munitions in Ukraine" in text
    assert "according to <a" in text
    assert "Said to have done so" in text.partition('id="states"')[2].partition("<tbody>")[2]
    assert 'id="peru"' not in text
    assert 'data-label="In a word"><div>Said to have done so' in text


def test_a_denial_stands_beside_it(client):
    text = page(client, "/use/?disputed=yes")
    assert "Azerbaijan has not used cluster munitions" in text
    assert "by its own word in <a" in text


@pytest.mark.parametrize("question", ["use", "production", "transfer", "hosting"])
def test_every_question_has_its_page_and_its_files(client, question, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        text = page(client, f"/{question}/")
    assert "By the record up to" in text
    assert client.get(f"/{question}.xlsx").status_code == 200
    assert {"ISO3", "Answer", "By", "Sources", "Record up to"} <= set(rows(client, f"/{question}.csv")[0])


def test_the_file_holds_every_claim_of_the_list_with_its_source(client):
    lines = rows(client, "/use.csv?answer=once&place=UKR")
    assert {line["ISO3"] for line in lines} == {"RUS", "UKR"}
    assert all(line["Sources"] for line in lines)
    assert {line["Answer"] for line in lines} >= {"yes", "no"}


def test_what_is_not_offered_is_refused(client):
    assert client.get("/use/?answer=perhaps").status_code == 400
    assert client.get("/use/?place=ATL").status_code == 400
    assert client.get("/use/?state=PER").status_code == 400


def test_a_list_of_no_state_says_so(client):
    assert "No state matches these filters." in page(client, "/use/?answer=now&disputed=yes&region=Oceania")
