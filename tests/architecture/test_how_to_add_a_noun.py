"""The how-to is true: what it says is done in a copy of the repository, and its tests pass there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.prepared_database import FOLDER, PREFIX

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to-add-a-noun.md"
BLOCK = re.compile(
    r'^```python file=(?P<file>\S+)(?: (?P<how>after|replace)="(?P<anchor>[^\n]*)")?\n(?P<code>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)
SET_BY_A_RUN = {
    "DATABASE_URL",
    "PYTEST_ADDOPTS",
    "PYTEST_XDIST_WORKER",
    "PYTEST_CURRENT_TEST",
}  # by this one, not by that
NAME_OF_THE_DATABASE = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "ccm_site.settings.testing"
django.setup()
from tests.prepared_database import PREFIX, fingerprint
print(f"{PREFIX}_{fingerprint()}")
"""
MOST_FILES = 9  # besides the migration and the tests
# The tests that walk over every table, noun and file see the new one too.
WALKS = (
    "tests/architecture/test_tracking.py",
    "tests/architecture/test_parts.py",
    "tests/architecture/test_names.py",
    "tests/api/v1/test_urls.py",
)


def blocks() -> list[re.Match[str]]:
    return list(BLOCK.finditer(PAGE.read_text(encoding="utf-8")))


def test_a_noun_takes_nine_files() -> None:
    files = {block["file"] for block in blocks() if not block["file"].startswith("tests/")}
    assert len(files) <= MOST_FILES, sorted(files)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with the noun of the page in it."""
    folder = tmp_path_factory.mktemp("noun")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for block in blocks():
        put(folder / block["file"], block)
    return folder


def put(path: Path, block: re.Match[str]) -> None:
    """A new file, or lines after (or in place of) one that the file has."""
    if block["how"] is None:
        assert not path.exists(), f"{path} is there already"
        path.write_text(block["code"], encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    anchor = block["anchor"] + "\n"
    assert text.count(anchor) == 1, f"{block['file']} has no single line {block['anchor']}"
    kept = anchor if block["how"] == "after" else ""
    path.write_text(text.replace(anchor, kept + block["code"]), encoding="utf-8")


def run(folder: Path, *command: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in SET_BY_A_RUN}
    done = subprocess.run(  # noqa: S603
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    return done.stdout


def take_the_database_along(folder: Path) -> None:
    """What this checkout has migrated already, under the name that the copy looks for: one migration is left to do."""
    name = run(folder, "-c", NAME_OF_THE_DATABASE).strip()
    (folder / "var" / "testing").mkdir(parents=True, exist_ok=True)
    for migrated in FOLDER.glob(f"{PREFIX}_*[0-9a-f]"):
        shutil.copy2(migrated, folder / "var" / "testing" / name)


@pytest.mark.slow
def test_the_noun_of_the_page_works(copy: Path, django_db_setup: None) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("The copy tests its noun on SQLite; the run on SQLite has done so.")
    run(copy, "manage.py", "makemigrations", "countries", "-n", "focal_points")
    take_the_database_along(copy)
    written = sorted(block["file"] for block in blocks() if block["how"] is None)
    run(copy, "-m", "ruff", "check", *written)
    tests = [name for name in written if name.startswith("tests/")]
    run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, *WALKS)
