"""Types of munitions: list, page, files."""

import pytest
from django.urls import reverse

from .reading import table, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


class TestMunitions:
    def test_list_and_page(self, client):
        assert "23 types" in text_of(client.get("/stockpiles/munitions/"))
        words = text_of(client.get("/stockpiles/munitions/m26/"))
        assert "By Article 2 Cluster munition It fails test (i) of Article 2(2)(c)" in words
        assert "It holds 644 submunitions; not fewer than ten." in words
        assert client.get("/stockpiles/munitions/nothing/").status_code == 404

    def test_the_word_of_the_source_stands_beside_the_five_tests(self, client):
        words = text_of(client.get("/stockpiles/munitions/cb-470/"))
        assert "What its source calls it “cluster bombs”" in words
        assert "By Article 2 Cannot be decided" in words
        assert "no word of a source on record" in text_of(client.get("/stockpiles/munitions/ogr/"))

    def test_csv(self, client):
        rows = {row["Designation"]: row for row in table(client, "/stockpiles/munitions.csv")}
        assert rows["CB-470"]["Called by its source"] == "cluster bombs"
        assert rows["RBK-500"]["Submunitions in each"] == "unknown"
        assert rows["M26"]["Article 2(2)"] == "cluster munition"


def test_the_reserved_words_are_no_states(client):
    for name in ("stockpile_deadlines", "stockpile_reports", "munition_types", "stockpiles"):
        page = client.get(reverse(name))
        assert page.status_code == 200
        assert page.resolver_match.view_name == name
