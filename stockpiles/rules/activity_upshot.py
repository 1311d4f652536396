"""What sources together say of one state and one question, where a list has room for one word.

It is a summary of what was said, by whomever, and decides nothing between sources: every claim stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Upshot(Enum):
    """From the strongest that is said against a state to the least; words of lists, charts and files."""

    NOW = "said to do so at the time of the newest source"
    ONCE = "said to have done so"
    ALLEGED = "alleged"
    UNKNOWN = "not known to the source"
    NOT_KNOWN = "not known or believed to have"
    NO = "said not to have"


def upshot(answers: Iterable[tuple[str, str]]) -> Upshot:
    """Of the answers to one question about one state, each with its tense, the newest first; there is at least one.

    Whoever did it once has done it, whatever is said of other years: a later "no" takes away only "now".
    """
    said = list(answers)
    given = {answer for answer, _ in said}
    if "yes" in given:
        newest = next(((answer, tense) for answer, tense in said if answer in ("yes", "no")), ("", ""))
        return Upshot.NOW if newest == ("yes", "now") else Upshot.ONCE
    for answer, found in (("alleged", Upshot.ALLEGED), ("unknown", Upshot.UNKNOWN), ("no", Upshot.NO)):
        if answer in given:
            return found
    return Upshot.NOT_KNOWN
