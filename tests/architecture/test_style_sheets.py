"""Style sheets are whole: a rule that is never closed swallows every rule after it, and no browser says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"
SHEETS = sorted((Path(__file__).parents[2] / "static" / "css").rglob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.name for sheet in SHEETS])
def test_every_rule_is_closed(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        depth += line.count("{") - line.count("}")
        assert depth >= 0, f"{sheet.name}, line {number}: closes what was never opened"
    assert depth == 0, f"{sheet.name}: {depth} rules are never closed"


COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|:[^;]*\b(?:white|black|red|green|blue|gr[ae]y)\b(?!-)",
    re.IGNORECASE,
)


def rules(sheet: Path) -> list[str]:
    text = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment.group().count("\n"), sheet.read_text(), flags=re.S)
    return text.split("\n")


@pytest.mark.parametrize("sheet", [one for one in SHEETS if one.name != "tokens.css"], ids=lambda one: one.name)
def test_every_colour_is_a_token(sheet: Path) -> None:
    """A colour that is named once can be checked once, in light, dark and print. (A mask's black is no colour.)"""
    lines = [(number, line.strip()) for number, line in enumerate(rules(sheet), 1) if "mask-image" not in line]
    found = [(number, line) for number, line in lines if COLOUR.search(line)]
    assert not found, sheet.name


def test_every_token_that_is_used_exists() -> None:
    text = "\n".join("\n".join(rules(sheet)) for sheet in SHEETS)
    made = set(re.findall(r"(--[\w-]+)\s*:", text))
    used = set(re.findall(r"var\(\s*(--[\w-]+)\s*\)", text))
    assert used <= made, used - made


def test_the_browser_frame_has_the_colour_of_the_paper() -> None:
    """An attribute of the page cannot name a token."""
    paper = re.search(r"--paper: light-dark\((#\w+), (#\w+)\)", TOKENS.read_text())
    assert paper
    page = (Path(__file__).parents[2] / "templates" / "base.html").read_text()
    assert re.findall(r'theme-color" content="(#\w+)"', page) == list(paper.groups())
