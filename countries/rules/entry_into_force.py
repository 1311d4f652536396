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
        return Explained(
            None,
            article,
            (("instruments needed", needed), ("instruments deposited", len(days))),
            f"{len(days)} of the {needed} instruments needed have been deposited; it is not yet in force.",
        )
    value = _counted_from(clauses, reached)
    return Explained(
        value,
        article,
        (("instruments needed", needed), (f"deposit of the {ordinal(needed)}", reached)),
        f"The {ordinal(needed)} instrument was deposited on {spoken(reached)}; "
        f"{_counting_words(clauses, reached)}.",
    )


def entry_into_force(clauses: FinalClauses, action: TreatyAct, threshold: date | None) -> Explained[date | None]:
    """When the treaty enters into force for a state that made this deposit.

    ``threshold`` is the day of the deposit that brought the treaty itself into force (see threshold_day).
    Everyone who deposited up to and including that day is bound on the general date (17(1)); whoever came
    later, on the first day of the sixth month after the deposit (17(2)). A deposit on the first of a month counts
    like any other day.
    """
    if clauses.counting is Counting.AT_ONCE or action.kind is ActionKind.ENDORSEMENT:
        return Explained(
            action.day,
            _cite(clauses, clauses.later_article),
            (("endorsed", action.day),),
            f"A political declaration holds from the day of its endorsement, {spoken(action.day)}.",
        )
    if action.kind is ActionKind.SUCCESSION:
        return _succession(clauses, action)
    if action.kind not in INSTRUMENTS:
        raise ValueError(f"{action.kind.words} is not an instrument by which a state joins.")
    if threshold is None:
        return Explained(
            None,
            _cite(clauses, clauses.first_article),
            (("deposit", action.day),),
            f"Deposited on {spoken(action.day)}; {clauses.treaty} itself is not yet in force.",
        )
    if action.day <= threshold:
        return Explained(
            _counted_from(clauses, threshold),
            _cite(clauses, clauses.first_article),
            (("deposit", action.day), (f"deposit of the {ordinal(clauses.instruments_needed)}", threshold)),
            f"Deposited on {spoken(action.day)}, among the first {clauses.instruments_needed}. The "
            f"{ordinal(clauses.instruments_needed)} instrument was deposited on {spoken(threshold)}; "
            f"{_counting_words(clauses, threshold)}.",
        )
    return Explained(
        _counted_from(clauses, action.day),
        _cite(clauses, clauses.later_article),
        (("deposit", action.day), (f"deposit of the {ordinal(clauses.instruments_needed)}", threshold)),
        f"Deposited on {spoken(action.day)}; {_counting_words(clauses, action.day)}.",
    )


def _succession(clauses: FinalClauses, action: TreatyAct) -> Explained[date | None]:
    """A successor state continues to be bound; no final clause counts months for it.

    The rule is that of general international law (Vienna Convention on Succession of States in respect of
    Treaties, Articles 23 and 34): from the day of the succession of states, where that is recorded.
    """
    article = "Vienna Convention on Succession of States in respect of Treaties, Articles 23 and 34"
    if action.effective_on is not None:
        return Explained(
            action.effective_on,
            article,
            (("notification", action.day), ("succession of states", action.effective_on)),
            f"Notified on {spoken(action.day)}; a successor is bound from the day of the succession of states, "
            f"{spoken(action.effective_on)}.",
        )
    return Explained(
        action.day,
        article,
        (("notification", action.day), ("succession of states", None)),
        f"A successor continues to be bound. The day of the succession of states is not recorded here, so it is "
        f"counted from the notification, {spoken(action.day)}, at the latest.",
    )


def _counted_from(clauses: FinalClauses, day: date) -> date:
    if clauses.counting is Counting.FIRST_OF_MONTH:
        return first_of_month_after(day, clauses.months)
    return add_months(day, clauses.months)


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
