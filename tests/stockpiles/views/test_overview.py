"""The world's stocks on one page, as a map and as files."""

import io
import re

import pytest
from openpyxl import load_workbook

from .reading import table, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


class TestOverview:
    def test_headline_figures_with_their_basis(self, client):
        words = text_of(client.get("/stockpiles/"))
        assert "1,489,572 munitions declared" in words
        assert "Sum of the figures of 36 states; unknown for 6" in words
        assert "about 178.87 million submunitions" in words
        assert "34 states completed destruction" in words

    def test_every_figure_leads_to_its_sources(self, client):
        page = client.get("/stockpiles/").content.decode()
        holding = re.search(r'href="/stockpiles/peru/#(holding-\d+)"[^>]*>2,012', page)
        assert holding is not None
        assert f'id="{holding[1]}"' in client.get("/stockpiles/peru/").content.decode()

    def test_only_who_is_not_bound_is_said_not_to_be(self, client):
        rows = {row["ISO3"]: row for row in table(client, "/stockpiles.csv")}
        assert {iso3 for iso3, row in rows.items() if not row["Standing"]} == {"AGO", "CYP", "GEO", "VEN"}
        assert (rows["MLI"]["Standing"], rows["MLI"]["Munitions remaining"]) == ("Nothing left to do", "0")
        assert client.get("/stockpiles/").content.decode().count("<div>Not bound</div>") == 4

    def test_filter_and_sort(self, client):
        words = text_of(client.get("/stockpiles/?region=Americas&sort=-declared"))
        assert "Nine states" not in words
        rows = table(client, "/stockpiles.csv?region=Americas&sort=-declared")
        assert [row["State"] for row in rows][:3] == ["Canada", "Peru", "Cuba"]

    def test_a_part_is_sorted_with_what_has_no_total(self, client):
        rows = table(client, "/stockpiles.csv?sort=-destroyed")
        assert rows[0]["ISO3"] == "CHE"
        parts, unknown = {"CYP", "GEO", "DEU", "SVK", "ZAF"}, {"AGO", "CMR", "GNB", "MLI", "VEN"}
        assert {row["ISO3"] for row in rows[-10:]} == parts | unknown

    def test_csv_says_unknown_and_rounded(self, client):
        rows = {row["ISO3"]: row for row in table(client, "/stockpiles.csv")}
        assert rows["PER"]["Munitions declared"] == "2012"
        assert rows["CUB"]["Submunitions declared"] == "unknown"
        assert rows["DEU"]["Submunitions rounded"] == "yes"
        assert rows["CMR"]["Munitions destroyed"] == "not on record"
        assert (
            sum(int(r["Munitions declared"]) for r in rows.values() if r["Munitions declared"].isdigit())
            == 1489572
        )

    def test_xlsx_keeps_numbers(self, client):
        book = load_workbook(io.BytesIO(client.get("/stockpiles.xlsx").content))
        cells = list(book.active.iter_rows(values_only=True))
        peru = next(row for row in cells if row[0] == "PER")
        assert peru[2] == 2012

    @pytest.mark.parametrize("query", ["region=Atlantis", "status=sold"])
    def test_a_filter_that_does_not_exist_is_a_bad_address(self, client, query):
        page = client.get(f"/stockpiles/?{query}")
        assert page.status_code == 400
        assert f"{query.partition('=')[2]} is not one of the available choices" in page.content.decode()
        assert client.get(f"/stockpiles.csv?{query}").status_code == 400

    def test_a_sort_that_does_not_exist_is_refused_with_those_that_do(self, client):
        page = client.get("/stockpiles/?sort=colour")
        assert page.status_code == 400
        assert "cannot be sorted by “colour”, but by name, declared, destroyed" in page.content.decode()

    def test_few_queries(self, client, django_assert_max_num_queries):
        client.get("/stockpiles/")
        with django_assert_max_num_queries(10):
            client.get("/stockpiles/?status=completed")
