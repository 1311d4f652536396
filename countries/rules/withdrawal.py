"""When a withdrawal takes effect: CCM and Mine Ban Treaty, Article 20; CCW, Article 9."""

from __future__ import annotations

from datetime import date

from editorial.rules.calendar import add_months, in_words, spoken
from editorial.rules.explained import Explained

from .final_clauses import FinalClauses, TreatyAct


def end_of_notice(clauses: FinalClauses, notice: TreatyAct) -> date | None:
    """The day on which the notice period expires: six months (CCW: twelve) after the depositary received it."""
    return add_months(notice.day, clauses.withdrawal_months) if clauses.withdrawal_months else None


def withdrawal_takes_effect(clauses: FinalClauses, notice: TreatyAct) -> Explained[date | None]:
    """The first day on which the state is no longer bound.

    A state engaged in an armed conflict when the notice period expires stays bound until the conflict ends; None
    while it has not ended, and where the treaty has no article on withdrawal.
    """
    article = clauses.cite(clauses.withdrawal_article)
    expiry = end_of_notice(clauses, notice)
    if expiry is None:
        words = f"{clauses.treaty} sets no period of notice; no effect computed."
        return Explained(None, article, (("notice", notice.day),), words)
    counted = (
        f"Notice received on {spoken(notice.day)}; {in_words(clauses.withdrawal_months)} months later is "
        f"{spoken(expiry)}"
    )
    inputs: tuple[tuple[str, object], ...] = (("notice", notice.day), ("months", clauses.withdrawal_months))
    if not (notice.in_armed_conflict and clauses.withdrawal_waits_for_peace):
        return Explained(expiry, article, inputs, f"{counted}.")
    ended = notice.effective_on
    inputs += (("armed conflict ended", ended),)
    counted += ", when the state was engaged in an armed conflict"
    if ended is None:
        words = f"{counted}: it takes no effect before that conflict ends."
        return Explained(None, article, inputs, words)
    value = max(expiry, ended)
    words = f"{counted} that ended on {spoken(ended)}: it takes effect on {spoken(value)}."
    return Explained(value, article, inputs, words)
