"""A deadline and the extensions granted on it, in order; what was asked for stays apart from what was granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editorial.rules.calendar import add_months, months_between
from editorial.rules.explained import Explained, shown

from .dated import Dated, in_words
from .decision_in_words import LATER_TEXT, STATED


class RequestOutcome(StrEnum):
    """What became of a request for more time."""

    GRANTED = "granted"  # a source states that a meeting, or the states in writing, set a new date
    REFUSED = "refused"  # the request was turned down; the old date stands
    PENDING = "pending"  # filed and waiting for its meeting
    NOT_FOUND = "not_found"  # its meeting is over, but no source seen says how it was decided


@dataclass(frozen=True)
class Request:
    """One request for more time, as far as the arithmetic needs it.

    filed           when it was submitted; None where no source says
    asked_until     the date that the state asked for; None where only months, or nothing, is known
    decided         when the states decided; None where no source says
    granted_until   the new date as decided. It is authoritative: months only explain it
    evidence        what the outcome rests on: a source that states the decision, or a later text that builds on it
    """

    outcome: RequestOutcome
    months_asked: int | None = None
    filed: Dated | None = None
    asked_until: Dated | None = None
    decided: Dated | None = None
    months_granted: int | None = None
    granted_until: Dated | None = None
    evidence: str = STATED


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
    move no deadline, yet nobody should be called overdue without their being named. ``asked`` is the latest date that
    they ask for.
    """

    original: Explained[date]
    steps: tuple[Step, ...] = ()
    open_requests: tuple[Request, ...] = ()
    asked: Explained[date] | None = None

    @property
    def deadline(self) -> Explained[date]:
        """The date that counts."""
        return self.steps[-1].until if self.steps else self.original

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

    The granted date is authoritative. Where only months are known they are counted from the deadline before; where
    both are known and disagree, the date prevails and the disagreement becomes a remark. A request of which no decision
    is on record moves nothing: the date it asks for is kept beside the chain. If a later request was granted, its
    months are counted from that date, for it can only have been granted on top of it. A decision whose date is
    inexact counts from the first day it may have been taken, one without a date from the deadline it extends, so that
    an inexact source never makes a state late. ``longest_months`` is what the article allows one extension to last.
    """
    steps: list[Step] = []
    waiting: list[Request] = []
    current, asked = original, None
    for request in requests:
        if as_of is not None and request.filed is not None and (request.filed.earliest or as_of) > as_of:
            continue
        decided_from = (request.decided.earliest if request.decided else None) or current.value
        if request.outcome is RequestOutcome.REFUSED and not (as_of is not None and decided_from > as_of):
            waiting, asked = [], None
            continue
        is_open = request.outcome is not RequestOutcome.GRANTED or (as_of is not None and decided_from > as_of)
        step = (
            None if is_open else _extend(asked or current, request, article=article, longest_months=longest_months)
        )
        if step is None:
            waiting.append(request)
            asked = _asked(asked or current, request, article) or asked
            continue
        steps.append(step)
        current, waiting, asked = step.until, [], None
    return Chain(original, tuple(steps), tuple(waiting), asked)


NOT_SEEN_GRANTED = "that it was granted is not on record"


def _asked(before: Explained[date], request: Request, article: str) -> Explained[date] | None:
    """The date that a request asks for; None where no source says until when, or for how many months."""
    named = request.asked_until.earliest if request.asked_until is not None else None
    if named is not None:
        words = f"The state asked for {in_words(request.asked_until)}"
        until = named
    elif request.months_asked is not None:
        until = add_months(before.value, request.months_asked)
        words = f"The state asked for {request.months_asked} months from {shown(before.value)}, to {shown(until)}"
    else:
        return None
    inputs = (("deadline before", before.value), ("months asked", request.months_asked), ("date asked for", until))
    return Explained(until, article, inputs, f"{words}; {NOT_SEEN_GRANTED}.")


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
            words = _named(request, until)
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
    if NOT_SEEN_GRANTED in before.arithmetic:
        words += f" (until then the state had asked for time before; {NOT_SEEN_GRANTED})"

    if until <= start:
        remarks.append(f"The new date, {shown(until)}, is not after the one it extends, {shown(start)}.")
    if until > add_months(start, longest_months):
        remarks.append(f"More than the {longest_months} months that {article} allows one extension to last.")
    if request.decided is not None and request.decided.earliest is not None and request.decided.earliest > start:
        remarks.append(f"Decided ({in_words(request.decided)}) after the deadline of {shown(start)} had passed.")
    if request.months_asked is not None and months is not None and months > request.months_asked:
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


def _named(request: Request, until: date) -> str:
    """How sure the new date is. Only a decision that a source states is authoritative."""
    if request.evidence == LATER_TEXT:
        return f"A later text gives {shown(until)} as the deadline; the decision itself is not on record"
    if request.evidence != STATED:
        return f"{shown(until)} is recorded as granted; no source that states the decision is on record"
    if request.decided is None:
        return f"A source gives {shown(until)} as the date granted, without saying when it was decided"
    return f"The decision names {shown(until)}, which is authoritative"
