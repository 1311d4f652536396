"""A total that a source gives, against the votes on record."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from .vote_count import COUNTED, VoteCount


class CheckOutcome(Enum):
    """What comes of comparing a total with the votes on record."""

    NOT_COUNTED = "not counted"  # the roll is not whole, and what is of it fits
    SAME = "the same"
    EXPLAINED = "explained"  # by the states on which sources differ
    DIFFERENT = "different"


def check_total(count: VoteCount, claimed: Mapping[str, int | None]) -> tuple[CheckOutcome, str]:
    """Whether a total can be right by the votes on record, with both figures in the words.

    ``claimed`` has for an answer the number that the source gives, None where it gives none: an answer without a
    number is compared with nothing. Of a roll that is not whole a number is compared only where it is too small.
    """
    given = {one: number for one, number in claimed.items() if one in COUNTED and number is not None}
    if not count.is_whole:
        return _against_a_part(count, given)
    apart = {one: number - count.agreed[one] for one, number in given.items() if number != count.agreed[one]}
    if not apart:
        return CheckOutcome.SAME, f"{count.words}: the same as the total."
    difference = f"{count.words}; the total has {_off(given, apart)}"
    places = list(COUNTED)
    if any(all(total[places.index(one)] == number for one, number in given.items()) for total in count.reachable):
        states = count.apart(*apart)
        return CheckOutcome.EXPLAINED, f"{difference}. Sources differ on {states}, which accounts for it."
    return CheckOutcome.DIFFERENT, f"{difference}. The votes on record do not account for it."


def _off(given: Mapping[str, int], apart: Mapping[str, int]) -> str:
    """ "2 against: 1 more"."""
    words = [
        f"{given[one]} {COUNTED[one]}: {abs(number)} {'more' if number > 0 else 'fewer'}"
        for one, number in apart.items()
    ]
    return ", and ".join(words)


def _against_a_part(count: VoteCount, given: Mapping[str, int]) -> tuple[CheckOutcome, str]:
    over = [
        f"{count.agreed[one]} states are on record as {COUNTED[one]}, the total has {number}"
        for one, number in given.items()
        if count.agreed[one] > number
    ]
    if over:
        return CheckOutcome.DIFFERENT, f"{count.words}; but {', and '.join(over)}."
    return CheckOutcome.NOT_COUNTED, f"{count.words}."
