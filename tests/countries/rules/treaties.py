"""The final clauses of the real treaties, as the tests of the rules use them."""

from datetime import date
from typing import Any

from countries.rules.final_clauses import ActionKind, Counting, FinalClauses, TreatyAct, TreatyKind

CCM = FinalClauses(
    treaty="CCM",
    signature_article="15",
    opened_for_signature=date(2008, 12, 3),
    signature_ends_at_entry_into_force=True,
    consent_article="16(1)",
    accession_article="16(2)",
    first_article="17(1)",
    later_article="17(2)",
    instruments_needed=30,
    threshold_reached_on=date(2010, 2, 16),
    provisional_article="18",
    provisional_covers="Article 1",
    reservations_article="19",
    reservations_allowed=False,
    withdrawal_article="20(3)",
    withdrawal_months=6,
    withdrawal_waits_for_peace=True,
)
MINE_BAN = FinalClauses(
    treaty="Mine Ban Treaty",
    signature_article="15",
    opened_for_signature=date(1997, 12, 3),
    signature_ends_at_entry_into_force=True,
    consent_article="16(1)",
    accession_article="16(2)",
    first_article="17(1)",
    later_article="17(2)",
    instruments_needed=40,
    threshold_reached_on=date(1998, 9, 16),
    provisional_article="18",
    provisional_covers="Article 1, paragraph 1",
    reservations_article="19",
    reservations_allowed=False,
    withdrawal_article="20(3)",
    withdrawal_months=6,
    withdrawal_waits_for_peace=True,
)
CCW = FinalClauses(
    treaty="CCW",
    signature_article="3",
    opened_for_signature=date(1981, 4, 10),
    closed_for_signature=date(1982, 4, 10),
    consent_article="4(1)",
    accession_article="4(1)",
    acceptance_without_signature=True,
    first_article="5(1)",
    later_article="5(2)",
    instruments_needed=20,
    threshold_reached_on=date(1983, 6, 2),
    counting=Counting.SAME_DAY,
    withdrawal_article="9(2)",
    withdrawal_months=12,
    withdrawal_waits_for_peace=True,
)
PROTOCOL_V = FinalClauses(
    treaty="Protocol V",
    kind=TreatyKind.PROTOCOL,
    parent="CCW",
    consent_article="4(4)",
    first_article="5(3)",
    later_article="5(4)",
    instruments_needed=20,
    threshold_reached_on=date(2006, 5, 12),
    counting=Counting.SAME_DAY,
    withdrawal_article="9(2)",
    withdrawal_months=12,
    withdrawal_waits_for_peace=True,
)


def day(iso: str) -> date:
    """ "2012-09-26" as a date."""
    return date.fromisoformat(iso)


def act(kind: ActionKind | str, iso: str, **more: Any) -> TreatyAct:
    """An act on a day written as ISO date."""
    return TreatyAct(ActionKind(kind), day(iso), **more)


def signed(iso: str = "2008-12-03") -> TreatyAct:
    return act("signature", iso)


def ratified(iso: str) -> TreatyAct:
    return act("ratification", iso)


def acceded(iso: str) -> TreatyAct:
    return act("accession", iso)
