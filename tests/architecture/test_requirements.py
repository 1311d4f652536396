"""Every package is pinned, says why it is here, and the reason is true: code imports it, or a named file uses it."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[a-z0-9,-]+\])?==\S+\s+# (?P<reason>\S.*)$")
USED = re.compile(r"\((?P<file>[\w./-]+): (?P<words>[^)]+)\)$")


def pins() -> list[tuple[str, str, str]]:
    """(file, package, reason) of every pinned package."""
    found = []
    for file in ("requirements.txt", "requirements-s3.txt", "requirements-dev.txt"):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith(("#", "-r")):
                pin = PIN.match(line)
                assert pin, f"{file}: {line}"
                found.append((file, pin["name"], pin["reason"]))
    return found


def modules_of(package: str) -> set[str]:
    """The names under which a package is imported."""
    wanted = package.lower().replace("_", "-")
    return {
        module
        for module, packages in packages_distributions().items()
        if wanted in {one.lower().replace("_", "-") for one in packages}
    }


@cache
def code(file: str) -> str:
    """All that may import a package of this file: the application, and for the further set the tests too."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    wanted = [name for name in listed if file == "requirements-dev.txt" or not name.startswith("tests/")]
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in wanted if (ROOT / name).exists())


@pytest.mark.parametrize(("file", "package", "reason"), pins(), ids=[package for _, package, _ in pins()])
def test_a_package_is_used_as_its_reason_says(file: str, package: str, reason: str) -> None:
    if used := USED.search(reason):
        assert used["words"] in (ROOT / used["file"]).read_text(encoding="utf-8"), reason
        return
    names = "|".join(re.escape(name) for name in modules_of(package))
    imported = rf"^\s*(?:from|import)\s+(?:{names})\b|[\"'](?:{names})[.\"']"  # settings name apps in quotes
    assert names, f"{package} is not installed"
    assert re.search(imported, code(file), flags=re.MULTILINE), f"nothing imports {package}"
