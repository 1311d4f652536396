"""Partners get released statements with parties, roles, notes and positions, and nothing that is not released."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from api.v1.nouns.statement import StatementDetailSerializer, StatementSerializer
from editorial.actions.publishing import withdraw
from editorial.models import recording
from meetings.models import Statement
from tests.factories.meetings import (
    make_country,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)


@pytest.fixture
def non_paper(db: None) -> Statement:
    """Spain's non-paper of 2013 with Chile, Croatia, Mexico and Portugal."""
    parties = [(make_country("ESP", "Spain"), "lead")] + [
        (make_country(iso3, name), "co-sponsor")
        for iso3, name in [("CHL", "Chile"), ("HRV", "Croatia"), ("MEX", "Mexico"), ("PRT", "Portugal")]
    ]
    source = make_source("spain-non-paper-2013")
    statement = make_statement(
        "Achievements, challenges and possible lines of action",
        parties,
        [make_theme("transparency")],
        kind="non-paper",
        date="2013-07-31>",
        text=f"Reports are falling.[^1]\n\n## Opportunities\n\nMore.\n\n[^1]: [@{source.key}, note 3].\n",
    )
    publish_statement(statement)
    return statement


def test_list_gives_every_party_with_its_role(client, non_paper: Statement) -> None:
    row = client.get("/api/v1/statements/").json()["results"][0]
    assert row["date"] == {"value": "2013-07-31", "precision": "day", "bound": "after"}
    assert [(p["country"]["iso3"], p["role"]) for p in row["parties"]] == [
        ("ESP", "lead"),
        ("CHL", "co-sponsor"),
        ("HRV", "co-sponsor"),
        ("MEX", "co-sponsor"),
        ("PRT", "co-sponsor"),
    ]
    assert row["parties"][1]["country"]["url"] == "http://testserver/api/v1/countries/CHL/"


def test_detail_has_sections_notes_sources_and_release(client, non_paper: Statement) -> None:
    body = client.get(f"/api/v1/statements/{non_paper.pk}/").json()
    assert [s["title"] for s in body["sections"]] == ["", "Opportunities"]
    assert [(n["number"], n["sources"]) for n in body["footnotes"]] == [(1, ["spain-non-paper-2013"])]
    assert [s["key"] for s in body["sources"]] == ["spain-non-paper-2013"]
    assert (body["release"]["number"], len(body["release"]["sha256"])) == (1, 64)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("country=CHL", 1),
        ("country=CHL&role=co-sponsor", 1),
        ("country=CHL&role=lead", 0),
        ("country=PER", 0),
        ("theme=transparency", 1),
        ("kind=non-paper&year=2013", 1),
        ("year=2014", 0),
        ("q=falling", 1),
        ("q=rising", 0),
    ],
)
def test_filters_have_the_names_of_the_public_page(client, non_paper: Statement, query: str, count: int) -> None:
    make_country("PER", "Peru")
    assert client.get(f"/api/v1/statements/?{query}").json()["count"] == count


@pytest.mark.parametrize(
    ("query", "attr"),
    [("country=ZZZ", "country"), ("theme=nothing", "theme"), ("article=abc", "article"), ("roll=lead", "roll")],
)
def test_bad_questions_name_their_parameter(client, non_paper: Statement, query: str, attr: str) -> None:
    response = client.get(f"/api/v1/statements/?{query}")
    assert response.status_code == 400
    assert [error["attr"] for error in response.json()["errors"]] == [attr]


def test_drafts_embargoed_and_withdrawn_statements_never_appear(client, db: None, person) -> None:
    peru, theme = make_country(), make_theme()
    statement = make_statement("Secret statement", [(peru, "deliverer")], [theme])
    make_position(statement, peru, theme, paraphrase="Secret position")

    def seen() -> list[int]:
        lists = [
            client.get(f"/api/v1/{noun}/").content.decode() for noun in ("statements", "positions", "sources")
        ]
        assert not any("ecret" in body for body in lists)
        return [client.get(f"/api/v1/statements/{statement.pk}/").status_code]

    assert seen() == [404]
    publish_statement(statement, visible_from=timezone.now() + timedelta(days=1))
    assert seen() == [404]
    withdraw(record=statement, by=person("publisher"), reason="No", public_reason="Mistake")
    assert seen() == [404]


def test_unpublished_changes_stay_inside(client, non_paper: Statement, person) -> None:
    with recording(by=person("researcher"), reason="private words"):
        non_paper.title = "Leaked title"
        non_paper.save()
        non_paper.parties.filter(country__iso3="CHL").get().delete()
    for path in ("", f"{non_paper.pk}/"):
        body = client.get(f"/api/v1/statements/{path}").content.decode()
        assert "Leaked" not in body
        assert "private" not in body
        assert "CHL" in body


def test_the_list_gives_what_the_entry_gives(client, non_paper: Statement) -> None:
    (row,) = client.get("/api/v1/statements/").json()["results"]
    entry = client.get(f"/api/v1/statements/{non_paper.pk}/").json()
    assert row == {name: entry[name] for name in row}
    assert list(row) == list(StatementSerializer().fields)
    assert list(entry) == list(StatementDetailSerializer().fields)


def test_the_number_of_queries_does_not_grow(client, non_paper: Statement, django_assert_max_num_queries) -> None:
    for n in range(3):
        with django_assert_max_num_queries(3):  # the days, the count, the rows
            assert client.get("/api/v1/statements/").json()["count"] == n + 1
        publish_statement(make_statement(f"S{n}", [(make_country(), "deliverer")]))
