"""Provisional application: CCM, Article 18 (Article 1 only); Mine Ban Treaty, Article 18 (Article 1(1) only)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from editorial.rules.calendar import spoken
from editorial.rules.explained import Explained

from .final_clauses import FinalClauses, TreatyAct


@dataclass(frozen=True)
class Period:
    """Days from the first on; ``until`` is the first day no longer in it, None while no end is known."""

    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.since <= day and (self.until is None or day < self.until)


def provisional_application(
    clauses: FinalClauses, declaration: TreatyAct, in_force: date | None
) -> Explained[Period | None]:
    """The days on which a state applies the core prohibition before it is bound.

    From its declaration, made when it deposits its instrument, until the treaty enters into force for it. None
    where the treaty has no such article or the state was bound already.
    """
    article = clauses.cite(clauses.provisional_article)
    inputs = (("declaration", declaration.day), ("entry into force", in_force))
    if not clauses.provisional_article:
        return Explained(
            None, clauses.treaty, inputs, f"{clauses.treaty} has no article on provisional application."
        )
    if in_force is not None and in_force <= declaration.day:
        return Explained(
            None, article, inputs, f"Bound since {spoken(in_force)}: nothing was left to apply provisionally."
        )
    end = f"until the entry into force on {spoken(in_force)}" if in_force else "until it enters into force"
    words = f"Declared on {spoken(declaration.day)}: applies {clauses.provisional_covers} provisionally {end}."
    return Explained(Period(declaration.day, in_force), article, inputs, words)
