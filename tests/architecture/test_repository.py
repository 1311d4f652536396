"""The house keeps its own rules: nothing from elsewhere at run time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def templates_and_static() -> list[Path]:
    found = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("static/css/**/*.css"), *ROOT.glob("static/js/**/*.js")]
    return [path for path in found if path.is_file()]


@pytest.mark.parametrize("path", templates_and_static(), ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_is_loaded_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|@import|url\()\s*=?\s*["'(]?\s*(?:https?:)?//(?!www\.w3\.org)""", text), path


@pytest.mark.parametrize(
    "path", [p for p in templates_and_static() if p.suffix == ".html"], ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_inline_script_or_style(path: Path) -> None:
    """The content security policy would block them without a word."""
    text = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"))
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)", text), path
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=[\"']", text), path
