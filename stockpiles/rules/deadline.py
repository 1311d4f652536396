"""How a state stands towards a deadline on a day, as far as the record can say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from editorial.rules.calendar import add_years
from editorial.rules.explained import Explained, shown
from editorial.rules.worded import Worded

from .dated import Dated, DayCount, days_before, in_words


class DutyStanding(Worded):
    """How a state stands towards a deadline on a day, what that is called, and what it says (and does not)."""

    NOT_BOUND = "not_bound", "Not bound", "The convention was not yet, or is no longer, in force for the state."
    DUE = "due", "Due", "The date lies ahead."
    OVERDUE = (
        "overdue",
        "Overdue",
        "The date has passed, and a source says that the duty was not fulfilled, or the record of that day is whole and "
        "has no fulfilment and no request.",
    )
    OVERDUE_THEN = (
        "overdue_then",
        "Overdue then, later not on record",
        "A source says of an earlier day that the duty was overdue; what came after is not on record here.",
    )
    PASSED_UNDECIDED = (
        "passed_undecided",
        "Passed, decision not on record",
        "The date has passed, more time was asked for, and what the states decided is not on record here. It says "
        "nothing about the state.",
    )
    MET_EARLY = "met_early", "Met in time", "Fulfilled on the deadline or before it."
    MET_LATE = "met_late", "Met late", "Fulfilled after the deadline."
    MET_UNDATED = "met_undated", "Met, day unknown", "Fulfilled, but no date is exact enough to say early or late."
    NOTHING_LEFT = (
        "nothing_left",
        "Nothing left to do",
        "No completion was declared, but by the records nothing is left to do.",
    )
    NOT_ON_RECORD = (
        "not_on_record",
        "Passed, nothing on record",
        "The date has passed and nothing on record here says whether the duty was fulfilled. It says nothing about the "
        "state.",
    )
    UNRECORDED = (
        "unrecorded",
        "Nothing recorded",
        "Nothing is recorded here that falls under the duty; the date is the one of the convention if there is anything "
        "and no extension was granted. It says nothing about the state.",
    )


#: Standings that say nothing about the state: the record ends before the answer.
NOT_KNOWN = frozenset(
    {DutyStanding.OVERDUE_THEN, DutyStanding.PASSED_UNDECIDED, DutyStanding.NOT_ON_RECORD, DutyStanding.UNRECORDED}
)
#: The standings of a duty that was fulfilled.
MET = frozenset({DutyStanding.MET_EARLY, DutyStanding.MET_LATE, DutyStanding.MET_UNDATED})
#: The standings of a duty of which no fulfilment is on record.
OPEN = NOT_KNOWN | {DutyStanding.DUE, DutyStanding.OVERDUE}


def years_after(
    years: int, event: str, on: date, *, article: str, inputs: tuple[tuple[str, object], ...] = ()
) -> Explained[date]:
    """The deadline that lies so many calendar years after an event."""
    due = add_years(on, years)
    words = f"{years} years after {event} on {shown(on)} is {shown(due)}."
    return Explained(due, article, inputs or ((event, on),), words)


@dataclass(frozen=True)
class Outlook:
    """The standing, and its days: left or overdue while it is open, early or late once it is met."""

    standing: DutyStanding
    days: DayCount | None = None

    @property
    def days_left(self) -> int | None:
        """Days until an open deadline (negative: days since it passed); None when met or not bound."""
        if self.standing in OPEN and self.days:
            return self.days.exact
        return None

    @property
    def words(self) -> str:
        """ "108 days early", "12 days left", "40 days over"."""
        if self.days is None:
            return ""
        left = self.days_left
        if left is None:
            return str(self.days)
        count = "1 day" if abs(left) == 1 else f"{abs(left):,} days"
        return f"{count} left" if left >= 0 else f"{count} over"


def outlook(
    deadline: Explained[date],
    *,
    as_of: date,
    done: Dated | None = None,
    bound_from: date | None = None,
    bound_until: date | None = None,
    awaiting_decision: bool = False,
    nothing_left: str = "",
    open_as_of: Dated | None = None,
    whole_until: date | None = None,
) -> Explained[Outlook]:
    """How a state stands towards ``deadline`` on the day ``as_of``, and by how many days.

    done              when the duty was fulfilled, between its bounds; None if nothing says that it was
    bound_from        entry into force for the state; before it nothing is owed (but may already be done)
    bound_until       the day a withdrawal took effect; from it on nothing is owed
    awaiting_decision a request for more time has been filed and no decision is on record
    nothing_left      why nothing is left to do although no completion was declared; "" if that cannot be said
    open_as_of        the day of which a source says that the duty was not fulfilled. It speaks of no later day
    whole_until       the last day up to which every fulfilment and every decision is on record; None where the
                      record is in part: then silence never makes a state overdue

    The deadline day itself is in time. A fulfilment dated only to a month counts once the month is over. Days are
    counted only where lateness is known on the last day of the record.
    """
    due = deadline.value

    def answer(standing: DutyStanding, words: str, days: DayCount | None = None) -> Explained[Outlook]:
        inputs = (("deadline", due), ("fulfilled", None if done is None else in_words(done)), ("as of", as_of))
        return Explained(Outlook(standing, days), deadline.article, inputs, words)

    if done is not None and known_by(done, as_of):
        if done.earliest is None and done.latest is None:
            return answer(DutyStanding.MET_UNDATED, "Fulfilled, but no source gives a date.")
        days = days_before(due, done)
        words = f"Fulfilled {in_words(done)}; the deadline is {shown(due)}: {days}."
        if bound_from is not None and done.latest is not None and done.latest < bound_from:
            words = f"{words} That was before entry into force on {shown(bound_from)}."
        if days.is_early:
            return answer(DutyStanding.MET_EARLY, words, days)
        return answer(DutyStanding.MET_LATE if days.is_late else DutyStanding.MET_UNDATED, words, days)
    if bound_from is not None and as_of < bound_from:
        return answer(DutyStanding.NOT_BOUND, f"Not bound before entry into force on {shown(bound_from)}.")
    if bound_until is not None and as_of >= bound_until:
        return answer(DutyStanding.NOT_BOUND, f"No longer bound: withdrawal took effect on {shown(bound_until)}.")
    if nothing_left:
        return answer(DutyStanding.NOTHING_LEFT, nothing_left)
    left = (due - as_of).days
    if left >= 0:
        words = f"{left:,} days from {shown(as_of)} to {shown(due)}."
        return answer(DutyStanding.DUE, words, DayCount(left, left))
    if awaiting_decision:
        words = f"{shown(due)} has passed. More time was asked for; what was decided is not on record here."
        return answer(DutyStanding.PASSED_UNDECIDED, words)
    # What proves that the duty was open after its day: a source, a fulfilment that came later, a record that is whole.
    proofs: list[tuple[date, str]] = []
    if open_as_of is not None and open_as_of.earliest is not None:
        proofs.append((open_as_of.earliest, f"not fulfilled as of {in_words(open_as_of)}, a source says"))
    if done is not None and done.earliest is not None:
        proofs.append((done.earliest - timedelta(days=1), f"fulfilled only {in_words(done)}"))
    if whole_until is not None:
        proofs.append((whole_until, f"no fulfilment by {shown(whole_until)}, up to which the record is whole"))
    known, why = max(((day, words) for day, words in proofs if day > due), default=(None, ""))
    if known is None:
        words = f"{shown(due)} has passed; nothing on record here says whether it was met."
        return answer(DutyStanding.NOT_ON_RECORD, words)
    if as_of > known:
        words = f"{shown(due)} has passed: {why}. What came after is not on record here."
        return answer(DutyStanding.OVERDUE_THEN, words)
    words = f"{shown(due)} passed {-left:,} days before {shown(as_of)}: {why}."
    return answer(DutyStanding.OVERDUE, words, DayCount(left, left))


def known_by(done: Dated, as_of: date) -> bool:
    """Whether something certainly had happened by a day. What has no latest day counts from its earliest."""
    last = done.latest or done.earliest
    return last is None or last <= as_of
