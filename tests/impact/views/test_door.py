"""The door: three figures as published, and the way to the lists."""

from __future__ import annotations

import pytest

from countries.models import TotalMeasure, TotalSubject
from countries.queries.published_totals import published_totals
from impact.views.door import figures_of, newest_of
from tests.impact.views.test_contamination import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_the_newest_of_each_is_one_of_a_year_or_a_day_never_of_many_years():
    totals = published_totals()
    assert newest_of(totals, TotalMeasure.AREA_CLEARED).record.year == 2024
    assert newest_of(totals, TotalMeasure.ALL).record.in_words == "314"
    assert newest_of(totals, TotalMeasure.RECORDED) is None
    assert figures_of(published_totals(TotalSubject.LAWS)) == []


def test_each_figure_says_whose_it_is(client):
    text = page(client, "/impact/")
    assert "More than 100 km²" in text
    assert "World Today Journal, 2025" in text
    for address in ("/contamination/", "/clearance/", "/casualties/", "/published-totals/"):
        assert f'href="{address}"' in text
    assert client.get("/impact/?year=2017").status_code == 200
