"""The test of any file is found by its path: that of ``a/rules/b.py`` stands in ``tests/a/rules/test_b.py``."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("editorial", "countries", "meetings", "stockpiles", "impact", "api", "ccm_site")
WIRING = {"__init__.py", "apps.py", "urls.py", "wsgi.py"}  # Django asks for these names; what they name is tested


def test_every_module_that_does_something_has_its_test_at_its_path() -> None:
    assert [module for module in modules() if not place_of_test(module).exists()] == []


def test_a_module_of_pure_declarations_needs_none_and_a_method_makes_the_difference() -> None:
    assert not does_something("class Meta:\n    ordering = ['name']\n")
    assert does_something("class Country:\n    def __str__(self):\n        return self.name\n")
    assert does_something("if True:\n    async def answer(): ...\n")
    assert place_of_test("meetings/rules/file_type.py") == ROOT / "tests/meetings/rules/test_file_type.py"


def test_what_is_looked_at_is_the_application() -> None:
    found = set(modules())
    assert {"countries/rules/standing.py", "editorial/actions/publishing.py", "ccm_site/wiring.py"} <= found
    assert not any("/migrations/" in module or "/settings/" in module for module in found)


def modules() -> list[str]:
    """Every application module that defines a function or a method."""
    return sorted(
        str(path.relative_to(ROOT))
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        if path.name not in WIRING
        and not {"migrations", "settings"} & set(path.parts)
        and does_something(path.read_text(encoding="utf-8"))
    )


def does_something(text: str) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(ast.parse(text)))


def place_of_test(module: str) -> Path:
    path = Path(module)
    return ROOT / "tests" / path.parent / f"test_{path.name}"
