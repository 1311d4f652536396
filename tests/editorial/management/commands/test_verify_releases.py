"""The command names what no longer holds and fails; where all holds it says of how much."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from editorial.checks import check_releases


def test_a_whole_chain_is_said_to_be_whole(life, capsys) -> None:
    life.bring_out("seven")
    call_command("verify_releases")
    assert "2 seals and releases are as they were sealed." in capsys.readouterr().out


def test_what_was_written_past_the_application_is_named_once_and_fails(life, capsys) -> None:
    release = life.bring_out("seven")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {release._meta.db_table} SET notes_html = '<p>x</p>'")  # noqa: S608
    with pytest.raises(CommandError, match="1 things") as failed:
        call_command("verify_releases")
    assert failed.value.returncode == 1
    assert capsys.readouterr().out.count(str(release)) == 1
    (finding,) = check_releases.run(release.released_at.date())
    assert finding.record == str(release)
