"""Partners get the releases of every noun in one shape: all of them, one, and what differs between two."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from editorial.models import recording
from meetings.models import StatementParty
from tests.factories.meetings import make_country, make_position, make_statement, make_theme, publish_statement
from tests.factories.public_life import Life

RELEASE = {"number", "url", "page", "released_at", "change_kind", "public_note", "sha256", "sealed"}
COMPARISON = {"old", "new", "is_same", "lead", "text", "facts", "old_facts_as_of", "new_facts_as_of"}
WHOLE = RELEASE | {"title", "lead", "text", "resolved_text", "sections", "footnotes", "sources"}


def test_all_releases_newest_first_each_with_its_addresses(life: Life, client) -> None:
    first = life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    newest, oldest = client.get(life.api + "releases/").json()
    assert set(newest) == set(oldest) == RELEASE
    assert (newest["number"], newest["change_kind"], newest["public_note"]) == (
        2,
        "substantive",
        "One more was found.",
    )
    assert oldest["url"] == f"http://testserver{life.api}releases/1/"
    assert oldest["page"] == f"http://testserver{life.page}r1/"
    assert oldest["sha256"] == first.sha256


def test_one_release_in_full_stays_as_it_was_published(life: Life, client) -> None:
    life.bring_out("seven")
    before = client.get(life.api + "releases/1/").json()
    assert set(before) >= WHOLE
    assert before["text"].startswith("It holds seven bombs.[^a]")
    assert r"The seven \<paper>" in before["resolved_text"]
    assert [section["title"] for section in before["sections"]] == ["", "Plans"]
    assert [(note["number"], note["sources"]) for note in before["footnotes"]] == [(1, ["seven-source"])]
    assert [source["key"] for source in before["sources"]] == ["seven-source"]
    life.bring_out("eight", note="One more was found.")
    assert client.get(life.api + "releases/1/").json() == before


def test_the_record_names_its_newest_release_in_the_same_shape(life: Life, client) -> None:
    life.bring_out("seven")
    found = client.get(life.api).json()["release"]
    assert {name: found[name] for name in RELEASE} == client.get(life.api + "releases/").json()[0]


def test_two_releases_are_compared_by_paragraph_and_note(life: Life, client) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    found = client.get(life.api + "compare/", {"from": 1, "to": 2}).json()
    assert set(found) == COMPARISON
    assert (found["old"]["number"], found["new"]["number"], found["is_same"]) == (1, 2, False)
    (paragraph,) = found["text"]["paragraphs"]
    assert paragraph["kind"] == "changed"
    assert [(part["op"], part["text"].strip()) for part in paragraph["parts"] if part["op"] != "equal"] == [
        ("removed", "seven"),
        ("added", "eight"),
    ]
    (note,) = found["text"]["notes"]
    assert (note["kind"], note["old_number"], note["new_number"]) == ("source-replaced", 1, 1)
    assert len(found["lead"]["paragraphs"]) == 1
    same = client.get(life.api + "compare/", {"from": 2, "to": 2}).json()
    assert (same["is_same"], same["text"]) == (True, {"paragraphs": [], "notes": []})


def test_a_release_of_another_record_is_compared_by_its_id(life: Life, client) -> None:
    life.bring_out("seven")
    other = life.another()
    other.bring_out("eight")
    found = client.get(life.api + "compare/", {"from": 1, "to": 1, "with": other.record.pk}).json()
    assert found["old"]["url"] == f"http://testserver{life.api}releases/1/"
    assert found["new"]["url"] == f"http://testserver{other.api}releases/1/"


@pytest.mark.parametrize(
    ("asked", "status", "about"),
    [
        ({"from": "1", "to": "9"}, 404, None),
        ({"from": "1"}, 400, "to"),
        ({"from": "x", "to": "2"}, 400, "from"),
        ({"from": "1", "to": "9999999999"}, 400, "to"),
        ({"from": "1", "to": "2", "colour": "red"}, 400, "colour"),
        ({"from": "1", "to": "2", "with": "0"}, 404, None),
    ],
)
def test_bad_comparisons_are_answered_by_name(
    life: Life, client, asked: dict[str, str], status: int, about: str | None
) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    answer = client.get(life.api + "compare/", asked)
    assert (answer.status_code, [error["attr"] for error in answer.json()["errors"]]) == (status, [about])


@pytest.mark.parametrize("number", ["0", "2", "999999999", "9999999999"])
def test_a_release_that_never_was_is_not_found(life: Life, client, number: str) -> None:
    life.bring_out("seven")
    answer = client.get(f"{life.api}releases/{number}/")
    assert answer.status_code == 404
    assert "seven" not in answer.content.decode()


def test_drafts_embargoed_and_withdrawn_releases_are_in_no_answer(life: Life, client, answers) -> None:
    later = timezone.now() + timedelta(days=1)
    compared = life.api + "compare/?from=1&to=2"
    life.write("secret")
    assert answers([life.api + "releases/", life.api + "releases/1/"]) == {404}
    life.bring_out("seven")
    life.bring_out("secret", note="Later.", visible_from=later)
    assert [row["number"] for row in client.get(life.api + "releases/").json()] == [1]
    assert answers([life.api + "releases/2/", compared, life.api + "compare/?from=2&to=1"]) == {404}
    with time_machine.travel(later):
        assert [row["number"] for row in client.get(life.api + "releases/").json()] == [2, 1]
        assert answers([life.api + "releases/2/", compared]) == {200}
        life.take_back()
        gone = [life.api + "releases/", life.api + "releases/1/", life.api + "releases/2/", compared]
        assert answers(gone) == {410}
        life.bring_out("nine", note="Written anew.")
        assert [row["number"] for row in client.get(life.api + "releases/").json()] == [3]
        assert answers([life.api + "releases/1/", life.api + "compare/?from=1&to=3"]) == {410}


def test_a_release_of_a_statement_has_what_it_froze_beside_the_text(db: None, client) -> None:
    peru, retention = make_country(), make_theme("retention", title="Retention")
    statement = make_statement("In Lima", [(peru, "deliverer")], [retention], date="2008-05")
    make_position(statement, peru, retention, paraphrase="Keep none.")
    publish_statement(statement)
    with recording(by=None, reason="Correction"):
        chile = make_country("CHL", "Chile")
        StatementParty.objects.create(statement=statement, country=chile, role="co-sponsor")
    publish_statement(statement, "Chile was missing.")
    base = f"/api/v1/statements/{statement.pk}/"
    first = client.get(base + "releases/1/").json()
    assert (first["kind"], first["date"]) == ("national", {"value": "2008-05", "precision": "month"})
    assert [(party["country"]["iso3"], party["role"]) for party in first["parties"]] == [("PER", "deliverer")]
    assert [(row["theme"], row["paraphrase"]) for row in first["positions"]] == [("retention", "Keep none.")]
    assert (first["meeting"], first["actions"], first["themes"]) == (
        None,
        [],
        [{"slug": "retention", "title": "Retention"}],
    )
    found = client.get(base + "compare/", {"from": 1, "to": 2}).json()
    assert (found["is_same"], found["text"]) == (False, {"paragraphs": [], "notes": []})
    changed = [fact for fact in found["facts"] if fact["old"] != fact["new"]]
    assert changed == [{"label": "Co-sponsors", "old": "", "new": "Chile"}]


@pytest.mark.parametrize("ending", ["releases/", "releases/1/", "compare/?from=1&to=1"])
@pytest.mark.parametrize("number", [2**63, 10**19])
def test_a_number_that_no_table_holds_is_no_record_s(life: Life, client, ending: str, number: int) -> None:
    base = life.api.rstrip("/").rpartition("/")[0]
    life.bring_out("seven")
    answer = client.get(f"{base}/{number}/{ending}")
    assert answer.status_code == 404
    assert "seven" not in answer.content.decode()
