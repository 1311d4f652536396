"""The command: dry unless told, exit codes of the contract, and the way back."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from editorial.models import Source
from meetings.models import Statement, StatementParty
from tests.factories.commands import import_file
from tests.factories.meetings import make_meeting
from tests.meetings.importing.samples import PAPER, SLIDES

pytestmark = pytest.mark.usefixtures("five")
Run = Callable[..., tuple[int | str | None, str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Call the command with a file of these contents; returns exit code and output."""

    def run(contents: str | bytes | None, *options: str) -> tuple[int | str | None, str]:
        return import_file("import_statement", tmp_path / "boats.txt", contents, *options)

    return run


@pytest.fixture
def by(person: Any) -> tuple[str, ...]:
    person("ana", is_superuser=True)
    return ("--write", "--by", "ana")


def rows() -> int:
    return Statement.objects.count() + StatementParty.objects.count() + Source.objects.count()


CLEAN = "# Statement of Spain\n\nWe float.\n"


class TestDryRun:
    def test_prints_the_reconciliation_and_writes_nothing(self, run: Run) -> None:
        code, out = run(PAPER, "--lead", "ESP", "--co-sponsor", "CHL", "HRV", "--co-sponsor", "MEX", "PRT")
        assert code == 1
        assert "Title             Paper boats: what floats and what sinks" in out
        assert "3 marks in, 3 notes in, 3 matched" in out
        assert "Parties           Spain (lead sponsor), Chile (co-sponsor), Croatia (co-sponsor)" in out
        assert "(running line, on the same line as other text)" in out
        assert "Found: “" in out
        assert out.endswith("Dry run: nothing was written. Add --write --by USER to import.\n")
        assert rows() == 0

    def test_a_clean_file_ends_with_code_0(self, run: Run) -> None:
        assert run(CLEAN, "--date", "2013-09-11", "--deliverer", "ESP")[0] == 0

    def test_a_mismatch_is_a_problem_by_name(self, run: Run, by: tuple[str, ...]) -> None:
        code, out = run(PAPER, "--lead", "ESP", "--co-sponsor", "CHL", "HRV", "MEX", *by)
        assert code == 1
        assert "! boats.txt, line 4, parties: The text names Portugal as co-sponsor; it is not given." in out
        assert "Nothing was written: mend what is marked with ! first." in out
        assert rows() == 0


class TestWrite:
    def test_ends_with_a_line_of_counts(self, run: Run, by: tuple[str, ...]) -> None:
        make_meeting("lusaka-2013", "2013-09-10", "2013-09-13")
        code, out = run(PAPER, *by, "--meeting", "lusaka-2013", "--date", "after 31 July 2013")
        assert code == 1
        statement = Statement.objects.get()
        assert f"Written: draft “{statement}” as number {statement.pk} (5 parties, 0 sources created" in out
        assert statement.history.get().history_change_reason == "Imported from boats.txt"

    def test_slides(self, run: Run, by: tuple[str, ...]) -> None:
        code, out = run(SLIDES, *by, "--kind", "presentation", "--date", "2024")
        assert code == 1
        assert "Slides            9" in out
        assert Statement.objects.get().kind == "presentation"

    def test_undo_takes_it_back(self, run: Run, by: tuple[str, ...]) -> None:
        run(PAPER, *by)
        number = str(Statement.objects.get().pk)
        out = io.StringIO()
        call_command("undo_import_statement", number, "--by", "ana", "--reason", "Wrong file", stdout=out)
        assert out.getvalue() == (
            "Undone: “Paper boats: what floats and what sinks” with 5 parties; 0 sources deleted.\n"
        )
        assert rows() == 0
        with pytest.raises(CommandError, match="There is no statement"):
            call_command("undo_import_statement", number, "--by", "ana", "--reason", "Again")

    def test_undo_asks_who(self, run: Run, by: tuple[str, ...]) -> None:
        run(PAPER, *by)
        number = str(Statement.objects.get().pk)
        with pytest.raises(CommandError, match="nobody who may delete"):
            call_command("undo_import_statement", number, "--by", "nobody", "--reason", "Wrong")


class TestUnusable:
    @pytest.mark.parametrize(
        ("contents", "words"),
        [
            (None, "There is no such file"),
            (b"", "has no text"),
            (b"%PDF-1.4", "PDF"),
            ("Perú “x”".encode("cp1252"), "not encoded as UTF-8"),
            ("# Title\n", "has no text"),
        ],
    )
    def test_files_end_with_code_2_and_name_the_remedy(
        self, run: Run, by: tuple[str, ...], contents: Any, words: str
    ) -> None:
        code, out = run(contents, *by)
        assert code == 2
        assert words in out
        assert "Remedy: " in out
        assert out.endswith("Nothing was written.\n")
        assert rows() == 0

    def test_unknown_meeting_kind_date_and_state(self, run: Run) -> None:
        code, out = run(CLEAN, "--meeting", "nowhere", "--kind", "poem", "--date", "soon", "--lead", "XXX")
        assert code == 2
        for option in ("--meeting", "--kind", "--date", "--lead"):
            assert f"{option}: " in out

    @pytest.mark.parametrize("name", ["", "nobody", "reader"])
    def test_whoever_may_not_write(self, run: Run, person: Any, name: str) -> None:
        person("reader")
        code, out = run(CLEAN, "--write", "--by", name)
        assert code == 2
        assert "--by" in out
        assert rows() == 0
