"""What full-text search asks of a database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from editorial.rules.search_words import Phrase, SearchWords

STANDING = "CASE priority WHEN 0 THEN 8.0 WHEN 1 THEN 4.0 WHEN 2 THEN 3.0 WHEN 3 THEN 2.0 ELSE 0.4 END"
"""How much more a state, its profile, a statement or a meeting weighs than a source in which the words stand."""


class SearchBackend(ABC):
    """What a database has to offer. ``matched`` is "all", "beginning" or "some" (see editorial.search.answer.SearchPage)."""

    MATCHES: ClassVar[str]  # SQL that is true of the rows of editorial_searchentry that answer a query
    ALL_OF: ClassVar[str]
    ANY_OF: ClassVar[str]
    BEGINS: ClassVar[str]  # behind a word that may go on
    AMONG: ClassVar[str]  # behind a column: it is one of many numbers

    @abstractmethod
    def adjacent(self, phrase: Phrase) -> str:
        """Words that stand together. They hold letters and digits only: nothing typed is an operator."""

    @abstractmethod
    def ranked(self, words: SearchWords, matched: str, ids: Sequence[int]) -> list[int]:
        """Those entries (one at least), best first."""

    @abstractmethod
    def many(self, ids: Sequence[int]) -> Any:
        """Those numbers as AMONG takes them: one parameter, however many they are."""

    def condition(self, words: SearchWords, matched: str) -> RawSQL:
        """True of the entries that match."""
        return RawSQL(self.MATCHES, [self.query(words, matched)], BooleanField())  # noqa: S611 - of this class

    def query(self, words: SearchWords, matched: str) -> str:
        """The question in the database's own language."""
        groups = [[self.adjacent(phrase) for phrase in group] for group in words.groups]
        if matched == "beginning":
            groups[-1].append(self.adjacent(words.beginning) + self.BEGINS)
        joined = [f"({self.ANY_OF.join(group)})" for group in groups]
        return (self.ANY_OF if matched == "some" else self.ALL_OF).join(joined)
