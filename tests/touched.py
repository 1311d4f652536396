"""Which tests a change touches: those of the modules that differ from the main branch, the house rules, a smoke set.

    python -m pytest $(python -m tests.touched)

A module's tests stand in the same place under tests/ (``stockpiles/importing/rows.py``: ``tests/stockpiles/importing/
test_rows.py``). A module without a test of its own name is named on the error output, so that nobody takes a green run
for a proof.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("editorial", "countries", "meetings", "stockpiles", "impact", "api", "ccm_site")
#: The frame, a published text, its way there and the rules of the house: what almost any change could break.
ALWAYS = (
    "tests/architecture",
    "tests/ccm_site/pages/test_home.py",
    "tests/ccm_site/pages/test_service.py",
    "tests/countries/views/test_profile.py",
    "tests/editorial/actions/test_publishing.py",
    "tests/editorial/models/test_tracked.py",
)


def changed() -> list[str]:
    """Files that differ from where this branch left the main branch, committed or not, and new ones."""
    known = _git("rev-parse", "--verify", "--quiet", "origin/main")
    base = _git("merge-base", "HEAD", "origin/main") if known else ["HEAD"]
    return [*_git("diff", "--name-only", base[0]), *_git("ls-files", "--others", "--exclude-standard")]


def own_tests(paths: Iterable[str], root: Path = ROOT) -> tuple[set[str], set[str]]:
    """The test files of some changed files, and the modules among these that have none of their own name."""
    found, without = set(), set()
    for path in map(Path, paths):
        if path.suffix != ".py" or "migrations" in path.parts:
            continue
        if path.parts[0] == "tests":
            if path.name.startswith("test_") and (root / path).is_file() and "journeys" not in path.parts:
                found.add(str(path))
        elif path.parts[0] in APPS and path.name != "__init__.py" and (root / path).is_file():
            own = Path("tests", path.parent, f"test_{path.name}")
            if (root / own).is_file():
                found.add(str(own))
            else:
                without.add(str(path))
    return found, without


def _git(*words: str) -> list[str]:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603, S607
    return done.stdout.split("\n")[:-1] if done.returncode == 0 else []


def main() -> None:
    found, without = own_tests(changed())
    if without:
        print("No test of its own name: " + ", ".join(sorted(without)), file=sys.stderr)
    inside = tuple(f"{place}/" for place in ALWAYS)
    print(*ALWAYS, *sorted(test for test in found - set(ALWAYS) if not test.startswith(inside)))


if __name__ == "__main__":
    main()
