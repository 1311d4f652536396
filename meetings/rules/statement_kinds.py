"""What kind of statement a paper calls itself in the words above its text."""

from __future__ import annotations

import re

# Most telling first; values of StatementKind.
_KINDS = tuple(
    (re.compile(words, re.IGNORECASE), kind)
    for words, kind in (
        (r"\bnon-?\s?paper\b", "non-paper"),
        (r"\bworking paper\b", "working-paper"),
        (r"\bjoint declaration\b", "joint-declaration"),
        (r"\bjoint statement\b|\bstatement\b.{0,200}\bon behalf of\b", "joint-statement"),
        (r"\bopening (?:statement|remarks)\b", "opening"),
        (r"\bclosing (?:statement|remarks)\b", "closing"),
        (r"\bexplanation of (?:position|vote)\b", "explanation"),
        (r"\bpresentation\b", "presentation"),
        (r"\bstatement\b", "national"),
    )
)


def kind_named(words: str) -> str:
    """The kind that the words above a text name, "" if none.

    >>> kind_named("Statement by Costa Rica on behalf of Austria")
    'joint-statement'
    """
    return next((kind for pattern, kind in _KINDS if pattern.search(words[:1000])), "")
