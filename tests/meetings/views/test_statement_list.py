"""The list of statements: filters that combine, live results, pages by key; never a draft."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.models import recording
from meetings.models import Statement, StatementAction, StatementArticle, StatementParty
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_statement,
    make_theme,
    publish_statement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def peru():
    return make_country()


@pytest.fixture
def chile():
    return make_country("CHL", "Chile")


@pytest.fixture
def library(peru, chile) -> dict[str, Statement]:
    dublin = make_meeting("dublin-2008", "2008-05-19")
    session = make_meeting("dublin-cow-8", "2008-05-23", kind="session", parent=dublin)
    retention, clearance = make_theme("retention"), make_theme("clearance")
    made = {
        "retention": make_statement(
            "Peru on retention",
            parties=[(peru, "deliverer")],
            themes=[retention],
            meeting=session,
            date="2008-05-23",
            text="Peacekeepers deactivate bombs.",
        ),
        "joint": make_statement(
            "Paper of Chile and Peru",
            parties=[(chile, "lead"), (peru, "co-sponsor")],
            themes=[clearance],
            kind="non-paper",
            date="2013-07-31>",
            language="es",
        ),
        "chile": make_statement(
            "Statement of Chile", parties=[(chile, "deliverer")], date="2012-09", meeting=None
        ),
    }
    with recording(by=None, reason="Test"):
        StatementArticle.objects.create(statement=made["retention"], article="3(6)")
    for statement in made.values():
        publish_statement(statement)
    draft = make_statement("Secret draft", parties=[(peru, "deliverer")], themes=[retention], meeting=session)
    make_position(draft, peru, retention, paraphrase="Secret position")
    return made


def titles(client: Client, query: str = "") -> list[str]:
    return [row.title for row in client.get(f"/statements/{query}").context["listing"].rows]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Paper of Chile and Peru", "Statement of Chile", "Peru on retention"]),
        ("?country=PER", ["Paper of Chile and Peru", "Peru on retention"]),
        ("?country=PER&role=co-sponsor", ["Paper of Chile and Peru"]),
        ("?role=lead", ["Paper of Chile and Peru"]),
        ("?country=PER&role=lead", []),
        ("?country=CHL&partner=PER", ["Paper of Chile and Peru"]),
        ("?meeting=dublin-2008", ["Peru on retention"]),
        ("?meeting=dublin-2008&theme=retention&country=PER", ["Peru on retention"]),
        ("?theme=clearance", ["Paper of Chile and Peru"]),
        ("?article=3", ["Peru on retention"]),
        ("?article=3(6)", ["Peru on retention"]),
        ("?article=3(7)", []),
        ("?kind=non-paper", ["Paper of Chile and Peru"]),
        ("?language=es", ["Paper of Chile and Peru"]),
        ("?year=2012", ["Statement of Chile"]),
        ("?q=peacekeeper", ["Peru on retention"]),
        ("?q=peacekeeper&country=CHL", []),
        ("?q=*", []),
        ("?sort=date", ["Peru on retention", "Statement of Chile", "Paper of Chile and Peru"]),
    ],
)
def test_filters_combine(client: Client, query: str, expected: list[str]) -> None:
    assert titles(client, query) == expected


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("query", ["", "?country=PER", "?theme=retention", "?q=secret", "?meeting=dublin-2008"])
def test_no_draft_is_ever_listed(client: Client, query: str) -> None:
    assert b"Secret" not in client.get(f"/statements/{query}").content


def test_a_party_added_in_a_draft_finds_nothing(client: Client, library) -> None:
    mexico = make_country("MEX", "Mexico")
    with recording(by=None, reason="Draft"):
        StatementParty.objects.create(statement=library["joint"], country=mexico, role="co-sponsor")
    assert titles(client, "?country=MEX") == []
    assert titles(client, "?country=CHL&partner=MEX") == []


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?article=three", "Write the article as it is cited"),
        ("?year=abc", "Enter a number"),
        ("?country=XXX", "Select a valid choice"),
        ("?kind=poem", "Select a valid choice"),
    ],
)
def test_a_filter_that_cannot_be_understood_is_said(client: Client, query: str, words: str) -> None:
    response = client.get(f"/statements/{query}")
    assert response.status_code == 400
    assert words in response.content.decode()


@pytest.mark.usefixtures("library")
def test_live_results_are_a_part_of_the_page_with_a_clean_address(client: Client) -> None:
    response = client.get("/statements/?q=&country=PER&role=", headers={"HX-Request": "true"})
    page = response.content.decode()
    assert "<html" not in page
    assert "Peru on retention" in page
    assert response["HX-Push-Url"] == "/statements/?country=PER"
    assert "HX-Request" in response["Vary"]


@pytest.mark.usefixtures("library")
def test_live_results_say_what_is_wrong_instead_of_failing(client: Client) -> None:
    response = client.get("/statements/?year=abc", headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert b"could not be understood" in response.content


def test_pages_by_key_go_through_all_statements_once(client: Client, peru) -> None:
    for n in range(120):
        publish_statement(make_statement(f"S{n}", parties=[(peru, "deliverer")], date=f"2010-01-{n % 9 + 1:02}"))
    seen: list[str] = []
    url = "/statements/"
    while url:
        listing = client.get(url).context["listing"]
        seen += [row.title for row in listing.rows]
        url = listing.next_url
    assert len(seen) == len(set(seen)) == 120


def test_the_number_of_queries_does_not_grow(client: Client, peru, django_assert_max_num_queries) -> None:
    query = "/statements/?country=PER&theme=retention&meeting=lima-2007&q=delegation&year=2008"
    lima, retention = make_meeting(), make_theme()
    for n in range(4):
        statement = make_statement(f"S{n}", parties=[(peru, "deliverer")], themes=[retention], meeting=lima)
        publish_statement(statement)
        with django_assert_max_num_queries(9 + 5):  # five for names that stand for each other
            assert len(client.get(query).context["listing"].rows) == n + 1


def test_statements_that_cite_a_plan(client: Client, peru) -> None:
    from meetings.models import ActionPlan
    from tests.factories.meetings import make_source

    with recording(by=None, reason="Test"):
        plan = ActionPlan.objects.create(slug="vientiane", name="Vientiane Action Plan", source=make_source())
        statement = make_statement("Citing", parties=[(peru, "deliverer")])
        StatementAction.objects.create(statement=statement, plan=plan)
    assert titles(client, "?plan=vientiane") == []
    publish_statement(statement)
    assert titles(client, "?plan=vientiane") == ["Citing"]


@pytest.mark.usefixtures("library")
def test_the_list_leads_to_itself_as_files(client: Client) -> None:
    page = client.get("/statements/?kind=non-paper&sort=date").content.decode()
    for ending in ("csv", "ndjson"):
        address = f"/statements.{ending}?kind=non-paper&sort=date"
        assert address.replace("&", "&amp;") in page
        assert client.get(address).status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(
            ["q", "country", "role", "meeting", "theme", "article", "year", "after", "before", "sort"]
        ),
        st.text(max_size=40),
        max_size=4,
    )
)
def test_any_question_gets_an_answer(client: Client, asked: dict[str, str]) -> None:
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.get("/statements/", asked, headers=headers)
        assert answer.status_code in (200, 400, 404)
        assert headers or "<title>" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_how_many_there_are_is_counted_anew_when_one_is_published(client: Client, peru) -> None:
    for words in ("One statement", "Two statements"):
        publish_statement(make_statement(words, parties=[(peru, "deliverer")], date="2010-05-01"))
        for address in ("/statements/", "/statements/?kind=national"):
            assert f'role="status">{words}</p>' in client.get(address).content.decode()
