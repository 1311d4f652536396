"""`make check` runs the tests of what was changed, and says where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.touched import ALWAYS, ROOT, own_tests


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name in (
        "stockpiles/importing/rows.py",
        "stockpiles/importing/__init__.py",
        "stockpiles/apps.py",
        "tests/stockpiles/importing/test_rows.py",
        "tests/stockpiles/test_figures.py",
        "tests/journeys/test_history.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("path", "tests", "without"),
    [
        ("stockpiles/importing/rows.py", {"tests/stockpiles/importing/test_rows.py"}, set()),
        ("tests/stockpiles/test_figures.py", {"tests/stockpiles/test_figures.py"}, set()),
        ("stockpiles/apps.py", set(), {"stockpiles/apps.py"}),
        ("stockpiles/importing/__init__.py", set(), set()),
        ("stockpiles/gone.py", set(), set()),
        ("tests/stockpiles/test_gone.py", set(), set()),
        ("stockpiles/migrations/0009_more.py", set(), set()),
        ("tests/journeys/test_history.py", set(), set()),
        ("README.md", set(), set()),
    ],
)
def test_a_changed_file_leads_to_its_tests(house: Path, path: str, tests: set[str], without: set[str]) -> None:
    assert own_tests([path], house) == (tests, without)


def test_what_always_runs_is_there() -> None:
    assert [place for place in ALWAYS if not (ROOT / place).exists()] == []
