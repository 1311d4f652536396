"""The scripts of the pages: their lint, their format and their own tests, run by Node.js.

Without Node.js or its packages they are skipped with the reason; with CI=true that is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def npm() -> str:
    """The npm that has the packages of package.json."""
    reason = ""
    if (found := shutil.which("npm")) is None:
        reason = "Node.js is not installed (Debian: nodejs and npm)."
    elif not (ROOT / "node_modules" / "eslint").is_dir():
        reason = "The packages of package.json are not installed: npm ci"
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    assert found is not None
    return found


@pytest.mark.parametrize("what", ["lint", "test"])
def test_the_scripts_pass_their(what: str, npm: str) -> None:
    done = subprocess.run(  # noqa: S603
        [npm, "run", "--silent", what], cwd=ROOT, capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
