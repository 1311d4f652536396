"""Casualties: a list with filters and files, the world by year, and what is not counted."""

from __future__ import annotations

import pytest

from impact.models import CasualtyFigure
from impact.views.casualties import years_of
from tests.impact.views.test_contamination import page, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_every_figure_has_its_basis_and_its_source(client):
    text = page(client, "/casualties/")
    assert text.count('<tr id="casualties-') == CasualtyFigure.objects.count() == 70
    ukraine = text.partition(">Ukraine</a></th>")[2].partition("</tr>")[0]
    assert "at least 193" in ukraine
    assert "Of attacks" in ukraine
    assert "Humanity &amp; Inclusion UK" in ukraine


def test_what_is_not_counted_is_said_in_words(client):
    text = page(client, "/casualties/").partition('id="not-counted"')[2].partition("</section>")[0]
    assert "No figure here is a sum of others." in text
    assert "No figure of the world was found for 2019." in text
    assert "for a single year before 2015 is on record here" in text
    assert "casualties are recorded and no number is given" in text
    assert "Nagorno-Karabakh" in text


def test_the_world_by_year_and_whether_parts_make_up_the_whole(client):
    text = page(client, "/casualties/")
    chart = text.partition('id="chart-world-all"')[2].partition("</figure>")[0]
    assert "no figure found" in chart
    assert "1,172" in chart
    assert "2017: 196 of attacks and 93 of remnants make up the 289 published." in text
    assert "56,500 to 86,500" in text


@pytest.mark.parametrize(
    ("query", "states"),
    [
        ("year=1999", {"ALB"}),
        ("year=2010", {"SYR"}),
        ("basis=attacks&year=2016", {"SYR", "YEM"}),
        ("number=given&year=2020", {"LBN"}),
        ("country=nagorno-karabakh", {""}),
        ("source=jurist&basis=attacks", {"MMR", "SYR", "UKR"}),
    ],
)
def test_it_is_narrowed(client, query, states):
    assert {line["ISO3"] for line in rows(client, f"/casualties.csv?{query}")} >= states
    if "year=2010" not in query:
        assert {line["ISO3"] for line in rows(client, f"/casualties.csv?{query}")} == states


def test_a_figure_of_all_time_is_of_no_year():
    assert years_of(CasualtyFigure()) == range(0)


def test_files_and_what_is_refused(client):
    lines = rows(client, "/casualties.csv?number=not_given")
    assert len(lines) == 53
    assert {line["Number"] for line in lines} == {""}
    assert client.get("/casualties.xlsx").status_code == 200
    for query in ("country=ATL", "basis=dead", "year=1800", "state=PER", "sort=source"):
        assert client.get(f"/casualties/?{query}").status_code == 400, query
    assert "No figure matches these filters." in page(client, "/casualties/?country=ALB&basis=attacks")


def test_few_questions_to_the_database(client, django_assert_max_num_queries):
    page(client, "/casualties/")
    with django_assert_max_num_queries(8):
        page(client, "/casualties/")
