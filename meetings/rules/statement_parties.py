"""How many states a text says joined a statement, against the states that are recorded.

Worked on two real texts. Cluster Munition Monitor's Peru report of 2009 says that Peru was "one of 26 states" that
issued a joint statement at the CCW on 5 November 2008; its note names Costa Rica as the deliverer and 25 states on
whose behalf it spoke: 25 + 1 = 26. The same report says that Peru "joined 45 other countries" in the Oslo
Declaration: 45 + Peru = 46.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from .names_in_text import names_in, read_list

Key = TypeVar("Key")

MOST_STATES = 210
"""No group of states is larger (193 UN members, two observers, some others), so "2008 states" is no count."""

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORD_VALUES = {word: n for n, word in enumerate(_UNITS)} | {word: n * 10 for n, word in enumerate(_TENS, 2)}
_NUMBER_WORD = "|".join(sorted([*_WORD_VALUES, "hundred", "a", "and"], key=len, reverse=True))

_COUNT = re.compile(
    rf"""
    (?P<before>[\w’'-]+\s+(?:than\s+|least\s+)?)?
    (?<![\w.,/-])
    (?P<number>\d{{1,4}}|(?:a\s+)?(?:{_NUMBER_WORD})(?:[\s-]+(?:{_NUMBER_WORD}))*)
    \s+
    (?:
        (?P<others_alone>others)\b
      | (?:(?P<others>other|further|additional|more|fellow)\s+)?
        (?:[\w-]+\s+)?
        (?P<noun>states?|countries|country|governments?|nations?|delegations?|co-?sponsors?|signatories|parties)\b
        (?!\s+(?:that|which|clearly|says?)\s+(?:a|an|the|each|every|any|no)\b)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NOT_A_COUNT_AFTER = {
    *("article", "articles", "protocol", "action", "actions", "paragraph", "note", "footnote", "session"),
    *("chapter", "section", "no", "page", "annex", "form", "resolution", "rule"),
}
_AT_LEAST = frozenset({"more than", "over", "at least", "nearly", "almost", "about", "some", "around", "up to"})

Role = Literal["deliverer", "on-behalf-of", "lead", "co-sponsor"]


@dataclass(frozen=True)
class CountClaim:
    """A number of states as a text prints it."""

    words: str
    number: int
    others: bool = False  # "45 other countries": the one who is spoken of comes on top
    loose: bool = False  # "more than 60 countries", "some 40 states": no exact figure
    start: int = 0

    @property
    def total(self) -> int:
        """The states in all: 45 others and the one spoken of are 46."""
        return self.number + 1 if self.others else self.number


def number_from_words(words: str) -> int | None:
    """26 for "26", "twenty-six" or "twenty six"; 107 for "one hundred and seven"; None when it is no number."""
    text = words.strip().lower()
    if text.isascii() and text.isdigit():
        return int(text)
    total, current, seen = 0, 0, False
    for word in re.split(r"[\s-]+", text):
        if word == "hundred":
            total, current, seen = total + max(current, 1) * 100, 0, True
        elif word in _WORD_VALUES:
            current, seen = current + _WORD_VALUES[word], True
        elif word not in ("and", "a"):
            return None
    return total + current if seen else None


def count_claims(text: str) -> list[CountClaim]:
    """Every number of states, countries, governments … that the text gives, in its order.

    "Article 3 states that …" and years are left out. Numbers above MOST_STATES are no counts of states.
    """
    claims = []
    for m in _COUNT.finditer(text):
        number = number_from_words(m["number"])
        before = (m["before"] or "").lower().split()
        if number is None or not 0 < number <= MOST_STATES:
            continue
        if before and before[-1].strip("’'") in _NOT_A_COUNT_AFTER:
            continue
        claims.append(
            CountClaim(
                words=" ".join(text[m.start("number") : m.end()].split()),
                number=number,
                others=bool(m["others"] or m["others_alone"]),
                loose=" ".join(before[-2:]) in _AT_LEAST or (bool(before) and before[-1] in _AT_LEAST),
                start=m.start("number"),
            )
        )
    return claims


@dataclass(frozen=True)
class PartyCount:
    """States recorded for one statement: who delivered or led it, who else is named, how many stay unnamed."""

    deliverers: int
    others_named: int
    unnamed: int = 0

    @property
    def total(self) -> int:
        return self.deliverers + self.others_named + self.unnamed

    @property
    def arithmetic(self) -> str:
        """ "25 named + 1 that delivered it = 26"."""
        parts = [f"{self.others_named} named"] if self.others_named or not self.deliverers else []
        if self.deliverers:
            parts.append(f"{self.deliverers} that delivered or led it")
        if self.unnamed:
            parts.append(f"{self.unnamed} not named by the source")
        return f"{' + '.join(parts)} = {self.total}"


def disagreement(claim: CountClaim, counted: PartyCount) -> str:
    """One sentence when the words and the recorded states do not agree, "" when they do or cannot be compared."""
    if claim.loose or claim.total == counted.total:
        return ""
    said = f"“{claim.words}”" + (f" and the one spoken of make {claim.total}" if claim.others else "")
    return f"The text says {said}; recorded are {counted.arithmetic}."


@dataclass(frozen=True)
class ProposedParties(Generic[Key]):
    """Parties that a text names, as they are proposed to an editor: in the text's order, with role."""

    parties: tuple[tuple[Key, Role], ...]
    unknown: tuple[str, ...] = ()


_SUBMITTED = re.compile(
    r"(?:submitted|presented|prepared)\s+by\s+(?P<lead>[^.;:()]{2,120}?)\s*,?\s+"
    r"(?:with|and)\s+(?:the\s+)?co-?sponsors?(?:hip\s+of)?\s+(?P<list>[^.;:()]{2,3000}?)"
    r"(?=\s+(?:on\s+the\s+subject|entitled|regarding|concerning|about)\b|[.;:()]|$)",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"(?:delivered|read|made|presented)\s+by\s+(?P<lead>[^.;:()]{2,120}?)\s*,?\s+(?:also\s+)?on\s+behalf\s+of\s+"
    r"(?:the\s+following\s+(?:states|countries)\s*:?\s*)?(?P<list>[^.;:()]{2,6000})",
    re.IGNORECASE,
)


_PHRASES: tuple[tuple[re.Pattern[str], Role, Role], ...] = (
    (_SUBMITTED, "lead", "co-sponsor"),
    (_DELIVERED, "deliverer", "on-behalf-of"),
)


def proposed_parties(text: str, known: Mapping[str, Key]) -> ProposedParties[Key]:
    """The parties that a text itself names: "submitted by Spain with co-sponsors Chile and Croatia", or "delivered by
    Costa Rica on behalf of Austria, … and Venezuela". Nothing is proposed where no such phrase stands."""
    for pattern, first, rest in _PHRASES:
        for m in pattern.finditer(" ".join(text.replace("*", "").split())):
            lead = [key for _, key in names_in(m["lead"], known)]
            if not lead:
                continue
            names = read_list(_without_prose(m["list"], known), known)
            others = ((key, rest) for key in names.found if key != lead[0])
            return ProposedParties(((lead[0], first), *others), names.unknown)
    return ProposedParties(())


def _without_prose(listed: str, known: Mapping[str, Key]) -> str:
    """A list in a sentence runs on: "…, Uruguay, and Venezuela, Fifth 2008 Session". It ends at the comma after
    its last known name; a name after a further "and" still belongs to it, known or not."""
    starts = [start for start, _ in names_in(listed, known)]
    end = listed.find(",", starts[-1]) if starts else -1
    if end < 0:
        return listed
    if more := re.match(r",?\s+and\s+[^,]+", listed[end:]):
        end += more.end()
    return listed[:end]
