"""What sources together say of one state and one question, where a list has room for one word.

It is a summary of what was said, by whomever, and decides nothing between sources: every claim stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """From the strongest that is said against a state to the least; words of lists, charts and files."""

    NOW = "said to do so at the time of the newest source"
    ONCE = "said to have done so"
    ALLEGED = "alleged"
    UNKNOWN = "not known to the source"
    NOT_KNOWN = "not known or believed to have"
    NO = "said not to have"


def verdict(answers: Iterable[tuple[str, str]]) -> Verdict:
    """Of the answers to one question about one state, each with its tense, the newest first; there is at least one.

    Whoever did it once has done it, whatever is said of other years: a later "no" takes away only "now".
    """
    said = list(answers)
    given = {answer for answer, _ in said}
    if "yes" in given:
        newest = next(((answer, tense) for answer, tense in said if answer in ("yes", "no")), ("", ""))
        return Verdict.NOW if newest == ("yes", "now") else Verdict.ONCE
    for answer, found in (("alleged", Verdict.ALLEGED), ("unknown", Verdict.UNKNOWN), ("no", Verdict.NO)):
        if answer in given:
            return found
    return Verdict.NOT_KNOWN
