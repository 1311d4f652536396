"""One state's stocks on one page."""

import io
import re

import pytest
from openpyxl import load_workbook

from countries.models import Country

from .reading import table, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


class TestState:
    def test_peru_tells_its_whole_story(self, client):
        words = text_of(client.get("/stockpiles/peru/"))
        for part in (
            "2,012 munitions, 162,417 submunitions",
            "675",
            "2,021",
            "used here",
            "Deadline 1 April 2024, 108 days early",
            "4 months before the deadline",
            "Norwegian People's Aid (NPA)",
            "El Niño",
            "COVID-19",
            "On record without any number: BME-330, CB-470, RBK-500.",
            "Filed March 2020. 37 months granted. Decided March 2021 by silence procedure.",
            "Version 2, May 2020",
        ):
            assert part in words.replace("&#x27;", "'"), part

    def test_chad_says_which_extension_a_source_states_and_which_is_derived(self, client):
        words = text_of(client.get("/stockpiles/chad/"))
        assert "Request 1 : granted, until 1 October 2024 (derived from a later text)" in words
        assert "No source seen here states the decision" in words
        assert "Decided September 2024 at 12MSP. Twelfth Meeting of States Parties (2024)" in words
        germany = text_of(client.get("/stockpiles/germany/"))
        assert "The state asked for 1 August 2030. Put to Twelfth Meeting of States Parties (2024)" in germany

    def test_perus_programme_prints_months_and_years_as_such(self, client):
        page = client.get("/stockpiles/peru/").content.decode()
        programme = " ".join(re.sub(r"<[^>]+>", " ", page.split('id="programme"', 1)[1]).split())
        assert "from September 2014, end unknown" in programme
        assert "1 of 8 stages has an end on record (7)" in programme
        for invented in ("1 September 2014", "30 September 2014", "1 January 2017", "31 December 2017"):
            assert invented not in programme

    def test_no_cookie_no_session_no_inline_style(self, client):
        response = client.get("/stockpiles/peru/")
        assert not response.cookies
        assert "style=" not in response.content.decode()
        assert "<script>" not in response.content.decode()

    def test_every_record_with_its_sources_as_csv(self, client):
        rows = table(client, "/stockpiles/peru.csv")
        stock = [row for row in rows if row["Record"] == "stock" and row["About"] == "whole stock"]
        assert [row["Munitions"] for row in stock] == ["2012", "2005", "2007", "676", "675"]
        assert all(row["Sources"] for row in rows)
        assert {row["Rank"] for row in stock} == {"Preferred", "Superseded"}
        assert [row["Made on"] for row in stock] == ["2021", "2017", "2016", "2015", "2014-08-12"]
        assert [row["As of or period"] for row in stock] == ["", "", "", "2013", ""]

    def test_bulgaria_shows_what_does_not_add_up(self, client):
        words = text_of(client.get("/stockpiles/bulgaria/"))
        assert "What does not add up" in words
        assert "the records leave 37 munitions unaccounted for" in words
        assert "The day of the new deadline is not known: October 2022." in words

    def test_germany_says_that_its_drawing_shows_a_part(self, client):
        words = text_of(client.get("/stockpiles/germany/"))
        assert "Munitions destroyed in the years on record" in words
        assert (
            "At least 573,000 munitions destroyed are on record, of 573,700 held; the total is not on record"
            in words
        )
        assert "Whole stock munitions 573,700 at least 573,000 570 not known" in words

    def test_the_dossier_of_germany_says_it_too(self, client):
        words = text_of(client.get("/countries/germany/"))
        assert "Whole stock, munitions 573,700 at least 573,000 570 not known" in words
        assert "Gap: At least 573,000 munitions destroyed are on record" in words

    def test_what_a_source_says_to_remain_stands_beside_the_ledger(self, client):
        words = text_of(client.get("/stockpiles/italy/"))
        assert "Said to remain: 210 munitions, unknown submunitions as of 31 December 2014" in words
        assert "no part of the ledger, which works out its own" in words
        assert "210" not in words[words.index("Ledger Declared") : words.index("Destruction Altogether")]

    def test_what_moved_is_shown_of_a_state_that_declared_nothing(self, client):
        words = text_of(client.get("/stockpiles/cyprus/"))
        assert "Transferred to another state: 3,760 munitions, unknown submunitions (Bulgaria) as of 2014" in words
        assert "Left to destroy" not in words

    def test_destroyed_and_nobody_says_how_many(self, client):
        words = text_of(client.get("/stockpiles/angola/"))
        assert "unknown munitions unknown submunitions destroyed, a source says, and not how many" in words
        assert "number unknown · up to October 2010" in words or "number unknown up to October 2010" in words
        assert "Left to destroy" not in words
        assert "By the records, left" not in words

    def test_a_report_that_was_not_submitted_is_not_said_to_be_on_record(self, client):
        words = text_of(client.get("/stockpiles/angola/"))
        assert "Voluntary not submitted as of August 2022 Not submitted, a source says" in words
        (row,) = [row for row in table(client, "/stockpiles/angola.csv") if row["Record"] == "Article 7 report"]
        assert (row["As of or period"], row["Says"]) == ("", "not submitted as of 2022-08")

    def test_who_only_says_that_it_retains_none_has_no_ledger(self, client):
        words = text_of(client.get("/stockpiles/zambia/"))
        assert "Retained for training 0 munitions 0 submunitions as of 21 January 2011" in words
        assert "By the records, left" not in words
        assert "Left to destroy" not in words
        assert "By the records, left" not in text_of(client.get("/countries/zambia/"))

    def test_a_state_without_records(self, client):
        words = text_of(client.get("/stockpiles/falkland-islands/"))
        assert "says neither that it holds any nor that it does not" in words
        assert client.get("/stockpiles/atlantis/").status_code == 404

    @pytest.mark.parametrize(
        "slug", ["chad", "bosnia-and-herzegovina", "lithuania", "colombia", "vanuatu", "congo"]
    )
    def test_other_stories(self, client, slug):
        state = Country.objects.get(slug=slug)
        page = client.get(f"/stockpiles/{slug}/").content.decode()
        assert state.name in page[page.index("<h1") : page.index("</h1>")]
        book = load_workbook(io.BytesIO(client.get(f"/stockpiles/{slug}.xlsx").content))
        assert "ISO3" in {cell for row in book.active.iter_rows(values_only=True) for cell in row}
