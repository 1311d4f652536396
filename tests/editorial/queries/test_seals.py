"""What somebody wrote past the application is found, whichever column it was."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from editorial.actions.sealing import seal_together
from editorial.models import ReleaseSeal
from editorial.queries.ready_text import table_of
from editorial.queries.seals import to_verify, verify, verify_newest


def broken() -> list[str]:
    return [f"{one.about}: {one.message}" for found in verify() for one in found]


def write(table: str, column: str, value: str | int, pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [value, pk])  # noqa: S608


OTHER = {"number": 7, "change_kind": "minor", "contents": "[]", "payload": "{}", "facts": '["another"]'}
MOMENTS = ("released_at", "visible_from")


def test_every_served_column_that_is_written_by_sql_is_found(life) -> None:
    life.bring_out("seven")
    release = life.bring_out(
        "eight", note="One more."
    )  # of a first one, the database holds number and kind as well
    assert broken() == []
    columns = [*release.SEALED, "visible_from"]
    for column in columns:
        value = "2001-01-01 00:00:00+00" if column in MOMENTS else OTHER.get(column, "<p>x</p>")
        with transaction.atomic():
            write(release._meta.db_table, column, value, release.pk)
            assert broken(), column
            transaction.set_rollback(True)
    assert broken() == []
    assert len(columns) == 15


def test_it_says_which_release_and_what(life) -> None:
    release = life.bring_out("seven")
    write(release._meta.db_table, "body_html", "<p>Another</p>", release.pk)
    assert broken() == [f"{release}: Something that readers are served is no longer as it was sealed (Seal 1)."]
    write(release._meta.db_table, "visible_from", "2001-01-01 00:00:00+00", release.pk)
    assert broken()[1:] == [
        f"{release}: The moment from which readers see it is not the one that was sealed (Seal 1)."
    ]


def test_a_release_of_which_the_hash_was_made_anew_is_found_too(life) -> None:
    release = life.bring_out("seven")
    release.lead = "Forged."
    write(release._meta.db_table, "lead", release.lead, release.pk)
    write(release._meta.db_table, "sha256", release.fingerprint(), release.pk)
    assert [words.rpartition(": ")[2][:9] for words in broken()] == ["Something"]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM editorial_releaseseal WHERE position = 2", "Before it, 1 seals are missing."),
        ("UPDATE editorial_releaseseal SET content_sha256 = 'a' WHERE position = 2", "no longer has its own hash"),
        ("UPDATE editorial_releaseseal SET previous = 'a' WHERE position = 2", "does not name the seal before it"),
        ("DELETE FROM editorial_releaseseal WHERE position = 3", "It has no seal."),
        ("UPDATE editorial_releaseseal SET content = '{}' WHERE position = 4", "What was released together"),
        ("UPDATE editorial_releaseseal SET release_id = 999 WHERE position = 1", "is gone."),
    ],
)
def test_a_chain_that_was_cut_or_mended_is_found(life, statement: str, words: str) -> None:
    releases = [life.bring_out("one"), life.bring_out("two", note="A."), life.bring_out("three", note="B.")]
    seal_together(title="All", releases=releases, visible_from=None)
    assert broken() == []
    assert to_verify() == len(list(verify())) == 7
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert any(words in found for found in broken())
    assert ReleaseSeal.objects.exists()


def test_what_is_ready_and_does_not_follow_from_its_release_is_found(life) -> None:
    release = life.bring_out("seven")
    rows = table_of(type(release))._base_manager
    rows.update(page="<p>Another</p>")
    assert broken() == [f"{release}: What is ready to be sent of it does not follow from it. Run rebuild_index."]
    rows.update(made_from="an older build")  # which nobody is served
    assert broken() == []


def test_the_newest_few_are_looked_at_by_themselves(life) -> None:
    first = life.bring_out("seven")
    newest = [life.bring_out(word, note="One more.") for word in ("eight", "nine")][-1]
    assert list(verify_newest(2)) == list(verify_newest(9)) == []
    write(first._meta.db_table, "title", "Another", first.pk)
    assert list(verify_newest(2)) == []
    assert list(verify_newest(3)) != []
    write(first._meta.db_table, "title", first.title, first.pk)
    write("editorial_releaseseal", "previous", "1" * 64, ReleaseSeal.objects.get(position=2).pk)
    assert "It does not name the seal before it." in [one.message for one in verify_newest(2)]
    assert newest.number == 3
