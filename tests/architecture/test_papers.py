"""What the papers say is so: links lead somewhere, every setting is described, decisions are whole and listed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
DECISIONS = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))
# A path in back quotes, without places to fill in.
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_paper_names_is_there(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    named = [name for name in NAMED.findall(text) if name.split("/")[0] in FOLDERS - {"var"}]
    missing = [name for name in named if not (ROOT / name).exists()]
    linked = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (paper.parent / link).exists()]
    assert missing + linked == []


def test_every_variable_of_production_is_described() -> None:
    settings = (ROOT / "ccm_site/settings/production.py").read_text()
    read = set(re.findall(r'env\.\w+\("(\w+)"', settings))
    described = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", (ROOT / "docs/operating.md").read_text(), flags=re.M))
    assert described == read


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_when_why_instead_of_what_and_what_follows(decision: Path) -> None:
    lines = decision.read_text(encoding="utf-8").splitlines()
    number, _, title = lines[0].removeprefix("# ").partition(". ")
    date, _, state = lines[2].partition(" · ")
    assert int(number) == int(decision.name[:4])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)
    assert state == "stands" or re.fullmatch(r"replaced by \d+", state), state
    headings = re.findall(r"^\*\*([^*]+)\.\*\*", "\n".join(lines), flags=re.M)
    assert headings == ["Context", "Decision", "Instead of", "Consequences"]
    index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    assert f"| {number} | {date} | [{title}]({decision.name}) |" in index


def test_the_numbers_of_decisions_have_no_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("paper", ["README.md", "docs/architecture.md"])
def test_the_floors_of_a_paper_are_those_that_are_checked(paper: str) -> None:
    """One text: what import-linter holds is what the papers say."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    floors = next(one["layers"] for one in contracts if one["name"].startswith("Floors"))
    rooms = {room for floor in floors for room in re.findall(r"\((\w+)\)", floor)} - {"apps", "urls"}
    text = (ROOT / paper).read_text(encoding="utf-8")
    picture = max(re.findall(r"^```\n(.*?)^```", text, flags=re.M | re.S), key=len)
    assert rooms - set(re.findall(r"\w+", picture)) == set()
