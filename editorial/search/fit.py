"""How well an entry that has the words answers the question: pure arithmetic on the words of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from editorial.rules.search_words import SearchWords

LAST = 9
"""The priority of sources: one of them stands below a page that says the same."""


class Found(NamedTuple):
    """What decides where an entry stands in the answer. ``body_words`` are given where there are ``also_words``."""

    pk: int
    kind: str
    priority: int
    title_words: str
    context_words: str
    also_words: str
    states: str
    body_words: str


def is_meant(words: SearchWords, entry: Found) -> bool:
    """Whether more than its unseen words answers the question: "deadline Chad" means the page of Chad, "deadline" alone
    does not mean the page of every state."""
    if not entry.also_words:
        return True
    also = set(entry.also_words.split())
    text = f" {entry.context_words} {entry.body_words} "
    title = f" {entry.title_words} "
    phrases = [phrase for group in words.groups for phrase in group]
    return any(
        f" {' '.join(phrase)}" in text or (f" {' '.join(phrase)}" in title and not also.issuperset(phrase))
        for phrase in (*phrases, words.beginning)
    )


TITLE, CONTEXT, BODY = 3.0, 2.0, 1.0
WHOLE_TITLE = 1.0
"""The page of the thing itself: its title has no word that was not asked for."""


Fit = tuple[float, int]


def fits(words: SearchWords, matched: str) -> Callable[[Found], Fit]:
    """How well an entry's own name answers the question, best lowest.

    Each part of the question counts where it stands best: in the title, in the line below it, in the text. Of titles
    that have every part, a state's comes before a statement's; then the shorter one. Entries that have a part in the
    text only, and fit equally, stand as the database ranks them.
    """
    asked = [[f" {' '.join(phrase)} " for phrase in group] for group in words.groups]
    if matched == "beginning":
        asked[-1].append(f" {' '.join(words.beginning)}")
    known = {word for group in words.groups for phrase in group for word in phrase}
    number, elsewhere = len(asked), 0.0 if matched == "some" else BODY

    def fit(entry: Found) -> Fit:
        title, context = f" {entry.title_words} ", f" {entry.context_words} {entry.also_words} "
        points, in_text = 0.0, False
        for phrases in asked:
            if any(map(title.__contains__, phrases)):
                points += TITLE
            elif any(map(context.__contains__, phrases)):
                points += CONTEXT
            elif elsewhere:
                points, in_text = points + elsewhere, True
        if points == TITLE * number:
            points -= entry.priority / 20 * number
        is_whole = known.issuperset(entry.title_words.split())
        points = points / number + WHOLE_TITLE * is_whole - (entry.priority >= LAST)
        return -points, len(title) if not in_text else 0

    return fit
