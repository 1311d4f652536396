"""A deadline, the extensions granted on it, and how a state stands towards it on a given day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editorial.rules.calendar import add_months, months_between
from editorial.rules.explained import Explained, shown

from .dated import Dated, DayCount, days_before, in_words


class Outcome(StrEnum):
    """What became of a request for more time."""

    GRANTED = "granted"  # a meeting, or the states in writing, set a new date
    REFUSED = "refused"  # the request was turned down; the old date stands
    PENDING = "pending"  # filed and waiting for its meeting
    NOT_FOUND = "not_found"  # its meeting is over, but no source seen says how it was decided


@dataclass(frozen=True)
class Request:
    """One request for more time, as far as the arithmetic needs it.

    filed           when it was submitted; None where no source says
    decided         when the states decided; None where no source says
    granted_until   the new date as decided. It is authoritative: months only explain it
    """

    outcome: Outcome
    months_asked: int | None = None
    filed: Dated | None = None
    decided: Dated | None = None
    months_granted: int | None = None
    granted_until: Dated | None = None


@dataclass(frozen=True)
class Step:
    """One extension in a chain: from which date, to which, how it was worked out, and what does not fit."""

    request: Request
    start: date
    until: Explained[date]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chain:
    """The original deadline and every extension that counts on the day asked about, in order.

    ``open_requests`` were filed by that day but have no decision on record by then (or one without a date): they
    move no deadline, yet nobody should be called overdue without their being named.
    """

    original: Explained[date]
    steps: tuple[Step, ...] = ()
    open_requests: tuple[Request, ...] = ()

    @property
    def deadline(self) -> Explained[date]:
        """The date that counts."""
        return self.steps[-1].until if self.steps else self.original

    @property
    def is_extended(self) -> bool:
        return bool(self.steps)

    @property
    def remarks(self) -> tuple[str, ...]:
        return tuple(remark for step in self.steps for remark in step.remarks)


def chain_of_extensions(
    original: Explained[date],
    requests: Sequence[Request],
    *,
    article: str,
    longest_months: int,
    as_of: date | None = None,
) -> Chain:
    """The deadline after each extension granted by ``as_of`` (all of them, if None); requests in order of filing.

    The granted date is authoritative. Where only months are known they are counted from the deadline before;
    where both are known and disagree, the date prevails and the disagreement becomes a remark. A decision
    whose date is inexact counts from the first day it may have been taken, one without a date from the
    deadline it extends, so that an inexact source never makes a state late. ``longest_months`` is what the
    article allows one extension to last.
    """
    steps: list[Step] = []
    waiting: list[Request] = []
    current = original
    for request in requests:
        if as_of is not None and request.filed is not None and (request.filed.earliest or as_of) > as_of:
            continue
        decided_from = (request.decided.earliest if request.decided else None) or current.value
        is_open = request.outcome in (Outcome.PENDING, Outcome.NOT_FOUND)
        if is_open or (as_of is not None and decided_from > as_of):
            waiting.append(request)
            continue
        if request.outcome is Outcome.REFUSED:
            waiting.clear()
            continue
        step = _extend(current, request, article=article, longest_months=longest_months)
        if step is None:
            waiting.append(request)
            continue
        steps.append(step)
        current = step.until
        waiting.clear()
    return Chain(original, tuple(steps), tuple(waiting))


def _extend(before: Explained[date], request: Request, *, article: str, longest_months: int) -> Step | None:
    start = before.value
    remarks: list[str] = []
    counted = add_months(start, request.months_granted) if request.months_granted is not None else None
    granted = request.granted_until
    named = granted.earliest if granted is not None else None
    if named is None and counted is None:
        return None

    if granted is not None and named is not None:
        until = named
        if granted.earliest == granted.latest:
            words = f"The decision names {shown(until)}, which is authoritative"
        elif counted is not None and granted.latest is not None and named <= counted <= granted.latest:
            until = counted
            words = f"{request.months_granted} months from {shown(start)} are {shown(until)}"
        else:
            words = f"The source gives {in_words(granted)}; counted from the first of these days"
            remarks.append(f"The day of the new deadline is not known: {in_words(granted)}.")
        if counted is not None and counted != until:
            remarks.append(
                f"{request.months_granted} months from {shown(start)} lead to {shown(counted)}; "
                f"the decision names {shown(until)}, which prevails."
            )
    else:
        assert counted is not None  # noqa: S101 - one of the two is known, checked above
        until = counted
        words = f"{request.months_granted} months from {shown(start)} are {shown(until)}"
    months = months_between(start, until)
    if months is not None and "months from" not in words:
        words += f": {months} months after {shown(start)}"

    if until <= start:
        remarks.append(f"The new date, {shown(until)}, is not after the one it extends, {shown(start)}.")
    if until > add_months(start, longest_months):
        remarks.append(f"More than the {longest_months} months that {article} allows one extension to last.")
    if request.decided is not None and request.decided.earliest is not None and request.decided.earliest > start:
        remarks.append(f"Decided ({in_words(request.decided)}) after the deadline of {shown(start)} had passed.")
    if None not in (request.months_asked, months) and months > request.months_asked:  # type: ignore[operator] # both known
        remarks.append(f"More than the {request.months_asked} months asked for.")

    explained = Explained(
        until,
        article,
        (
            ("deadline before", start),
            ("months granted", request.months_granted),
            ("date in the decision", None if granted is None else in_words(granted)),
            ("decided", None if request.decided is None else in_words(request.decided)),
        ),
        f"{words}.",
    )
    return Step(request, start, explained, tuple(remarks))


class Standing(StrEnum):
    """How a state stands towards a deadline on a day."""

    NOT_BOUND = "not_bound"  # the convention was not yet, or no longer, in force for the state
    DUE = "due"  # the date lies ahead
    OVERDUE = "overdue"  # the date has passed and nothing says that the duty was fulfilled
    PASSED_UNDECIDED = (
        "passed_undecided"  # the date has passed, but a request for more time has no recorded decision
    )
    MET_EARLY = "met_early"  # fulfilled on the deadline or before it
    MET_LATE = "met_late"  # fulfilled after the deadline
    MET_UNDATED = "met_undated"  # fulfilled, but no date is exact enough to say early or late
    NOTHING_LEFT = "nothing_left"  # no completion was declared, but by the records nothing is left to do
    NOT_ON_RECORD = "not_on_record"  # the date has passed and no fulfilment is on record here; no source says why


#: The standings of a duty that is not fulfilled.
OPEN = frozenset({Standing.DUE, Standing.OVERDUE, Standing.PASSED_UNDECIDED, Standing.NOT_ON_RECORD})

#: What each standing is called on pages and in exports.
STANDING_WORDS = {
    Standing.NOT_BOUND: "Not bound",
    Standing.DUE: "Due",
    Standing.OVERDUE: "Overdue",
    Standing.PASSED_UNDECIDED: "Passed, request undecided",
    Standing.MET_EARLY: "Met in time",
    Standing.MET_LATE: "Met late",
    Standing.MET_UNDATED: "Met, day unknown",
    Standing.NOTHING_LEFT: "Nothing left to do",
    Standing.NOT_ON_RECORD: "None on record",
}


@dataclass(frozen=True)
class Outlook:
    """The standing, and its days: left or overdue while it is open, early or late once it is met."""

    standing: Standing
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
    silence: Standing = Standing.OVERDUE,
) -> Explained[Outlook]:
    """How a state stands towards ``deadline`` on the day ``as_of``, and by how many days.

    done              when the duty was fulfilled, between its bounds; None if nothing says that it was
    bound_from        entry into force for the state; before it nothing is owed (but may already be done)
    bound_until       the day a withdrawal took effect; from it on nothing is owed
    awaiting_decision a request for more time has been filed and no decision is on record
    nothing_left      why nothing is left to do although no completion was declared; "" if that cannot be said
    silence           what it means that no fulfilment is on record once the day has passed: OVERDUE where the records
                      are complete enough to say so, NOT_ON_RECORD where they are not; then no days are counted,
                      for nobody here knows that there is anything to count

    The deadline day itself is in time. A fulfilment dated only to a month counts once the month is over.
    """
    due = deadline.value

    def answer(standing: Standing, days: DayCount | None, words: str) -> Explained[Outlook]:
        inputs = (("deadline", due), ("fulfilled", None if done is None else in_words(done)), ("as of", as_of))
        return Explained(Outlook(standing, days), deadline.article, inputs, words)

    if done is not None and _known_by(done, as_of):
        if done.earliest is None and done.latest is None:
            return answer(Standing.MET_UNDATED, None, "Fulfilled, but no source gives a date.")
        days = days_before(due, done)
        words = f"Fulfilled {in_words(done)}; the deadline is {shown(due)}: {days}."
        if bound_from is not None and done.latest is not None and done.latest < bound_from:
            words = f"{words} That was before entry into force on {shown(bound_from)}."
        if days.is_early:
            return answer(Standing.MET_EARLY, days, words)
        return answer(Standing.MET_LATE if days.is_late else Standing.MET_UNDATED, days, words)
    if bound_from is not None and as_of < bound_from:
        return answer(Standing.NOT_BOUND, None, f"Not bound before entry into force on {shown(bound_from)}.")
    if bound_until is not None and as_of >= bound_until:
        return answer(
            Standing.NOT_BOUND, None, f"No longer bound: withdrawal took effect on {shown(bound_until)}."
        )
    if nothing_left:
        return answer(Standing.NOTHING_LEFT, None, nothing_left)
    left = (due - as_of).days
    days = DayCount(left, left)
    if left >= 0:
        return answer(Standing.DUE, days, f"{left:,} days from {shown(as_of)} to {shown(due)}.")
    over = f"{shown(due)} passed {-left:,} days before {shown(as_of)}"
    if awaiting_decision:
        return answer(
            Standing.PASSED_UNDECIDED,
            days,
            f"{over}; a request for more time was filed and no decision on it is on record.",
        )
    if silence is Standing.NOT_ON_RECORD:
        return answer(silence, None, f"{shown(due)} has passed; nothing on record here says whether it was met.")
    return answer(silence, days, f"{over} and no fulfilment is on record.")


def _known_by(done: Dated, as_of: date) -> bool:
    """Whether something certainly had happened by a day. What has no latest day counts from its earliest."""
    last = done.latest or done.earliest
    return last is None or last <= as_of
