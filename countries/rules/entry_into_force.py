"""When a treaty enters into force: CCM and Mine Ban Treaty, Article 17; CCW, Article 5."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from editorial.rules.calendar import add_months, first_of_month_after, in_words, ordinal, spoken
from editorial.rules.explained import Explained

from .final_clauses import INSTRUMENTS, ActionKind, Counting, FinalClauses, TreatyAct


def threshold_day(clauses: FinalClauses, deposits: Iterable[date]) -> date | None:
    """The day of the deposit that completed the number of instruments needed; None while it is not complete.

    A recorded day (``threshold_reached_on``) wins over one counted from the deposits, which may be incomplete.
    """
    if clauses.threshold_reached_on is not None:
        return clauses.threshold_reached_on
    return counted_threshold_day(clauses, deposits)


def counted_threshold_day(clauses: FinalClauses, deposits: Iterable[date]) -> date | None:
    """The same, counted from the deposits alone: the 30th of the CCM, the 40th of the Mine Ban Treaty."""
    in_time = sorted(deposits)
    needed = clauses.instruments_needed
    return in_time[needed - 1] if 0 < needed <= len(in_time) else None


def general_entry_into_force(clauses: FinalClauses, deposits: Iterable[date]) -> Explained[date | None]:
    """When the treaty itself entered into force: CCM and Mine Ban Treaty 17(1), CCW 5(1), its protocols 5(3).

    Deposits are the days on which instruments of ratification, acceptance, approval or accession (for a
    protocol: consent) were deposited; successions do not count towards the number.
    """
    article = _cite(clauses, clauses.first_article)
    if clauses.counting is Counting.AT_ONCE:
        return Explained(None, article, (), f"{clauses.treaty} binds nobody in law and does not enter into force.")
    days = list(deposits)
    reached = threshold_day(clauses, days)
    needed = clauses.instruments_needed
    if reached is None:
        so_far = (("instruments needed", needed), ("instruments deposited", len(days)))
        words = f"{len(days)} of the {needed} instruments needed have been deposited; it is not yet in force."
        return Explained(None, article, so_far, words)
    inputs = (("instruments needed", needed), (f"deposit of the {ordinal(needed)}", reached))
    return Explained(_counted_from(clauses, reached), article, inputs, _from_the_last_needed(clauses, reached))


def entry_into_force(clauses: FinalClauses, action: TreatyAct, threshold: date | None) -> Explained[date | None]:
    """When the treaty enters into force for a state that made this deposit.

    ``threshold`` is the day of the deposit that brought the treaty itself into force (see threshold_day).
    Everyone who deposited up to and including that day is bound on the general date (17(1)); whoever came
    later, on the first day of the sixth month after the deposit (17(2)). A deposit on the first of a month counts
    like any other day.
    """
    first, later = _cite(clauses, clauses.first_article), _cite(clauses, clauses.later_article)
    if clauses.counting is Counting.AT_ONCE or action.kind is ActionKind.ENDORSEMENT:
        words = f"A political declaration holds from the day of its endorsement, {spoken(action.day)}."
        return Explained(action.day, later, (("endorsed", action.day),), words)
    if action.kind is ActionKind.SUCCESSION:
        return _succession(action)
    if action.kind not in INSTRUMENTS:
        raise ValueError(f"{action.kind.words} is not an instrument by which a state joins.")
    deposit, deposited = ("deposit", action.day), f"Deposited on {spoken(action.day)}"
    if threshold is None:
        words = f"{deposited}; {clauses.treaty} itself is not yet in force."
        return Explained(None, first, (deposit,), words)
    inputs = (deposit, (f"deposit of the {ordinal(clauses.instruments_needed)}", threshold))
    if action.day <= threshold:
        among = f"{deposited}, among the first {clauses.instruments_needed}."
        words = f"{among} {_from_the_last_needed(clauses, threshold)}"
        return Explained(_counted_from(clauses, threshold), first, inputs, words)
    words = f"{deposited}; {_counting_words(clauses, action.day)}."
    return Explained(_counted_from(clauses, action.day), later, inputs, words)


def _succession(action: TreatyAct) -> Explained[date | None]:
    """A successor state continues to be bound; no final clause counts months for it.

    The rule is that of general international law (Vienna Convention on Succession of States in respect of
    Treaties, Articles 23 and 34): from the day of the succession of states, where that is recorded.
    """
    article = "Vienna Convention on Succession of States in respect of Treaties, Articles 23 and 34"
    since, notified = action.effective_on, spoken(action.day)
    inputs = (("notification", action.day), ("succession of states", since))
    words = (
        f"Notified on {notified}; a successor is bound from the day of the succession of states, {spoken(since)}."
        if since
        else "A successor continues to be bound. The day of the succession of states is not recorded here, so it is "
        f"counted from the notification, {notified}, at the latest."
    )
    return Explained(since or action.day, article, inputs, words)


def _counted_from(clauses: FinalClauses, day: date) -> date:
    if clauses.counting is Counting.FIRST_OF_MONTH:
        return first_of_month_after(day, clauses.months)
    return add_months(day, clauses.months)


def _from_the_last_needed(clauses: FinalClauses, reached: date) -> str:
    """The sentence on the deposit that completed the number needed, and what is counted from it."""
    last = f"The {ordinal(clauses.instruments_needed)} instrument was deposited on {spoken(reached)}"
    return f"{last}; {_counting_words(clauses, reached)}."


def _counting_words(clauses: FinalClauses, day: date) -> str:
    value = _counted_from(clauses, day)
    if clauses.counting is Counting.FIRST_OF_MONTH:
        return (
            f"the {ordinal(clauses.months)} month after {day:%B} {day.year} is {value:%B} {value.year}, "
            f"and its first day {spoken(value)}"
        )
    return f"{in_words(clauses.months)} months later is {spoken(value)}"


def _cite(clauses: FinalClauses, article: str) -> str:
    """A protocol enters into force under its parent's article."""
    return clauses.cite(article, of=clauses.parent)
