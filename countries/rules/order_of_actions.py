"""Who may do what, and when: CCM and Mine Ban Treaty, Articles 15, 16 and 18 to 20; CCW, Articles 3, 4 and 9."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from editorial.rules.calendar import spoken

from .entry_into_force import entry_into_force
from .final_clauses import (
    DEPOSITS,
    OF_A_SIGNATURE,
    ActionKind,
    FinalClauses,
    TreatyAct,
    TreatyKind,
    in_order,
)
from .withdrawal import withdrawal_takes_effect

_BY_KIND = {
    TreatyKind.TREATY: frozenset(ActionKind) - {ActionKind.CONSENT, ActionKind.ENDORSEMENT},
    TreatyKind.PROTOCOL: frozenset(
        {
            ActionKind.CONSENT,
            ActionKind.SUCCESSION,
            ActionKind.INTERPRETATION,
            ActionKind.RESERVATION,
            ActionKind.WITHDRAWAL,
        }
    ),
    TreatyKind.DECLARATION: frozenset({ActionKind.ENDORSEMENT, ActionKind.INTERPRETATION}),
}


@dataclass(frozen=True)
class OrderRefusal:
    """An act that the treaty does not allow, with the article that forbids it."""

    action: TreatyAct
    code: str
    article: str
    message: str

    @property
    def field(self) -> str:
        """What to change: the "date" or the "kind" of the act."""
        return "date" if self.code in _WRONG_DAY else "kind"

    def __str__(self) -> str:
        return f"{self.message} ({self.article})"


_WRONG_DAY = {
    "signature_too_early",
    "signature_too_late",
    "provisional_not_at_deposit",
    "withdrawal_before_in_force",
}


@dataclass
class _Course:
    """What has happened so far, while acts are read in order."""

    signed: TreatyAct | None = None
    deposit: TreatyAct | None = None
    in_force: date | None = None
    leaves: date | None = None
    notice: TreatyAct | None = None

    def is_party(self, day: date) -> bool:
        return self.deposit is not None and not self.has_left(day)

    def has_left(self, day: date) -> bool:
        return self.leaves is not None and self.leaves <= day


class _No(Protocol):
    def __call__(self, code: str, article: str, message: str, of: str = "") -> OrderRefusal: ...


def kinds_for(kind: TreatyKind) -> frozenset[ActionKind]:
    """The acts that an instrument of this kind knows."""
    return _BY_KIND[kind]


def refusals(
    clauses: FinalClauses,
    actions: Sequence[TreatyAct],
    threshold: date | None,
    parent_actions: Iterable[TreatyAct] | None = None,
) -> list[OrderRefusal]:
    """Every act of one state that could not have happened in this order, oldest first; empty if all is well.

    ``threshold``: see entry_into_force.threshold_day. ``parent_actions``: for a protocol, what the state did
    towards its parent; None where nobody looked.
    """
    so_far = _Course()
    found = []
    for action in in_order(tuple(actions)):
        refusal = _refuse(clauses, action, so_far, threshold, parent_actions)
        if refusal is not None:
            found.append(refusal)
            continue
        if action.kind is ActionKind.SIGNATURE:
            so_far.signed = action
        elif action.kind in DEPOSITS:
            so_far.deposit, so_far.leaves, so_far.notice = action, None, None
            so_far.in_force = entry_into_force(clauses, action, threshold).value
        elif action.kind is ActionKind.WITHDRAWAL:
            so_far.notice = action
            so_far.leaves = withdrawal_takes_effect(clauses, action).value
    return found


def _refuse(
    clauses: FinalClauses,
    action: TreatyAct,
    so_far: _Course,
    threshold: date | None,
    parent_actions: Iterable[TreatyAct] | None,
) -> OrderRefusal | None:
    def no(code: str, article: str, message: str, of: str = "") -> OrderRefusal:
        return OrderRefusal(action, code, clauses.cite(article, of=of), message)

    name = clauses.treaty
    if action.kind not in kinds_for(clauses.kind):
        return no(
            "kind_unknown",
            clauses.consent_article,
            f"{name} is a {clauses.kind.words.lower()}: it knows no {action.kind.words.lower()}.",
            of=clauses.parent,
        )
    if action.kind is ActionKind.SIGNATURE:
        return _refuse_signature(clauses, action, so_far, threshold, no)
    if action.kind in DEPOSITS:
        return _refuse_deposit(clauses, action, so_far, parent_actions, no)
    if action.kind is ActionKind.RESERVATION and not clauses.reservations_allowed:
        return no(
            "reservation",
            clauses.reservations_article,
            f"{name} is not subject to reservations: none can be recorded.",
        )
    if action.kind is ActionKind.PROVISIONAL:
        return _refuse_provisional(clauses, action, so_far, no)
    if action.kind is ActionKind.WITHDRAWAL:
        return _refuse_withdrawal(clauses, action, so_far, no)
    return None


def _refuse_signature(
    clauses: FinalClauses, action: TreatyAct, so_far: _Course, threshold: date | None, no: _No
) -> OrderRefusal | None:
    article = clauses.signature_article
    opened, closed = clauses.opened_for_signature, signature_closed_on(clauses, threshold)
    if opened is not None and action.day < opened:
        return no(
            "signature_too_early",
            article,
            f"{clauses.treaty} was opened for signature on {spoken(opened)}; it cannot be signed on "
            f"{spoken(action.day)}.",
        )
    if closed is not None and action.day >= closed:
        return no(
            "signature_too_late",
            article,
            f"{clauses.treaty} could be signed until {spoken(closed)}, not on {spoken(action.day)}; since then "
            "a state joins by accession.",
        )
    if so_far.signed is not None:
        return no("signed_twice", article, f"It has signed already, on {spoken(so_far.signed.day)}.")
    if so_far.deposit is not None:
        return no(
            "signature_after_deposit",
            article,
            f"It joined by {so_far.deposit.kind.words.lower()} on {spoken(so_far.deposit.day)} and cannot "
            "sign afterwards.",
        )
    return None


def _refuse_deposit(
    clauses: FinalClauses, action: TreatyAct, so_far: _Course, parent_actions: Iterable[TreatyAct] | None, no: _No
) -> OrderRefusal | None:
    kind = action.kind.words.lower()
    if so_far.is_party(action.day):
        assert so_far.deposit is not None  # noqa: S101 - is_party says so
        return no(
            "joined_twice",
            clauses.consent_article,
            f"It joined already, by {so_far.deposit.kind.words.lower()} on {spoken(so_far.deposit.day)}.",
            of=clauses.parent,
        )
    if action.kind is ActionKind.CONSENT and parent_actions is not None:
        first = min((a.day for a in parent_actions if a.kind in DEPOSITS), default=None)
        if first is None or first > action.day:
            joined = f"joined it only on {spoken(first)}" if first else "has not joined it"
            return no(
                "parent_not_joined",
                clauses.consent_article,
                f"Consent to {clauses.treaty} needs the {clauses.parent} first; the state {joined}.",
                of=clauses.parent,
            )
    rejoins = so_far.has_left(action.day)
    if action.kind is ActionKind.ACCESSION and so_far.signed is not None and not rejoins:
        return no(
            "accession_by_signatory",
            clauses.accession_article,
            f"It signed on {spoken(so_far.signed.day)}: a signatory ratifies, accepts or approves; only a "
            "state that has not signed accedes.",
        )
    needs_signature = action.kind in OF_A_SIGNATURE and not (
        action.kind is ActionKind.ACCEPTANCE and clauses.acceptance_without_signature
    )
    if needs_signature and so_far.signed is None:
        return no(
            "not_signed",
            clauses.consent_article,
            f"Only a signatory deposits an instrument of {kind}, and no signature is recorded on or before "
            f"{spoken(action.day)}; a state that has not signed accedes.",
        )
    if needs_signature and rejoins:
        return no(
            "signature_spent",
            clauses.accession_article,
            f"It withdrew with effect of {spoken(so_far.leaves or action.day)}; its signature was used up, so "
            "it can come back only by accession.",
        )
    return None


def _refuse_provisional(clauses: FinalClauses, action: TreatyAct, so_far: _Course, no: _No) -> OrderRefusal | None:
    article = clauses.provisional_article
    if not article:
        return no("no_provisional", article, f"{clauses.treaty} has no article on provisional application.")
    if so_far.deposit is None:
        return no(
            "provisional_before_deposit",
            article,
            "Provisional application is declared when the instrument of ratification, acceptance, approval or "
            f"accession is deposited; nothing has been deposited on or before {spoken(action.day)}.",
        )
    if so_far.deposit.day != action.day:
        return no(
            "provisional_not_at_deposit",
            article,
            f"Provisional application is declared at the time of the deposit, {spoken(so_far.deposit.day)}, "
            f"not on {spoken(action.day)}.",
        )
    return None


def _refuse_withdrawal(clauses: FinalClauses, action: TreatyAct, so_far: _Course, no: _No) -> OrderRefusal | None:
    article = clauses.withdrawal_article
    if so_far.deposit is None:
        return no(
            "withdrawal_before_joining",
            article,
            f"Only a State Party withdraws; no deposit is recorded on or before {spoken(action.day)}.",
        )
    if so_far.notice is not None:
        return no("withdrawn_twice", article, f"It gave notice already, on {spoken(so_far.notice.day)}.")
    if so_far.in_force is None or so_far.in_force > action.day:
        when = f"only on {spoken(so_far.in_force)}" if so_far.in_force else "not yet"
        return no(
            "withdrawal_before_in_force",
            article,
            f"Only a State Party withdraws; {clauses.treaty} enters into force for it {when}.",
        )
    return None


def signature_closed_on(clauses: FinalClauses, threshold: date | None) -> date | None:
    """The first day on which the treaty can no longer be signed; None while it can."""
    if clauses.closed_for_signature is not None or not clauses.signature_ends_at_entry_into_force:
        return clauses.closed_for_signature
    if threshold is None:
        return None
    return entry_into_force(clauses, TreatyAct(ActionKind.RATIFICATION, threshold), threshold).value
