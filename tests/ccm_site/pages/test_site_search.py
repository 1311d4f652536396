"""The search page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.meetings import make_country, make_meeting, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def content() -> None:
    peru = make_country()
    make_meeting(name="Lima Conference", country=peru)
    publish_statement(make_statement("Peru on retention", parties=[(peru, "deliverer")], themes=[make_theme()]))
    make_statement("Secret draft on retention", parties=[(peru, "deliverer")])


def test_an_empty_page_asks(client: Client) -> None:
    page = client.get("/search/").content.decode()
    assert 'name="q"' in page
    assert "Nothing" not in page


def test_hits_show_kind_words_and_where_they_stand(client: Client) -> None:
    page = client.get("/search/?q=perú+RETENTION").content.decode()
    assert "Two pages" in page
    assert "<mark>Peru</mark> on <mark>retention</mark>" in page
    assert "Secret" not in page


def test_facets_lead_to_a_narrower_answer_and_back(client: Client) -> None:
    answer = client.get("/search/?q=peru").context
    kinds = {choice.words: choice for choice in answer["kinds"]}
    assert set(kinds) == {"State or area", "Stockpiles of a state", "Meeting", "Statement"}
    narrowed = client.get(kinds["Statement"].url)
    assert [hit.kind for _, hit in narrowed.context["hits"]] == ["statement"]
    (chosen,) = [choice for choice in narrowed.context["kinds"] if choice.is_chosen]
    assert chosen.url == "/search/?q=peru"
    assert client.get("/search/?q=peru&country=PER").context["states"][0].words == "Peru"


def test_live_results_are_a_part_of_the_page(client: Client) -> None:
    response = client.get("/search/?q=retention&kind=", headers={"HX-Request": "true"})
    assert b"<html" not in response.content
    assert response["HX-Push-Url"] == "/search/?q=retention"


@pytest.mark.parametrize("typed", ["the", "*", "🕊️"])
def test_a_question_without_words_is_said(client: Client, typed: str) -> None:
    assert "Nothing to search for" in client.get("/search/", {"q": typed}).content.decode()


def test_nothing_found_says_what_to_relax(client: Client) -> None:
    assert "Nothing published has these words" in client.get("/search/?q=xyzzy").content.decode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.text(max_size=20), st.text(max_size=20), st.text(max_size=8))
def test_any_question_gets_an_answer(client: Client, q: str, kind: str, country: str, page: str) -> None:
    asked = {"q": q, "kind": kind, "country": country, "page": page}
    response = client.get("/search/", asked)
    assert response.status_code == 200
    assert "<h1>Search</h1>" in response.content.decode()
    assert len(response.context["hits"]) <= response.context["answer"].total


def queries(client: Client, typed: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/search/", {"q": typed}).status_code == 200
    return len(asked)


def test_the_number_of_queries_does_not_grow(client: Client) -> None:
    peru = make_country()
    few = queries(client, "retention")
    for n in range(25):
        make_meeting(f"m{n}", name=f"Meeting {n} on retention", country=peru)
    assert queries(client, "retention") == few
    assert few <= 12
    assert queries(client, "narnia atlantis") <= 12


def test_nothing_of_a_draft_is_found_or_counted_by_any_of_its_words(client: Client) -> None:
    for typed in ("secret", "draft", "secret draft on retention", '"secret draft"'):
        page = client.get("/search/", {"q": typed, "kind": "statement"})
        assert "Secret" not in page.content.decode(), typed
        assert not page.context["answer"].hits or page.context["answer"].matched == "some"
