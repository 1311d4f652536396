"""The board of deadlines on any day."""

from datetime import date

import pytest

from .reading import table, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


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
        with django_assert_max_num_queries(9):
            page = client.get(f"/stockpiles/deadlines/?article={article}&as_of={day}")
        board = page.context["board"]
        assert (board.article, board.as_of) == (article, date.fromisoformat(day))
        assert f"Article {article}" in text_of(page)


def test_a_date_in_the_form_is_the_day_asked_about(client):
    page = client.get("/stockpiles/deadlines/").content.decode()
    assert f'value="{date(2026, 2, 3).isoformat()}"' in page
