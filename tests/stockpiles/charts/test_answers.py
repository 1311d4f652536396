"""Use by year: what claims say of years, and years of which none speaks drawn as unknown."""

import pytest

from stockpiles.charts.answers import states_by_year
from stockpiles.models import Activity
from stockpiles.queries.answers_of_states import answers_of_states

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_use_by_year_counts_a_state_once_and_invents_no_zero():
    rows = answers_of_states([Activity.USE])
    chart = states_by_year(rows, "Use", "/use.csv")
    assert chart is not None
    drawn = {row[0].text: row[1].text for row in chart.rows}
    assert len(drawn) <= 20
    for year in (2016, 2022):
        assert drawn[str(year)] == str(len([row for row in rows if year in row.years]))
    silent = [year for year, text in drawn.items() if not any(int(year) in row.years for row in rows)]
    assert silent
    assert {drawn[year] for year in silent} == {"no claim"}
    assert "0" not in drawn.values()


def test_two_years_are_no_chart():
    rows = [row for row in answers_of_states([Activity.USE]) if len(row.years) == 1][:1]
    assert states_by_year(rows, "Use", "/use.csv") is None


def test_the_page_has_the_chart_with_its_table(client):
    page = client.get("/use/").content.decode()
    assert "Use: of how many states sources say so, by year" in page
    assert "a year without a claim is not one in which nothing happened" in page
