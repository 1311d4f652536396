"""The words by which printed citations are read: kinds of documents, conference towns, verbs of prose.

They stand in editorial/reference/citation_words.csv, a word a line; a word that is added there is known at the next
start. The lists:

- town: where the meetings of these treaties are held; another town stays part of the printed words;
- meeting: words that make a part of a citation the name of a meeting;
- speech, letter: how statements, and letters and interviews, begin ("Joint Statement of …", "Letter from …");
- part of a title: what follows a title and belongs to it ("Addendum 1");
- place in a document: what names a place with a letter or number ("Form A");
- body of states: letters that name no non-governmental organisation;
- small: words that names and headings write small;
- verb: words that make a sentence prose;
- abbreviation: words whose full stop ends no sentence.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

WORDS = Path(__file__).resolve().parents[1] / "reference" / "citation_words.csv"


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one list. Raises KeyError for a list that the file does not have."""
    with WORDS.open(encoding="utf-8", newline="") as handle:
        found = frozenset(row["word"] for row in csv.DictReader(handle) if row["list"] == name)
    if not found:
        raise KeyError(name)
    return found


def either(name: str) -> str:
    """A pattern that matches any word of the list, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words_of(name), key=lambda w: (-len(w), w))) + ")"
