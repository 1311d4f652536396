"""What a treaty says about joining and leaving it: its final clauses, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TreatyKind(StrEnum):
    """What the instrument is. It decides how states join it."""

    TREATY = "treaty"  # signed and ratified, or acceded to
    PROTOCOL = "protocol"  # parties to the parent notify their consent to be bound
    DECLARATION = "declaration"  # a political declaration: endorsed, binding nobody in law

    @property
    def label(self) -> str:
        return {"treaty": "Treaty", "protocol": "Protocol", "declaration": "Political declaration"}[self.value]


class ActionKind(StrEnum):
    """What a state does towards a treaty, in the depositary's words."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"  # of a signature
    ACCEPTANCE = "acceptance"  # of a signature; the CCW also lets a state that has not signed accept
    APPROVAL = "approval"  # of a signature, often by an international organisation or under domestic law
    ACCESSION = "accession"  # by a state that has not signed
    SUCCESSION = "succession"  # a new state declares that it continues to be bound
    CONSENT = "consent"  # to be bound by a protocol
    ENDORSEMENT = "endorsement"  # of a political declaration
    PROVISIONAL = "provisional_application"
    INTERPRETATION = "interpretive_declaration"
    RESERVATION = "reservation"
    WITHDRAWAL = "withdrawal_notice"

    @property
    def label(self) -> str:
        words = {
            "consent": "Consent to be bound",
            "provisional_application": "Declaration of provisional application",
            "interpretive_declaration": "Interpretive declaration",
            "withdrawal_notice": "Notice of withdrawal",
        }
        return words.get(self.value, self.value.capitalize())

    @property
    def verb(self) -> str:
        """What the state did, in the past tense and without an object: "ratified"."""
        return _VERBS[self]


_VERBS = {
    ActionKind.SIGNATURE: "signed",
    ActionKind.RATIFICATION: "ratified",
    ActionKind.ACCEPTANCE: "accepted",
    ActionKind.APPROVAL: "approved",
    ActionKind.ACCESSION: "acceded",
    ActionKind.SUCCESSION: "succeeded",
    ActionKind.CONSENT: "consented to be bound",
    ActionKind.ENDORSEMENT: "endorsed",
    ActionKind.PROVISIONAL: "declared provisional application",
    ActionKind.INTERPRETATION: "made an interpretive declaration",
    ActionKind.RESERVATION: "made a reservation",
    ActionKind.WITHDRAWAL: "gave notice of withdrawal",
}

OF_A_SIGNATURE = frozenset({ActionKind.RATIFICATION, ActionKind.ACCEPTANCE, ActionKind.APPROVAL})
INSTRUMENTS = OF_A_SIGNATURE | {ActionKind.ACCESSION, ActionKind.CONSENT}
"""What counts towards the number of instruments that brings a treaty into force."""
DEPOSITS = INSTRUMENTS | {ActionKind.SUCCESSION, ActionKind.ENDORSEMENT}
"""Every act by which a state joins for good, as against signing."""


class Counting(StrEnum):
    """From which day a state is bound, counted from its deposit."""

    FIRST_OF_MONTH = "first_of_month"  # first day of the sixth month after (CCM and Mine Ban Treaty, Article 17)
    SAME_DAY = "same_day"  # six months after, to the day (CCW, Article 5)
    AT_ONCE = "at_once"  # a political declaration holds from its endorsement

    @property
    def label(self) -> str:
        return {
            "first_of_month": "First day of the nth month after the deposit",
            "same_day": "n months after the deposit, to the day",
            "at_once": "At once",
        }[self.value]


@dataclass(frozen=True)
class FinalClauses:
    """The provisions on signature, joining, entry into force, reservations and withdrawal.

    Articles are written as cited after the treaty's short name: "17(2)" of "CCM" is "CCM, Article 17(2)".
    """

    treaty: str
    kind: TreatyKind = TreatyKind.TREATY
    parent: str = ""
    signature_article: str = ""
    opened_for_signature: date | None = None
    closed_for_signature: date | None = None
    """The first day on which it could no longer be signed; None while open, or closed by entry into force."""
    signature_ends_at_entry_into_force: bool = False
    consent_article: str = ""
    """On ratification, acceptance and approval; for a protocol, on consent to be bound."""
    accession_article: str = ""
    acceptance_without_signature: bool = False
    """The depositary records acceptance by states that never signed (CCW: Chile, Côte d'Ivoire)."""
    first_article: str = ""
    """On entry into force of the treaty itself."""
    later_article: str = ""
    """On entry into force for a state that joins afterwards."""
    instruments_needed: int = 0
    threshold_reached_on: date | None = None
    """Day of the deposit that completed the number; where not given it is computed from the deposits."""
    months: int = 6
    counting: Counting = Counting.FIRST_OF_MONTH
    provisional_article: str = ""
    provisional_covers: str = ""
    reservations_article: str = ""
    reservations_allowed: bool = True
    withdrawal_article: str = ""
    withdrawal_months: int = 0
    withdrawal_waits_for_peace: bool = False

    def cite(self, article: str, of: str = "") -> str:
        """ "CCM, Article 17(2)"; only the treaty's name where the article is not known."""
        name = of or self.treaty
        return f"{name}, Article {article}" if article else name


@dataclass(frozen=True)
class TreatyAct:
    """One act of one state towards one treaty, reduced to what the rules need."""

    kind: ActionKind
    day: date
    effective_on: date | None = None
    """Only where no rule gives the day: the succession of states, or the end of an armed conflict."""
    in_armed_conflict: bool = False
    """Withdrawal: the state was engaged in an armed conflict when the notice period expired."""


_ORDER = {ActionKind.SIGNATURE: 0, ActionKind.WITHDRAWAL: 3} | dict.fromkeys(DEPOSITS, 1)


def in_order(actions: list[TreatyAct] | tuple[TreatyAct, ...]) -> list[TreatyAct]:
    """By day; on the same day signature, deposit, declarations, withdrawal."""
    return sorted(actions, key=lambda action: (action.day, _ORDER.get(action.kind, 2)))
