"""Documents that the importers are tried on: six that were printed, retold beside this file in our own words.

A retelling keeps the facts, the citations and every trouble of its original (menus and running lines, lines broken
in the middle, marks glued to words, footers glued to notes), so that a reader which handles the one handles the other.
Where the originals lie in a folder (MONITOR_DOCUMENTS, otherwise ``shared`` beside the checkout) the same tests run
on them too. An original is known by its SHA-256 alone, whatever its file is called.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

HERE = Path(__file__).resolve().parent
FOLDER = Path(os.environ.get("MONITOR_DOCUMENTS") or HERE.parents[2] / "shared")


@cache
def originals() -> dict[str, Path]:
    """The originals that lie in the folder, by their SHA-256."""
    expected = {document.sha256 for document in ALL}
    found = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(FOLDER.rglob("*.txt"))}
    return {sha256: path for sha256, path in found.items() if sha256 in expected}


@dataclass(frozen=True)
class Document:
    """A document by its name, where it is retold, and the SHA-256 of its original."""

    name: str
    retold: Path
    sha256: str

    @property
    def original(self) -> Path | None:
        return originals().get(self.sha256)

    def both(self, *expected: object) -> list[ParameterSet]:
        """Parameters of a test: the path of the retelling, and that of the original where it is at hand; after
        either what the test expects of it."""
        missing = pytest.mark.skipif(self.original is None, reason=f"the original of {self.name} is not at hand")
        return [
            pytest.param(self.retold, *expected, id=f"{self.name}, retold"),
            pytest.param(self.original, *expected, id=f"{self.name}, original", marks=missing),
        ]


REPORT_ON_PERU = Document(
    "the 2009 report on Peru",
    HERE / "peru-2009.txt",
    "d3ce8ca9738882127272443a91bdaab64fe6c4c5b44b4f98b9f595e39289fc0f",
)
REPORT_ON_BURUNDI = Document(
    "the 2009 report on Burundi",
    HERE / "burundi-2009.txt",
    "16f940c4758fb96749b31f96343125a57ec1d40590b50c8aea38b21cadd7626c",
)
REPORT_ON_SAMOA = Document(
    "the 2004 report on Samoa",
    HERE / "samoa-2004.txt",
    "0b6c3e209e11293e61c149a29587b93b2e57b287a6258652e723b6f032671f24",
)
REPORT_ON_LIECHTENSTEIN = Document(
    "the 1999 report on Liechtenstein",
    HERE / "liechtenstein-1999.txt",
    "e42c54b00f9d394f46e50f811bbd622618a106b46e5a879c59bc64a61a7cef51",
)
NON_PAPER = Document(
    "the non-paper of 2013",
    HERE / "non-paper-2013.md",
    "11f25787db8d9ad0a4d8b359cb69141a1dd8a91b7b97c268ebcfebdbd796a4bc",
)
SLIDES_OF_PERU = Document(
    "Peru's slides of 2024",
    HERE / "peru-slides-2024.md",
    "a3af00a2b3aba393979e229eb1d1251e41edefcefc02dc9b0baf3933fa72fffd",
)
ALL = (
    REPORT_ON_PERU,
    REPORT_ON_BURUNDI,
    REPORT_ON_SAMOA,
    REPORT_ON_LIECHTENSTEIN,
    NON_PAPER,
    SLIDES_OF_PERU,
)


def which_ran() -> str:
    """One line for the head of a test run."""
    missing = [document.name for document in ALL if document.original is None]
    if not missing:
        return f"documents: all {len(ALL)}, retold and as printed ({FOLDER})"
    return (
        f"documents: all {len(ALL)} retold; as printed {len(ALL) - len(missing)}, without "
        f"{', '.join(missing)} (MONITOR_DOCUMENTS names their folder)"
    )
