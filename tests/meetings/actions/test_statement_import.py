"""An import is taken back in one action, while nobody has built on it."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.models import Source, User, recording
from editorial.rules.transitions import Refused
from meetings.actions.statement_import import undo_blockers, undo_import
from meetings.importing.save_statement import destination, prepare_import, write_import
from meetings.models import Statement, StatementParty
from tests.factories.meetings import make_country, make_position, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db

TEXT = """# Statement of Peru

We float.[1]

[1] WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.
"""


@pytest.fixture
def ana(person: Any) -> User:
    user: User = person("ana")
    return user


@pytest.fixture
def imported(peru: Any, ana: User) -> Statement:
    return write_import(prepare_import(TEXT.encode(), destination()), by=ana).statement


def test_draft_parties_and_sources_go_and_the_history_keeps_why(imported: Statement, ana: User) -> None:
    done = undo_import(statement=imported, by=ana, reason="Wrong file")
    assert (done.statement, done.parties, done.kept) == ("Statement of Peru", 1, ())
    assert len(done.deleted) == 1
    assert not Statement.objects.exists()
    assert not StatementParty.objects.exists()
    assert not Source.objects.exists()
    last = [Statement.history.latest(), StatementParty.history.latest(), Source.history.latest()]
    assert {(v.history_type, v.history_user, v.history_change_reason) for v in last} == {("-", ana, "Wrong file")}


def test_the_same_file_can_be_imported_again(imported: Statement, ana: User) -> None:
    text = imported.text
    undo_import(statement=imported, by=ana, reason="Once more")
    assert write_import(prepare_import(TEXT.encode(), destination()), by=ana).statement.text == text


def test_a_source_that_another_text_cites_stays(imported: Statement, ana: User) -> None:
    key = Source.objects.get().key
    make_statement("Another", text=f"A[^1].\n\n[^1]: [@{key}].")
    assert undo_import(statement=imported, by=ana, reason="Wrong file").kept == ((key, "other texts cite it"),)


def test_an_edited_text_is_work_that_nobody_takes_back(imported: Statement, ana: User) -> None:
    imported.lead = "In our words."
    with recording(by=ana, reason="Summarised"):
        imported.save()
    with pytest.raises(Refused) as refusal:
        undo_import(statement=imported, by=ana, reason="Wrong file")
    assert "ana changed it on" in refusal.value.problems[0]
    assert "“Summarised”" in refusal.value.problems[0]
    assert Statement.objects.exists()


def test_so_are_a_position_and_a_further_party(imported: Statement, peru: Any) -> None:
    make_position(imported, peru, make_theme("retention"))
    with recording(by=None, reason="Joined"):
        StatementParty.objects.create(statement=imported, country=make_country("CHL", "Chile"), order=2)
    found = " ".join(undo_blockers(imported))
    assert "changed its positions" in found
    assert "changed its statement parties" in found


def test_what_was_published_stays_published(imported: Statement, ana: User) -> None:
    imported.lead = "In our words."
    with recording(by=ana, reason="Summarised"):
        imported.save()
    publish_statement(imported)
    imported.refresh_from_db()
    assert undo_blockers(imported)[0].startswith("It was published (1 release)")


def test_what_was_written_here_is_no_import(peru: Any) -> None:
    assert undo_blockers(make_statement()) == ["This statement was written here, not imported."]


def test_a_reason_is_needed(imported: Statement, ana: User) -> None:
    with pytest.raises(Refused, match="Say why"):
        undo_import(statement=imported, by=ana, reason=" ")
