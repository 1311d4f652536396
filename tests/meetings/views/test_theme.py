"""Themes: the development of positions, and what a draft holds back."""

import pytest
from django.test import Client

from tests.factories.meetings import make_country, make_position, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def positions() -> None:
    peru, chile, theme = make_country(), make_country("CHL", "Chile"), make_theme("definitions")
    for state, date, stance in (
        (peru, "2007-05", "opposes"),
        (peru, "2008-05-26", "opposes"),
        (peru, "2008-05-30", "supports"),
        (chile, "2008-05-26", "flexible"),
    ):
        statement = make_statement(f"{state} {date}", parties=[(state, "deliverer")], themes=[theme], date=date)
        make_position(statement, state, theme, stance=stance, paraphrase=f"Paraphrase of {state} in {date}")
        publish_statement(statement)
    draft = make_statement("Secret draft", parties=[(peru, "deliverer")], themes=[theme])
    make_position(draft, peru, theme, paraphrase="Secret position")


def test_the_list_counts_statements_and_positions_without_drafts(client: Client) -> None:
    response = client.get("/themes/")
    assert [(theme.slug, n, m) for theme, n, m in response.context["themes"]] == [("definitions", 4, 4)]
    assert "Statements by theme and year" in response.content.decode()


def test_a_grid_shows_each_state_in_each_year(client: Client) -> None:
    grid = client.get("/themes/definitions/").context["grid"]
    assert grid.columns == ["2007", "2008"]
    cells = {row.name: [cell.state.name for cell in row.cells] for row in grid.rows}
    assert cells == {"Chile": ["No position recorded", "Flexible"], "Peru": ["Opposes", "Several positions"]}


def test_positions_are_listed_in_words_newest_first_and_narrowed(client: Client) -> None:
    def listed(query: str) -> list[str]:
        return [
            row.paraphrase.removeprefix("Paraphrase of ")
            for row in client.get(f"/themes/definitions/{query}").context["listing"].rows
        ]

    assert listed("")[0] == "Peru in 2008-05-30"
    assert listed("?country=CHL") == ["Chile in 2008-05-26"]
    assert listed("?stance=opposes&year=2007") == ["Peru in 2007-05"]


def test_no_secret_leaves_by_page_or_csv(client: Client) -> None:
    assert b"Secret" not in client.get("/themes/definitions/").content
    assert b"Secret" not in client.get("/themes/definitions.csv").getvalue()


def test_the_number_of_queries_does_not_grow(client: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(7):
        client.get("/themes/definitions/")


def test_a_joint_position_has_a_mark_for_each_party_and_one_line_in_words(client: Client) -> None:
    spain, mexico, theme = make_country("ESP", "Spain"), make_country("MEX", "Mexico"), make_theme("definitions")
    paper = make_statement("Non-paper", [(spain, "lead"), (mexico, "co-sponsor")], [theme], date="2013")
    make_position(paper, None, theme, paraphrase="It should not be reopened.")
    publish_statement(paper)
    for query in ("", "?country=MEX"):
        page = " ".join(client.get(f"/themes/definitions/{query}").content.decode().split())
        assert page.count("It should not be reopened.") == 1
        assert "Taken with 1 other. Lead sponsor: Spain. Co-sponsors: Mexico." in page
        assert '<a href="?country=MEX#positions">Mexico</a>' in page
    assert "One position" in page
    lines = client.get("/themes/definitions.csv").getvalue().decode()
    assert "2013-01-01,Spain with Mexico,1,Supports" in lines
