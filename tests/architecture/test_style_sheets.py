"""Style sheets are whole: a rule that is never closed swallows every rule after it, and no browser says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parents[2] / "static" / "css").glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.name for sheet in SHEETS])
def test_every_rule_is_closed(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        depth += line.count("{") - line.count("}")
        assert depth >= 0, f"{sheet.name}, line {number}: closes what was never opened"
    assert depth == 0, f"{sheet.name}: {depth} rules are never closed"
