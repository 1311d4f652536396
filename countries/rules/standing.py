"""How a state stands towards a treaty on any day, worked out from what it did."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from editorial.rules.calendar import spoken
from editorial.rules.explained import Explained
from editorial.rules.worded import Worded

from .entry_into_force import entry_into_force
from .final_clauses import DEPOSITS, ActionKind, FinalClauses, TreatyAct, in_order
from .provisional_application import Period, provisional_application
from .withdrawal import withdrawal_takes_effect


class Standing(Worded):
    """The seven ways to stand towards a treaty."""

    NOT_JOINED = "not_joined", "Not joined"
    SIGNATORY = "signatory", "Signatory"  # signed, nothing deposited
    DEPOSITED = "deposited", "Party by deposit, not yet bound"
    IN_FORCE = "in_force", "State Party"
    WITHDRAWING = "withdrawing", "State Party, withdrawing"  # notice given, still bound
    WITHDRAWN = "withdrawn", "Withdrawn"
    REJOINED = "rejoined", "State Party again"  # bound again after a withdrawal


BOUND = frozenset({Standing.IN_FORCE, Standing.WITHDRAWING, Standing.REJOINED})


class Basis(Worded):
    """What makes a state count as a party: its deposit, or the entry into force for it."""

    DEPOSIT = "deposit", "by deposit"
    IN_FORCE = "in_force", "by entry into force"


class CountedAs(StrEnum):
    """Under which heading a state is counted. Nobody is counted twice."""

    PARTY = "party"
    SIGNATORY = "signatory"
    NEITHER = "neither"


@dataclass(frozen=True)
class Phase:
    """A stretch of days with one standing. ``since`` None: always before; ``until``: the first day after it."""

    standing: Standing
    since: date | None
    until: date | None
    signed: bool
    why: Explained[Standing]

    def counted_as(self, basis: Basis) -> CountedAs:
        """The heading under which this standing is counted on that basis.

        By deposit, a state is a party from its deposit. By entry into force, one that has ratified but is not yet
        bound still counts as the signatory it is, and one that acceded counts nowhere until it is bound.
        """
        if self.standing in BOUND:
            return CountedAs.PARTY
        if self.standing is Standing.DEPOSITED:
            if basis is Basis.DEPOSIT:
                return CountedAs.PARTY
            return CountedAs.SIGNATORY if self.signed else CountedAs.NEITHER
        return CountedAs.SIGNATORY if self.standing is Standing.SIGNATORY else CountedAs.NEITHER


@dataclass(frozen=True)
class Membership:
    """One time of being in a treaty, from the deposit on. A state that rejoins has several."""

    joined_by: ActionKind
    deposited_on: date
    in_force: Explained[date | None]
    notice_on: date | None = None
    withdrawal: Explained[date | None] | None = None
    provisional: Explained[Period | None] | None = None

    @property
    def bound_since(self) -> date | None:
        """The computed entry into force for the state."""
        return self.in_force.value

    @property
    def left_on(self) -> date | None:
        """The first day on which a withdrawal has effect."""
        return self.withdrawal.value if self.withdrawal else None

    def ended_by(self, day: date) -> bool:
        """Whether a withdrawal has taken effect by that day."""
        return self.left_on is not None and self.left_on <= day


@dataclass(frozen=True)
class Course:
    """One state's whole way through one treaty: its phases without gaps, and its memberships."""

    phases: tuple[Phase, ...]
    signed_on: date | None = None
    memberships: tuple[Membership, ...] = ()

    def on(self, day: date) -> Phase:
        """The phase in which the day lies."""
        starts = [phase.since or date.min for phase in self.phases]
        return self.phases[max(bisect_right(starts, day) - 1, 0)]

    def membership_on(self, day: date) -> Membership | None:
        """The membership that had begun by that day (perhaps ended since); None before any deposit."""
        begun = [m for m in self.memberships if min(m.deposited_on, m.bound_since or m.deposited_on) <= day]
        return begun[-1] if begun else None

    def applies_provisionally(self, day: date) -> bool:
        """Whether a declaration of provisional application holds on that day."""
        member = self.membership_on(day)
        period = member.provisional.value if member and member.provisional else None
        return period is not None and period.holds_on(day)


Turn = tuple[date | None, Standing, bool, Explained[Standing]]


def course_of(clauses: FinalClauses, actions: Sequence[TreatyAct], threshold: date | None) -> Course:
    """Work out a state's course through a treaty from its acts (in any order).

    ``threshold`` is the day of the deposit that brought the treaty itself into force (threshold_day in
    entry_into_force). The acts should have passed order_of_actions; even so, a second deposit by a state that is a
    party already and a notice by one that is not bound change nothing.

    Every page of states asks it of the same acts; the answer follows from what is given, and is kept.
    """
    return _course_of(clauses, tuple(in_order(tuple(actions))), threshold)


@lru_cache(maxsize=2_000)
def _course_of(clauses: FinalClauses, actions: tuple[TreatyAct, ...], threshold: date | None) -> Course:
    turns: list[Turn] = [(None, *_turn(Standing.NOT_JOINED, False, _nothing(clauses)))]
    signed_on: date | None = None
    members: list[Membership] = []

    for action in actions:
        current = members[-1] if members and not members[-1].ended_by(action.day) else None
        if action.kind is ActionKind.SIGNATURE and signed_on is None and not members:
            signed_on = action.day
            turns.append((action.day, *_turn(Standing.SIGNATORY, True, _signed(clauses, action))))
        elif action.kind in DEPOSITS and current is None:
            signed = signed_on is not None and not members
            bound = Standing.REJOINED if members else Standing.IN_FORCE
            in_force = entry_into_force(clauses, action, threshold)
            members.append(Membership(action.kind, action.day, in_force))
            if in_force.value is None or in_force.value > action.day:
                turns.append((action.day, *_turn(Standing.DEPOSITED, signed, in_force)))
            if in_force.value is not None:
                turns.append((in_force.value, *_turn(bound, signed, in_force)))
        elif current is None:
            continue
        elif action.kind is ActionKind.PROVISIONAL:
            declared = provisional_application(clauses, action, current.bound_since)
            members[-1] = replace(current, provisional=declared)
        elif (
            action.kind is ActionKind.WITHDRAWAL
            and current.withdrawal is None
            and current.bound_since is not None
            and current.bound_since <= action.day
        ):
            effect = withdrawal_takes_effect(clauses, action)
            members[-1] = replace(current, notice_on=action.day, withdrawal=effect)
            turns.append((action.day, *_turn(Standing.WITHDRAWING, False, effect)))
            if effect.value is not None:
                turns.append((effect.value, *_turn(Standing.WITHDRAWN, False, effect)))

    return Course(_phases(turns), signed_on, tuple(members))


def _turn(standing: Standing, signed: bool, proof: Explained) -> tuple[Standing, bool, Explained[Standing]]:
    """A change of standing, proved by the rule that gave its day."""
    return standing, signed, Explained(standing, proof.article, proof.inputs, proof.arithmetic)


def _nothing(clauses: FinalClauses) -> Explained[None]:
    return Explained(None, clauses.treaty, (), "No signature or deposit is recorded.")


def _signed(clauses: FinalClauses, action: TreatyAct) -> Explained[date]:
    return Explained(
        action.day,
        clauses.cite(clauses.signature_article),
        (("signature", action.day),),
        f"Signed on {spoken(action.day)}; signing alone does not bind.",
    )


def _phases(turns: list[Turn]) -> tuple[Phase, ...]:
    """Turns into gapless phases; of several turns on one day the last counts."""
    turns = sorted(turns, key=lambda turn: turn[0] or date.min)
    kept = [turn for n, turn in enumerate(turns) if n + 1 == len(turns) or turns[n + 1][0] != turn[0]]
    ends = [turn[0] for turn in kept[1:]] + [None]
    return tuple(
        Phase(standing, since, until, signed, why)
        for (since, standing, signed, why), until in zip(kept, ends, strict=True)
    )
