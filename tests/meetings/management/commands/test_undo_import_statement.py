"""undo_import_statement takes an import back while nobody has built on it; history keeps all."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from editorial.actions.roles import ensure_roles
from editorial.models import Source, recording
from editorial.rules.roles import READ_ONLY, RESEARCHER
from meetings.models import Statement, StatementParty
from tests.factories.meetings import make_meeting, make_statement

TEXT = "# Statement of Spain\n\nWe float.\n"
WRITE = {"write": True, "by": "ana", "stdout": StringIO()}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five")]


@pytest.fixture
def imported(tmp_path: Path, person) -> Statement:
    ensure_roles()
    person("ana", RESEARCHER)
    make_meeting()
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    call_command("import_statement", str(path), date="2013-09-11", deliverer=["ESP"], **WRITE)
    return Statement.objects.get()


def undo(number: int, by: str = "ana") -> str:
    out = StringIO()
    call_command("undo_import_statement", number, by=by, reason="Wrong meeting", stdout=out)
    return out.getvalue()


def test_the_draft_its_parties_and_its_sources_go_and_leave_their_versions(imported: Statement) -> None:
    title, parties, sources = str(imported), imported.parties.count(), Source.objects.count()
    assert parties > 0
    said = undo(imported.pk)
    assert said.splitlines()[0] == f"Undone: “{title}” with {parties} parties; {sources} sources deleted."
    assert not Statement.objects.exists()
    assert not StatementParty.objects.exists()
    gone = Statement.history.latest()
    assert (gone.history_type, gone.history_user.username, gone.history_change_reason) == (
        "-",
        "ana",
        "Wrong meeting",
    )


def test_what_somebody_has_changed_since_is_not_taken_back(imported: Statement, person) -> None:
    with recording(by=person("eva"), reason="Read"):
        imported.title = "Better words"
        imported.save()
    with pytest.raises(CommandError) as refused:
        undo(imported.pk)
    assert "eva" in str(refused.value)
    assert Statement.objects.get().title == "Better words"


def test_a_statement_that_was_typed_is_no_import(imported: Statement) -> None:
    typed = make_statement("Typed")
    with pytest.raises(CommandError):
        undo(typed.pk)
    assert Statement.objects.filter(pk=typed.pk).exists()


def test_a_number_that_is_none() -> None:
    with pytest.raises(CommandError, match=r"There is no statement 4711\."):
        undo(4711)


@pytest.mark.parametrize("by", ["guest", "nobody"])
def test_whoever_may_not_delete_statements(imported: Statement, person, by: str) -> None:
    person("guest", READ_ONLY)
    with pytest.raises(CommandError, match=f"--by: “{by}” is nobody who may delete statements"):
        undo(imported.pk, by)
    assert Statement.objects.exists()
