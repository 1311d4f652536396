"""Who says that a state holds no stocks: its newest word, where that is what it says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from editorial.models import Certainty
from stockpiles.models import Activity, ActivityClaim, Answer
from stockpiles.rules.dated import bounds
from stockpiles.rules.deadline import known_by
from stockpiles.rules.flow import Flow
from stockpiles.rules.preference import chosen

from .stock import Stock


def newest_denial(claims: Iterable[ActivityClaim], as_of: date) -> ActivityClaim | None:
    """The newest word on a state's stockpiling that was known on a day, if it is "no": by the time it is about, else by
    when it was said. One without any date is older than all others.

    What is said of one type of munition says nothing of the others.
    """
    dated = [
        (one, bounds(one.as_of or one.made_on))
        for one in claims
        if one.activity == Activity.STOCKPILING and one.munition_type_id is None
    ]
    known = [one for one, when in dated if when is None or known_by(when, as_of)]
    newest = chosen(known, when=lambda claim: bounds(claim.as_of or claim.made_on))
    return newest if newest is not None and newest.answer == Answer.NO else None


def is_said_to_hold(claims: Iterable[ActivityClaim]) -> bool:
    """Whether any source, ever, says or supposes that the state has a stock: only then has a denial something to end."""
    return any(
        one.activity == Activity.STOCKPILING and one.answer in (Answer.YES, Answer.ALLEGED, Answer.UNKNOWN)
        for one in claims
    )


def is_told_of_a_stock(claims: Iterable[ActivityClaim], book: Stock | None) -> bool:
    """Whether a denial has something to end: a source says that the state had a stock, or that it destroyed one.

    Mali says that it holds none, and that it destroyed what it had in 1997.
    """
    return is_said_to_hold(claims) or (book is not None and book.has(Flow.DESTROYED))


def denial_in_words(denial: ActivityClaim) -> str:
    """ "The state says that it holds no stocks (said on 5 August 2015)." """
    who = "The state says" if denial.certainty == Certainty.STATED else "A source says"
    said = denial.about_in_words or denial.made_in_words
    return f"{who} that it holds no stocks{f' ({said})' if said else ''}."
