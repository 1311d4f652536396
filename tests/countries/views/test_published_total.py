"""Published totals: a list by subject with files; every row at its place."""

from __future__ import annotations

import csv
import io

import pytest

from countries.models import PublishedTotal
from editorial.models import recording
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def laws():
    note = f"[@{make_source(key='yearbook').key}, p. 5]"
    with recording(by=None, reason="Made for a test"):
        PublishedTotal.objects.create(
            subject="casualties", measure="attacks", period_start="2021", period_end="2021", note=note
        )
        return PublishedTotal.objects.create(
            subject="laws",
            measure="with_laws",
            as_of="2020-11",
            number=31,
            out_of=110,
            covers="States Parties",
            note=note,
        )


def test_every_total_stands_at_its_place_with_its_source(client, laws):
    text = client.get("/published-totals/").content.decode()
    assert f'id="total-{laws.pk}"' in text
    assert "31 of 110" in text
    assert "number not given" in text
    assert "La República" in text


def test_by_subject_as_a_page_and_as_files(client, laws):
    assert "number not given" not in client.get("/published-totals/?subject=laws").content.decode()
    lines = list(
        csv.DictReader(
            io.StringIO(client.get("/published-totals.csv?measure=with_laws").getvalue().decode("utf-8-sig"))
        )
    )
    assert [(line["Number"], line["Out of"], line["Covers"]) for line in lines] == [
        ("31", "110", "States Parties")
    ]
    assert client.get("/published-totals.xlsx").status_code == 200


def test_what_is_not_offered_is_refused_and_an_empty_list_says_so(client, laws):
    assert client.get("/published-totals/?subject=weather").status_code == 400
    assert client.get("/published-totals/?year=2020").status_code == 400
    assert "No total matches these filters." in client.get("/published-totals/?subject=stocks").content.decode()


def test_few_questions_to_the_database(client, laws, django_assert_max_num_queries):
    client.get("/published-totals/")
    with django_assert_max_num_queries(8):
        client.get("/published-totals/")
