"""The drill: everything is backed up, restored elsewhere in a process of its own, and every page is the same there.

On SQLite into a further file; on PostgreSQL into a further database, into a file, and from that file back to PostgreSQL.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from ccm_site.backups.archive import opened
from ccm_site.backups.manifest import Manifest
from tests import prepared_database
from tests.ccm_site.backups.elsewhere import database_name
from tests.doors import crawl
from tests.factories.small_world import PAPER, make_small_world
from tests.restored import answers

WITHDRAWN = "/countries/chile/ban-policy/2010/"
ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.django_db(transaction=True),
]
of_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs PostgreSQL: crosswise between the two (DATABASE_URL)"
)


class Drill:
    """The original: its archive, the moment, and what its pages answer."""

    def __init__(self, folder: Path, moment: datetime) -> None:
        self.folder, self.moment = folder, moment
        self.archive = folder / "original.zip"
        self.addresses = [*(address for address, _ in crawl()), WITHDRAWN]
        self.pages = answers(self.addresses)
        call_command("backup", str(self.archive))

    def restored(self, archive: Path, database: str, again: Path | None = None) -> str:
        """Restore into that database, compare every page, and hand back what was said."""
        order = {
            "archive": str(archive),
            "moment": self.moment.isoformat(),
            "addresses": self.addresses,
            "answers": str(self.folder / "answers.json"),
            "again": str(again or ""),
        }
        (self.folder / "order.json").write_text(json.dumps(order))
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "tests.restored", str(self.folder / "order.json")],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": database},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        there = json.loads((self.folder / "answers.json").read_text())
        assert [address for address, answer in self.pages.items() if there[address] != answer] == []
        return run.stdout


@pytest.fixture
def drill(tmp_path: Path) -> Iterator[Drill]:
    make_small_world()
    moment = datetime.now(UTC) + timedelta(seconds=1)  # all of it has happened by then
    with time_machine.travel(moment, tick=False):
        yield Drill(tmp_path, moment)
    for name in default_storage.listdir("documents")[0]:
        default_storage.delete(f"documents/{name}")


def in_file(path: Path) -> str:
    return f"sqlite:///{path}"


@contextmanager
def on_server(name: str) -> Iterator[str]:
    """An empty database beside the one of this run."""
    prepared_database.on_the_server(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
    info = connection.settings_dict
    try:
        yield f"postgres://{info['USER']}:{info['PASSWORD']}@{info['HOST']}:{info['PORT']}/{name}"
    finally:
        prepared_database.on_the_server(f'DROP DATABASE IF EXISTS "{name}"')


def manifest_of(archive: Path) -> Manifest:
    with opened(archive) as (_, manifest):
        return manifest


def told_of(archive: Path) -> dict[str, Any]:
    """What has to be the same of an archive and of one of its copy."""
    manifest = manifest_of(archive)
    return {
        **{table.table: table for table in manifest.tables},
        "files": manifest.files,
        "releases": manifest.releases,
        "seals": manifest.seals,
    }


def test_a_copy_is_the_original_page_by_page(drill: Drill) -> None:
    manifest = manifest_of(drill.archive)
    rows = {table.table: table.rows for table in manifest.tables}
    assert manifest.releases["count"] > 8
    assert len(manifest.files) == 2
    assert all(rows[name] for name in ("editorial_user_groups", "editorial_changerow", "editorial_reviewcomment"))
    assert all(
        rows[name] for name in ("editorial_begunform", "editorial_releaseseal", "editorial_historicalsource")
    )
    assert drill.pages[WITHDRAWN][0] == 410
    assert PAPER.decode() in {answer for _, answer in drill.pages.values() if isinstance(answer, str)}
    copy, again = drill.folder / "copy.sqlite3", drill.folder / "again.zip"
    if connection.vendor == "sqlite":
        shutil.copyfile(prepared_database.FOLDER / prepared_database.make_if_missing(), copy)
        said = drill.restored(drill.archive, in_file(copy), again)
    else:
        with on_server(database_name("copy")) as database:
            said = drill.restored(drill.archive, database, again)
    assert f"{len(manifest.tables)} tables are those of the archive, by number of rows and SHA-256." in said
    assert "seals and releases are as they were sealed." in said
    assert told_of(again) == told_of(drill.archive)


@of_postgresql
def test_a_move_to_a_file_and_back_changes_nothing(drill: Drill) -> None:
    moved, back = drill.folder / "moved.zip", drill.folder / "back.zip"
    drill.restored(drill.archive, in_file(drill.folder / "moved.sqlite3"), moved)
    with on_server(database_name("back")) as database:
        drill.restored(moved, database, back)
    assert told_of(moved) == told_of(back) == told_of(drill.archive)
