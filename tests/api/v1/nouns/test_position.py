"""Positions as partners get them: of released statements, each with its statement and its source."""

from __future__ import annotations

from tests.factories.meetings import (
    make_country,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)


def test_positions_by_state_and_theme_name_their_statement_and_source(client, db: None) -> None:
    """What did Peru say on retention in Dublin?"""
    peru, theme = make_country(), make_theme("retention")
    statement = make_statement("Committee of the Whole", [(peru, "deliverer")], [theme])
    make_position(statement, peru, theme, stance="supports", source=make_source("CCM-CW-SR-8"), locator="p. 2")
    publish_statement(statement)
    row = client.get("/api/v1/positions/?country=PER&theme=retention").json()["results"][0]
    assert (row["country"]["iso3"], row["theme"]["slug"], row["stance"]) == ("PER", "retention", "supports")
    assert row["statement"]["url"] == f"http://testserver/api/v1/statements/{statement.pk}/"
    assert row["sources"][0]["key"] == "CCM-CW-SR-8"
    assert "p. 2" in row["citation"]


def test_they_are_narrowed_by_stance(client, db: None) -> None:
    peru, theme = make_country(), make_theme("retention")
    for stance in ("supports", "opposes"):
        statement = make_statement(f"It {stance}", [(peru, "deliverer")], [theme])
        make_position(statement, peru, theme, stance=stance)
        publish_statement(statement)
    (row,) = client.get("/api/v1/positions/?stance=opposes").json()["results"]
    assert (row["statement"]["title"], row["sources"], row["organisation"]) == ("It opposes", [], None)


def test_what_is_taken_together_is_found_by_each_party_with_its_role(client, db: None) -> None:
    spain, mexico, theme = make_country("ESP", "Spain"), make_country("MEX", "Mexico"), make_theme("retention")
    paper = make_statement("Non-paper", [(spain, "lead"), (mexico, "co-sponsor")], [theme])
    make_position(paper, None, theme, paraphrase="It should stay small.")
    publish_statement(paper)
    (row,) = client.get("/api/v1/positions/?country=MEX").json()["results"]
    assert (row["country"], row["organisation"], row["states_unnamed"]) == (None, None, 0)
    assert [(party["role"], party["country"]["iso3"]) for party in row["parties"]] == [
        ("lead", "ESP"),
        ("co-sponsor", "MEX"),
    ]
    assert client.get("/api/v1/positions/").json()["count"] == 1
    frozen = client.get(f"/api/v1/statements/{paper.pk}/").json()["positions"]
    assert [(one["country"], one["organisation"]) for one in frozen] == [(None, None)]
    assert client.get("/api/v1/positions/?country=XYZ").status_code == 400
