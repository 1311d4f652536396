"""Counting a recorded vote: each state once, those on which sources differ apart, a part of a roll never as the whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from .vote_said import ABSENT, ABSTAIN, ANSWERS, NO, YES, VoteUpshot, either, upshot

COUNTED = {YES: "in favour", NO: "against", ABSTAIN: "abstaining"}
"""What the General Assembly announces, in its order. Who did not vote is not announced."""


@dataclass(frozen=True)
class VoteCount:
    """The votes on record of one recorded vote.

    agreed      how many states, by answer, on which all sources agree
    differing   by the name of a state, what sources that differ say of it
    missing     how many members have no vote on record
    members     how many members the United Nations has
    """

    agreed: Mapping[str, int]
    differing: Mapping[str, tuple[str, ...]]
    missing: int
    members: int

    @property
    def is_whole(self) -> bool:
        """Whether every member is on record, so that a count says something of the vote."""
        return self.members > 0 and not self.missing

    @property
    def on_record(self) -> int:
        """How many members have a vote on record, or are on record as not voting."""
        return self.members - self.missing

    @property
    def absent(self) -> int:
        """How many did not vote, as all sources agree."""
        return self.agreed[ABSENT]

    @property
    def words(self) -> str:
        """ "130 in favour, 2 against and 40 abstaining by the votes on record"; of a part, only how large it is."""
        if not self.is_whole:
            return f"Votes of {self.on_record} of {self.members} members are on record: too few to be counted"
        by = "votes on which sources agree" if self.differing else "votes on record"
        return f"{three_in_words(self.agreed)} by the {by}"

    def apart(self, *answers: str) -> str:
        """The states that are in no count, with what is said of each: "Zimbabwe (against or did not vote)"; "" if none.

        With answers, only the states of which a source says one of them.
        """
        told = {name: said for name, said in self.differing.items() if not answers or {*said} & {*answers}}
        return "; ".join(f"{name} ({either(said)})" for name, said in sorted(told.items()))

    @cached_property
    def reachable(self) -> frozenset[tuple[int, int, int]]:
        """Every total that the votes allow, whichever source is right on each state on which they differ."""
        start = tuple(self.agreed[one] for one in COUNTED)
        found = {(start[0], start[1], start[2])}
        for said in self.differing.values():
            found = {_with(total, answer) for total in found for answer in said}
        return frozenset(found)


def _with(total: tuple[int, int, int], answer: str) -> tuple[int, int, int]:
    yes, no, abstained = total
    return yes + (answer == YES), no + (answer == NO), abstained + (answer == ABSTAIN)


def count_votes(said: Mapping[str, Collection[str]], members: Collection[str]) -> VoteCount:
    """Counts the members of the United Nations, by name; what is said of anybody else is no vote.

    ``said`` has for a state the answers of all sources.
    """
    agreed = dict.fromkeys(ANSWERS, 0)
    differing: dict[str, tuple[str, ...]] = {}
    missing = 0
    for name in members:
        answers = said.get(name, ())
        found = upshot(answers)
        if found is VoteUpshot.NOTHING:
            missing += 1
        elif found is VoteUpshot.DIFFER:
            differing[name] = tuple(sorted(set(answers)))
        else:
            agreed[found.value] += 1
    return VoteCount(agreed, differing, missing, len(members))


def three_in_words(numbers: Mapping[str, int | None]) -> str:
    """ "141 in favour, 1 against and 39 abstaining"; an answer without a number is left out."""
    parts = [f"{numbers[one]} {word}" for one, word in COUNTED.items() if numbers.get(one) is not None]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
