"""What a treaty says about joining and leaving it: its final clauses, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from editorial.rules.worded import Worded


class TreatyKind(Worded):
    """What the instrument is. It decides how states join it."""

    TREATY = "treaty", "Treaty"  # signed and ratified, or acceded to
    PROTOCOL = "protocol", "Protocol"  # parties to the parent notify their consent to be bound
    DECLARATION = "declaration", "Political declaration"  # endorsed, binding nobody in law


class ActionKind(Worded):
    """What a state does towards a treaty, in the depositary's words; its meaning is the verb."""

    SIGNATURE = "signature", "Signature", "signed"
    RATIFICATION = "ratification", "Ratification", "ratified"  # of a signature
    # of a signature; the CCW also lets a state that has not signed accept
    ACCEPTANCE = "acceptance", "Acceptance", "accepted"
    # of a signature, often by an international organisation or under domestic law
    APPROVAL = "approval", "Approval", "approved"
    ACCESSION = "accession", "Accession", "acceded"  # by a state that has not signed
    SUCCESSION = "succession", "Succession", "succeeded"  # a new state declares that it continues to be bound
    CONSENT = "consent", "Consent to be bound", "consented to be bound"  # by a protocol
    ENDORSEMENT = "endorsement", "Endorsement", "endorsed"  # of a political declaration
    PROVISIONAL = (
        "provisional_application",
        "Declaration of provisional application",
        "declared provisional application",
    )
    INTERPRETATION = "interpretive_declaration", "Interpretive declaration", "made an interpretive declaration"
    RESERVATION = "reservation", "Reservation", "made a reservation"
    WITHDRAWAL = "withdrawal_notice", "Notice of withdrawal", "gave notice of withdrawal"

    @property
    def verb(self) -> str:
        """What the state did, in the past tense and without an object: "ratified"."""
        return self.meaning


OF_A_SIGNATURE = frozenset({ActionKind.RATIFICATION, ActionKind.ACCEPTANCE, ActionKind.APPROVAL})
INSTRUMENTS = OF_A_SIGNATURE | {ActionKind.ACCESSION, ActionKind.CONSENT}
"""What counts towards the number of instruments that brings a treaty into force."""
DEPOSITS = INSTRUMENTS | {ActionKind.SUCCESSION, ActionKind.ENDORSEMENT}
"""Every act by which a state joins for good, as against signing."""


class Counting(Worded):
    """From which day a state is bound, counted from its deposit."""

    # first day of the sixth month after (CCM and Mine Ban Treaty, Article 17)
    FIRST_OF_MONTH = "first_of_month", "First day of the nth month after the deposit"
    # six months after, to the day (CCW, Article 5)
    SAME_DAY = "same_day", "n months after the deposit, to the day"
    # a political declaration holds from its endorsement
    AT_ONCE = "at_once", "At once"


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
