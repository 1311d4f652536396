"""What full-text search asks of a database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from editorial.rules.search_words import SearchWords

STANDING = "CASE priority WHEN 0 THEN 8.0 WHEN 1 THEN 4.0 WHEN 2 THEN 3.0 WHEN 3 THEN 2.0 ELSE 0.4 END"
"""How much more a state, its profile, a statement or a meeting weighs than a source in which the words stand."""


class SearchBackend(ABC):
    """What a database has to offer. ``matched`` is "all", "beginning" or "some" (see editorial.search.answer.SearchPage)."""

    @abstractmethod
    def condition(self, words: SearchWords, matched: str) -> tuple[str, list[Any]]:
        """SQL that is true of the matching rows of editorial_searchentry, and its parameters."""

    @abstractmethod
    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        """Those entries, best first."""
