"""The page of positions: a table state by question, filters, files, each view with who says so."""

from __future__ import annotations

import csv
import io
from functools import partial

import pytest
from django.test import Client

from meetings.models import InterpretivePosition
from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module
from tests.factories.stockpiles import load_stocks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


loaded = for_module(partial(load_once, "statement-themes", "interpretive-positions", on=load_stocks))


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def test_the_table_has_the_newest_view_with_its_year(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        text = page(client, "/positions/")
    table = text.partition('id="table"')[2].partition("</table>")[0]
    assert '<a href="#armenia-joining">Not for now</a> <span class="basis">2022</span>' in table
    assert "Before, another answer" not in text
    assert "Also (16 June 2015): not for now." in text
    assert "By the record up to" in text
    assert '<a href="/themes/retention/">Retention</a>' in text


def test_a_view_stands_with_who_says_so_and_a_change_is_named(client):
    InterpretivePosition.objects.create(country_id=_pk("ARM"), issue="joining", answer="supports", made_on="2025")
    text = page(client, "/positions/?issue=joining")
    assert "In favour</a>* <span" in text
    assert "Before, another answer (13 August 2022): not for now." in text


def _pk(iso3: str) -> int:
    return InterpretivePosition.objects.filter(country__iso3=iso3).values_list("country", flat=True)[0]


def test_filters_narrow_table_and_words(client):
    text = page(client, "/positions/?issue=transit&answer=prohibited&region=Africa")
    assert 'id="niger-transit"' in text
    assert 'id="new-zealand-transit"' not in text
    outside = rows(client, "/positions.csv?issue=joining&standing=not_joined")
    assert {line["Towards the convention"] for line in outside} == {"Not joined"}
    assert "No view on record matches these filters." in page(client, "/positions/?issue=joining&answer=partly")


def test_that_no_view_was_given_is_an_answer_and_no_view(client):
    lines = rows(client, "/positions.csv?answer=not_given")
    assert len(lines) == 54
    assert {line["View"] for line in lines} == {"", "Holds the weapon to be legitimate."}
    assert "That views were not given is an answer, and no view." in page(client, "/positions/")


def test_the_file_has_every_view_with_its_source(client):
    lines = rows(client, "/positions.csv")
    assert len(lines) == 172
    assert all(line["Sources"] and line["By"] and line["Record up to"] for line in lines)
    assert client.get("/positions.xlsx").status_code == 200


@pytest.mark.parametrize("query", ["issue=weather", "answer=perhaps", "region=Mars", "state=PER", "sort=before"])
def test_what_is_not_offered_is_refused(client, query):
    assert client.get(f"/positions/?{query}").status_code == 400


def test_the_theme_of_a_question_leads_here(client):
    assert '<a href="/positions/?issue=foreign_stocks">Foreign stockpiling</a>' in page(
        client, "/themes/transfer/"
    )
