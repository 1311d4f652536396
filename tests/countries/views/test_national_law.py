"""The page of national laws: count on a day, map, chart, filters, files, each law with who says so."""

from __future__ import annotations

import csv
import io
from functools import partial

import pytest
from django.test import Client

from countries.models import NationalLaw
from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module
from tests.factories.stockpiles import load_stocks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


loaded = for_module(partial(load_once, "national-laws", on=load_stocks))


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def test_a_law_stands_with_its_day_and_who_says_so(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        text = page(client, "/laws/")
    assert "By the record up to" in text
    assert "act, adopted 25 March 2010, in force 25 March 2010, according to" in text
    assert "none needed, in the state&#x27;s own view, according to" in text
    assert 'id="chart-law-map"' in text
    assert 'id="chart-laws-by-year"' in text


def test_the_count_is_asked_on_a_day_and_at_least(client):
    text = page(client, "/laws/?as_of=2020-11-24")
    assert "On 24 November 2020 at least 33 of 110 States Parties (by deposit)" in text
    assert "which does not say that they have none" in text


def test_filters_leave_the_laws_that_were_asked_for(client):
    text = page(client, "/laws/?kind=moratorium&region=Europe")
    assert 'id="croatia"' in text
    assert 'id="singapore"' not in text
    assert "Mine action law" not in text
    assert {line["State"] for line in rows(client, "/laws.csv?year=2021")} == {"Niue"}
    assert {line["Towards the convention"] for line in rows(client, "/laws.csv?standing=signatory")} == {
        "Signatory"
    }
    assert "No state on record matches these filters." in page(client, "/laws/?kind=moratorium&year=2021")


def test_the_file_has_every_claim_with_its_source_and_two_days(client):
    lines = rows(client, "/laws.csv")
    assert len(lines) == 196 == NationalLaw.objects.count()
    assert all(line["Sources"] and line["By"] and line["Record up to"] for line in lines)
    colombia = [line for line in lines if line["ISO3"] == "COL"]
    assert {line["Law"] for line in colombia} == {"Law 1604 of 2012"}
    assert client.get("/laws.xlsx").status_code == 200


@pytest.mark.parametrize(
    "query", ["kind=statute", "year=1900", "standing=friend", "as_of=yesterday", "state=PER", "sort=laws"]
)
def test_what_is_not_offered_is_refused(client, query):
    assert client.get(f"/laws/?{query}").status_code == 400


def test_nothing_of_it_is_on_record_and_the_page_says_so(client):
    NationalLaw.objects.all().delete()
    text = page(client, "/laws/")
    assert "at least 0 of 112" in text
    assert "No state on record matches these filters." in text
