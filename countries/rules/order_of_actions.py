"""Who may do what, and when: CCM and Mine Ban Treaty, Articles 15, 16 and 18 to 20; CCW, Articles 3, 4 and 9."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

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


Reason = tuple[str, str, str]
"""Why an act is refused: a code, the article as it is cited, and the words."""


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
    so_far = _Course(clauses, threshold, parent_actions)
    found = []
    for action in in_order(tuple(actions)):
        if (reason := next(so_far.against(action), None)) is not None:
            found.append(OrderRefusal(action, *reason))
        else:
            so_far.take(action)
    return found


@dataclass
class _Course:
    """What one state has done so far, while its acts are read in order."""

    clauses: FinalClauses
    threshold: date | None
    parent_actions: Iterable[TreatyAct] | None
    signed: TreatyAct | None = None
    deposit: TreatyAct | None = None
    in_force: date | None = None
    leaves: date | None = None
    notice: TreatyAct | None = None

    def take(self, action: TreatyAct) -> None:
        """An act that is allowed counts for those after it."""
        if action.kind is ActionKind.SIGNATURE:
            self.signed = action
        elif action.kind in DEPOSITS:
            self.deposit, self.leaves, self.notice = action, None, None
            self.in_force = entry_into_force(self.clauses, action, self.threshold).value
        elif action.kind is ActionKind.WITHDRAWAL:
            self.notice = action
            self.leaves = withdrawal_takes_effect(self.clauses, action).value

    def against(self, action: TreatyAct) -> Iterator[Reason]:
        """What forbids the act here and now, the weightiest first."""
        clauses, name = self.clauses, self.clauses.treaty
        if action.kind not in kinds_for(clauses.kind):
            words = f"{name} is a {clauses.kind.words.lower()}: it knows no {action.kind.words.lower()}."
            yield "kind_unknown", self._on_consent, words
        elif action.kind is ActionKind.SIGNATURE:
            yield from self._against_signature(action)
        elif action.kind in DEPOSITS:
            yield from self._against_deposit(action)
        elif action.kind is ActionKind.RESERVATION and not clauses.reservations_allowed:
            words = f"{name} is not subject to reservations: none can be recorded."
            yield "reservation", clauses.cite(clauses.reservations_article), words
        elif action.kind is ActionKind.PROVISIONAL:
            yield from self._against_provisional(action)
        elif action.kind is ActionKind.WITHDRAWAL:
            yield from self._against_withdrawal(action)

    @property
    def _on_consent(self) -> str:
        """A protocol is consented to under its parent's article."""
        return self.clauses.cite(self.clauses.consent_article, of=self.clauses.parent)

    def _against_signature(self, action: TreatyAct) -> Iterator[Reason]:
        name, day, article = self.clauses.treaty, action.day, self.clauses.cite(self.clauses.signature_article)
        opened, closed = self.clauses.opened_for_signature, signature_closed_on(self.clauses, self.threshold)
        if opened is not None and day < opened:
            words = f"{name} was opened for signature on {spoken(opened)}; it cannot be signed on {spoken(day)}."
            yield "signature_too_early", article, words
        if closed is not None and day >= closed:
            until = f"{name} could be signed until {spoken(closed)}, not on {spoken(day)}"
            yield "signature_too_late", article, f"{until}; since then a state joins by accession."
        if self.signed is not None:
            yield "signed_twice", article, f"It has signed already, on {spoken(self.signed.day)}."
        if self.deposit is not None:
            joined = f"It joined by {self.deposit.kind.words.lower()} on {spoken(self.deposit.day)}"
            yield "signature_after_deposit", article, f"{joined} and cannot sign afterwards."

    def _against_deposit(self, action: TreatyAct) -> Iterator[Reason]:
        clauses, kind, day = self.clauses, action.kind, action.day
        on_accession = clauses.cite(clauses.accession_article)
        rejoins = self.leaves is not None and self.leaves <= day
        if self.deposit is not None and not rejoins:
            by = self.deposit.kind.words.lower()
            yield "joined_twice", self._on_consent, f"It joined already, by {by} on {spoken(self.deposit.day)}."
        if kind is ActionKind.CONSENT and self.parent_actions is not None:
            first = min((a.day for a in self.parent_actions if a.kind in DEPOSITS), default=None)
            if first is None or first > day:
                joined = f"joined it only on {spoken(first)}" if first else "has not joined it"
                words = f"Consent to {clauses.treaty} needs the {clauses.parent} first; the state {joined}."
                yield "parent_not_joined", self._on_consent, words
        if kind is ActionKind.ACCESSION and self.signed is not None and not rejoins:
            signed = f"It signed on {spoken(self.signed.day)}: a signatory ratifies, accepts or approves"
            yield "accession_by_signatory", on_accession, f"{signed}; only a state that has not signed accedes."
        if kind not in OF_A_SIGNATURE or (kind is ActionKind.ACCEPTANCE and clauses.acceptance_without_signature):
            return
        if self.signed is None:
            words = (
                f"Only a signatory deposits an instrument of {kind.words.lower()}, and no signature is recorded on or "
                f"before {spoken(day)}; a state that has not signed accedes."
            )
            yield "not_signed", self._on_consent, words
        if rejoins:
            left = f"It withdrew with effect of {spoken(self.leaves or day)}; its signature was used up"
            yield "signature_spent", on_accession, f"{left}, so it can come back only by accession."

    def _against_provisional(self, action: TreatyAct) -> Iterator[Reason]:
        name, article = self.clauses.treaty, self.clauses.cite(self.clauses.provisional_article)
        if not self.clauses.provisional_article:
            yield "no_provisional", article, f"{name} has no article on provisional application."
        if self.deposit is None:
            words = (
                "Provisional application is declared when the instrument of ratification, acceptance, approval or "
                f"accession is deposited; nothing has been deposited on or before {spoken(action.day)}."
            )
            yield "provisional_before_deposit", article, words
        elif self.deposit.day != action.day:
            when = f"at the time of the deposit, {spoken(self.deposit.day)}, not on {spoken(action.day)}"
            yield "provisional_not_at_deposit", article, f"Provisional application is declared {when}."

    def _against_withdrawal(self, action: TreatyAct) -> Iterator[Reason]:
        name, article = self.clauses.treaty, self.clauses.cite(self.clauses.withdrawal_article)
        if self.deposit is None:
            words = f"Only a State Party withdraws; no deposit is recorded on or before {spoken(action.day)}."
            yield "withdrawal_before_joining", article, words
        if self.notice is not None:
            yield "withdrawn_twice", article, f"It gave notice already, on {spoken(self.notice.day)}."
        if self.in_force is None or self.in_force > action.day:
            when = f"only on {spoken(self.in_force)}" if self.in_force else "not yet"
            words = f"Only a State Party withdraws; {name} enters into force for it {when}."
            yield "withdrawal_before_in_force", article, words


def signature_closed_on(clauses: FinalClauses, threshold: date | None) -> date | None:
    """The first day on which the treaty can no longer be signed; None while it can."""
    if clauses.closed_for_signature is not None or not clauses.signature_ends_at_entry_into_force:
        return clauses.closed_for_signature
    if threshold is None:
        return None
    return entry_into_force(clauses, TreatyAct(ActionKind.RATIFICATION, threshold), threshold).value
