"""What was cleared: a list with filters and files, and the world by year as published."""

from __future__ import annotations

import pytest

from impact.models import ClearanceRecord
from impact.views.clearance import years_of
from tests.impact.views.test_contamination import page, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_every_record_has_its_source_and_what_is_not_given_says_so(client):
    text = page(client, "/clearance/")
    assert text.count('<tr id="cleared-') == ClearanceRecord.objects.count() == 42
    assert "more than 45.6 km²" in text
    assert "not given" in text.partition(">Chad</a></th>")[2].partition("</tr>")[0]


def test_the_world_by_year_names_the_years_that_were_not_found(client):
    text = page(client, "/clearance/")
    chart = text.partition('id="chart-world-area-cleared"')[2]
    assert "no figure found" in chart.partition("</figure>")[0]
    assert "at least 93 km²" in text


def test_a_year_finds_the_records_whose_period_touches_it(client):
    found = {(line["ISO3"], line["Period from"]) for line in rows(client, "/clearance.csv?year=2018")}
    assert found == {("DEU", "2017"), ("HRV", "2010"), ("LBN", "2016"), ("SRB", "2010"), ("SRB", "2018")}
    assert years_of(ClearanceRecord()) == range(0)


def test_files_state_and_what_is_refused(client):
    assert {line["ISO3"] for line in rows(client, "/clearance.csv?country=LAO")} == {"LAO"}
    assert client.get("/clearance.xlsx?country=LAO").status_code == 200
    for query in ("country=ATL", "year=1800", "basis=all", "sort=source"):
        assert client.get(f"/clearance/?{query}").status_code == 400, query


def test_sorted_by_area_and_with_no_row(client):
    text = page(client, "/clearance/?sort=-area")
    assert text.partition('<tr id="cleared-')[2].partition("<td")[0].count("Lao People") == 1
    assert "No record matches these filters." in page(client, "/clearance/?country=CHL&year=2015")


def test_few_questions_to_the_database(client, django_assert_max_num_queries):
    page(client, "/clearance/")
    with django_assert_max_num_queries(8):
        page(client, "/clearance/")
