"""The final clauses of a treaty in words: what about, what they say, and the article."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.rules.calendar import in_words, ordinal, spoken

from .final_clauses import Counting, FinalClauses


def clauses_in_words(clauses: FinalClauses) -> Iterator[tuple[str, str, str]]:
    """One line a clause; what a treaty does not say is left out."""
    if clauses.opened_for_signature:
        closed = spoken(clauses.closed_for_signature) if clauses.closed_for_signature else ""
        if clauses.signature_ends_at_entry_into_force:
            closed = "its entry into force"
        until = f" until {closed}" if closed else ""
        yield "Signature", f"From {spoken(clauses.opened_for_signature)}{until}", clauses.signature_article
    if clauses.instruments_needed:
        when = {
            Counting.FIRST_OF_MONTH: f"the first day of the {ordinal(clauses.months)} month after",
            Counting.SAME_DAY: f"{in_words(clauses.months)} months after, to the day,",
            Counting.AT_ONCE: "on the day of",
        }[clauses.counting]
        last = ordinal(clauses.instruments_needed)
        yield "Entry into force", f"For the treaty: {when} the {last} deposit", clauses.first_article
        yield "Later states", f"For each: {when} its own deposit", clauses.later_article
    if clauses.provisional_article:
        covers = f"{clauses.provisional_covers}, if declared with the deposit"
        yield "Provisional application", covers, clauses.provisional_article
    if clauses.reservations_article:
        yield "Reservations", "Allowed" if clauses.reservations_allowed else "None", clauses.reservations_article
    if clauses.withdrawal_months:
        words = (
            f"{in_words(clauses.withdrawal_months).capitalize()} months after the depositary received the notice"
        )
        words += ", but not before the end of an armed conflict" if clauses.withdrawal_waits_for_peace else ""
        yield "Withdrawal", words, clauses.withdrawal_article
