"""What is said of a state's vote at the General Assembly, where sources agree, where they differ, where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

YES, NO, ABSTAIN, ABSENT = "yes", "no", "abstain", "absent"
ANSWERS = (YES, NO, ABSTAIN, ABSENT)
"""In the order of the records of the General Assembly; the last comes of a list in which the state has no vote."""

SHORT = {YES: "in favour", NO: "against", ABSTAIN: "abstained", ABSENT: "did not vote"}


class VoteUpshot(StrEnum):
    """One answer, "sources differ", or nothing on record. The last is no answer: the state may have voted any way."""

    YES = YES
    NO = NO
    ABSTAIN = ABSTAIN
    ABSENT = ABSENT
    DIFFER = "differ"
    NOTHING = "nothing"

    @property
    def words(self) -> str:
        """ "in favour", "sources differ", "no vote recorded here"."""
        return SHORT.get(self.value) or (
            "sources differ" if self is VoteUpshot.DIFFER else "no vote recorded here"
        )


def upshot(answers: Iterable[str]) -> VoteUpshot:
    """What all sources together say of one state at one vote.

    >>> upshot(["yes", "yes"]), upshot(["absent", "no"]), upshot([])
    (<VoteUpshot.YES: 'yes'>, <VoteUpshot.DIFFER: 'differ'>, <VoteUpshot.NOTHING: 'nothing'>)
    """
    found = set(answers)
    if not found:
        return VoteUpshot.NOTHING
    return VoteUpshot(found.pop()) if len(found) == 1 else VoteUpshot.DIFFER


def in_order(answers: Iterable[str]) -> list[str]:
    """Each answer once, in favour first."""
    return sorted(set(answers), key=ANSWERS.index)


def either(answers: Iterable[str]) -> str:
    """What sources that differ say, in words.

    >>> either(["absent", "no"])
    'against or did not vote'
    """
    return " or ".join(SHORT[one] for one in in_order(answers))
