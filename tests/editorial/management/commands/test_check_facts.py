"""check_facts names every record that something is wrong with, and says by its exit code whether there is one."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from editorial.checks import checks
from editorial.models import recording
from tests.factories.meetings import make_country, make_statement

pytestmark = pytest.mark.django_db


def run(**options: object) -> tuple[str, int]:
    """What it prints, and its exit code."""
    out = StringIO()
    try:
        call_command("check_facts", stdout=out, **options)
    except CommandError as error:
        return f"{out.getvalue()}{error}", error.returncode
    return out.getvalue(), 0


def test_an_empty_record_has_nothing_wrong_and_every_check_is_named() -> None:
    said, code = run(as_of=date(2026, 2, 3))
    assert code == 0
    assert [line.split(":")[0] for line in said.splitlines()[:-1]] == list(checks())
    assert said.splitlines()[-1] == f"{len(checks())} checks as of 2026-02-03: 0 findings"


def test_a_footnote_without_its_note_is_found_with_its_record(draft) -> None:
    with recording(by=None, reason="A slip"):
        draft.text += "\nAnd more.[^9]\n"
        draft.save()
    said, code = run(as_of=date(2026, 2, 3))
    assert code == 1
    assert [line for line in said.splitlines() if line.startswith("  ") and str(draft) in line]
    assert said.endswith("Something is wrong; each line above names the record.")


def test_one_check_alone() -> None:
    name = next(iter(checks()))
    said, code = run(only=f" {name} ,", as_of=date(2026, 2, 3))
    assert code == 0
    assert said.splitlines()[-1] == "1 checks as of 2026-02-03: 0 findings"


def test_a_count_in_prose_that_its_parties_do_not_give_is_found() -> None:
    make_statement("Oslo Declaration", parties=[(make_country(), "endorser")], states_claimed=46)
    said, code = run(as_of=date(2026, 2, 3))
    assert code == 1
    assert "Oslo Declaration" in said


def test_a_check_that_nobody_wrote_is_named_with_those_there_are() -> None:
    with pytest.raises(CommandError, match=r"--only: unknown poems\. Known: ") as refused:
        call_command("check_facts", only="poems")
    assert next(iter(checks())) in str(refused.value)
