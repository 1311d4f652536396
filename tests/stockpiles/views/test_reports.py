"""The page of Article 7 reports."""

import pytest

from .reading import table, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


class TestReports:
    def test_the_grid_has_every_state_and_the_rate_its_basis(self, client):
        words = text_of(client.get("/stockpiles/reports/"))
        assert "284 reports of 106 states are on record here" in words
        assert "Afghanistan" in words
        assert "Zambia" in words
        assert "the list is incomplete" in words

    def test_one_year(self, client):
        words = text_of(client.get("/stockpiles/reports/?year=2014"))
        assert (
            "Due on 30 April 2015 (CCM, Article 7(2)). 29 reports on that year are on record here, 18 submitted in time. "
            "Of 83 States Parties one was due; where none is on record here, it may well have been submitted."
            in words
        )
        assert client.get("/stockpiles/reports/?year=1999").status_code == 400
        assert "No report covers that year yet" in text_of(client.get("/stockpiles/reports/?year=2090"))

    def test_csv_of_one_year(self, client):
        rows = table(client, "/stockpiles/reports.csv?year=2014")
        marks = {row["ISO3"]: (row["Due"], row["Mark"]) for row in rows}
        assert marks["BOL"] == ("2015-04-30", "not on record")
        assert marks["ALB"] == ("2015-04-30", "late")
        rates = {row["Calendar year"]: row for row in table(client, "/stockpiles/reports/rates.csv")}
        assert (rates["2014"]["On record here"], rates["2014"]["Not known here"]) == ("29", "54")
