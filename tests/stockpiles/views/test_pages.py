"""Public pages of stockpiles: what they say, what they refuse, and what files they give."""

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-21 12:00:00+00:00")


def text_of(response):
    """The words of a page, with white space closed up."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def table(client, address):
    content = b"".join(client.get(address).streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


class TestOverview:
    def test_headline_figures_with_their_basis(self, client):
        words = text_of(client.get("/stockpiles/"))
        assert "1,489,458 munitions declared" in words
        assert "Sum of the figures of 35 states; unknown for 1" in words
        assert "about 178.87 million submunitions" in words
        assert "34 states completed destruction" in words

    def test_every_figure_leads_to_its_sources(self, client):
        page = client.get("/stockpiles/").content.decode()
        holding = re.search(r'href="/stockpiles/peru/#(holding-\d+)"[^>]*>2,012', page)
        assert holding is not None
        assert f'id="{holding[1]}"' in client.get("/stockpiles/peru/").content.decode()

    def test_filter_and_sort(self, client):
        words = text_of(client.get("/stockpiles/?region=Americas&sort=-declared"))
        assert "Nine states" not in words
        rows = table(client, "/stockpiles.csv?region=Americas&sort=-declared")
        assert [row["State"] for row in rows][:3] == ["Canada", "Peru", "Cuba"]

    def test_a_part_is_sorted_with_what_has_no_total(self, client):
        rows = table(client, "/stockpiles.csv?sort=-destroyed")
        assert rows[0]["ISO3"] == "CHE"
        assert {row["ISO3"] for row in rows[-5:]} == {"DEU", "SVK", "ZAF", "CMR", "GNB"}

    def test_csv_says_unknown_and_rounded(self, client):
        rows = {row["ISO3"]: row for row in table(client, "/stockpiles.csv")}
        assert rows["PER"]["Munitions declared"] == "2012"
        assert rows["CUB"]["Submunitions declared"] == "unknown"
        assert rows["DEU"]["Submunitions rounded"] == "yes"
        assert rows["CMR"]["Munitions destroyed"] == "not on record"
        assert (
            sum(int(r["Munitions declared"]) for r in rows.values() if r["Munitions declared"].isdigit())
            == 1489458
        )

    def test_xlsx_keeps_numbers(self, client):
        book = load_workbook(io.BytesIO(client.get("/stockpiles.xlsx").content))
        cells = list(book.active.iter_rows(values_only=True))
        peru = next(row for row in cells if row[0] == "PER")
        assert peru[2] == 2012

    @pytest.mark.parametrize("query", ["region=Atlantis", "status=sold"])
    def test_a_filter_that_does_not_exist_is_a_bad_address(self, client, query):
        assert client.get(f"/stockpiles/?{query}").status_code == 400
        assert client.get(f"/stockpiles.csv?{query}").status_code == 400
        assert client.get("/stockpiles/?sort=colour").status_code == 400

    def test_few_queries(self, client, django_assert_max_num_queries):
        client.get("/stockpiles/")
        with django_assert_max_num_queries(10):
            client.get("/stockpiles/?status=completed")


class TestDeadlines:
    def test_peru_with_its_chain(self, client):
        words = text_of(client.get("/stockpiles/deadlines/?article=3"))
        assert "Peru 1 April 2024 1 Mar 2021 → 1 Apr 2024" in words
        assert "108 days early" in words
        assert "8 years after entry into force" in words

    def test_as_of_another_day(self, client):
        words = text_of(client.get("/stockpiles/deadlines/?article=3&as_of=2021-03-02"))
        assert "as of 2 March 2021, by the record up to 3 February 2026" in words
        assert "1,126 days left" in words

    def test_only_the_late(self, client):
        rows = table(client, "/stockpiles/deadlines.csv?article=7&standing=met_late")
        assert "Bulgaria" not in [row["State"] for row in rows]
        assert {row["Standing"] for row in rows} == {"Met late"}
        assert "Guinea-Bissau" in [row["State"] for row in rows]

    def test_every_standing_is_explained_beside_its_count(self, client):
        words = text_of(client.get("/stockpiles/deadlines/?article=7"))
        assert (
            "nothing on record here says whether the duty was fulfilled. It says nothing about the state" in words
        )
        assert "what came after is not on record here" in words

    def test_no_day_is_counted_where_what_was_decided_is_not_on_record(self, client):
        rows = table(client, "/stockpiles/deadlines.csv?article=4&standing=passed_undecided")
        assert "Mauritania" in [row["State"] for row in rows]
        assert {row["Days, at least"] + row["Days in words"] for row in rows} == {""}
        assert {row["Record up to"] for row in rows} == {"2026-02-03"}

    def test_a_day_beyond_the_record_is_answered_with_a_caveat(self, client):
        words = text_of(client.get("/stockpiles/deadlines/?article=4&as_of=2030-01-01"))
        assert "The record ends on 3 February 2026" in words
        rows = table(client, "/stockpiles/deadlines.csv?article=4&as_of=2030-01-01")
        assert "Overdue" not in [row["Standing"] for row in rows]

    def test_csv_cites_the_article_and_the_arithmetic(self, client):
        peru = next(row for row in table(client, "/stockpiles/deadlines.csv") if row["ISO3"] == "PER")
        assert (peru["Original deadline"], peru["Deadline"]) == ("2021-03-01", "2024-04-01")
        assert peru["Rule"] == "CCM, Article 3(3)"
        assert peru["Fulfilled"] == "2023-12-15"

    @pytest.mark.parametrize("query", ["article=5", "as_of=2013-02-30", "as_of=yesterday", "standing=lost"])
    def test_a_bad_question_gets_400_by_name(self, client, query):
        response = client.get(f"/stockpiles/deadlines/?{query}")
        assert response.status_code == 400
        assert query.split("=")[0] in response.content.decode()

    @pytest.mark.parametrize("day", ["1900-01-01", "2010-08-01", "2999-12-31"])
    @pytest.mark.parametrize("article", [3, 4, 7])
    def test_any_day_has_a_board_of_few_queries(self, client, article, day, django_assert_max_num_queries):
        with django_assert_max_num_queries(8):
            assert client.get(f"/stockpiles/deadlines/?article={article}&as_of={day}").status_code == 200


class TestReports:
    def test_the_grid_has_every_state_and_the_rate_its_basis(self, client):
        words = text_of(client.get("/stockpiles/reports/"))
        assert "112 reports of 40 states are on record here" in words
        assert "Afghanistan" in words
        assert "Zambia" in words
        assert "the list is incomplete" in words

    def test_one_year(self, client):
        words = text_of(client.get("/stockpiles/reports/?year=2014"))
        assert (
            "Due on 30 April 2015 (CCM, Article 7(2)). 17 reports on that year are on record here, 11 submitted in time. "
            "Of 83 States Parties one was due; where none is on record here, it may well have been submitted."
            in words
        )
        assert client.get("/stockpiles/reports/?year=1999").status_code == 400
        assert "No report covers that year yet" in text_of(client.get("/stockpiles/reports/?year=2090"))

    def test_csv_of_one_year(self, client):
        rows = table(client, "/stockpiles/reports.csv?year=2014")
        albania = next(row for row in rows if row["ISO3"] == "ALB")
        assert (albania["Due"], albania["Mark"]) == ("2015-04-30", "not on record")
        rates = {row["Calendar year"]: row for row in table(client, "/stockpiles/reports/rates.csv")}
        assert (rates["2014"]["On record here"], rates["2014"]["Not known here"]) == ("17", "66")


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
            "At least 7,526 munitions destroyed are on record, of 573,700 held; the total is not on record"
            in words
        )
        assert "Whole stock munitions 573,700 at least 7,526 570 not known" in words
        assert "565,604" not in words.replace("= at most 565,604", "")

    def test_the_dossier_of_germany_says_it_too(self, client):
        words = text_of(client.get("/countries/germany/"))
        assert "Whole stock, munitions 573,700 at least 7,526 570 not known" in words
        assert "Gap: At least 7,526 munitions destroyed are on record" in words

    def test_a_state_without_records(self, client):
        words = text_of(client.get("/stockpiles/china/"))
        assert "says neither that it holds any nor that it does not" in words
        assert client.get("/stockpiles/atlantis/").status_code == 404

    @pytest.mark.parametrize(
        "slug", ["chad", "bosnia-and-herzegovina", "lithuania", "colombia", "vanuatu", "congo"]
    )
    def test_other_stories(self, client, slug):
        assert client.get(f"/stockpiles/{slug}/").status_code == 200
        assert client.get(f"/stockpiles/{slug}.xlsx").status_code == 200


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
        assert client.get(reverse(name)).status_code == 200


def test_a_date_in_the_form_is_the_day_asked_about(client):
    page = client.get("/stockpiles/deadlines/").content.decode()
    assert f'value="{date(2026, 2, 3).isoformat()}"' in page
