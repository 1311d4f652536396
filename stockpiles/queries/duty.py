"""One thing that one state owes by one day, and all of them under one article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from countries.models import Country
from editorial.rules.explained import Explained
from stockpiles.models import CompletionDeclaration, ExtensionRequest, TransparencyReport
from stockpiles.rules.deadline import STANDING_MEANING, STANDING_WORDS, DutyStanding, Outlook
from stockpiles.rules.extension_chain import Chain

from .bound import Bound

ARTICLES = {3: "Stockpile destruction", 4: "Clearance", 7: "Transparency reports"}

#: The most urgent first.
URGENCY = [
    DutyStanding.OVERDUE,
    DutyStanding.OVERDUE_THEN,
    DutyStanding.DUE,
    DutyStanding.PASSED_UNDECIDED,
    DutyStanding.NOT_ON_RECORD,
    DutyStanding.MET_LATE,
    DutyStanding.MET_UNDATED,
    DutyStanding.NOTHING_LEFT,
    DutyStanding.MET_EARLY,
    DutyStanding.NOT_BOUND,
    DutyStanding.UNRECORDED,
]


@dataclass(frozen=True)
class Duty:
    """One thing one state owes by one day: what, by when, how it stands, and how all that was worked out."""

    country: Country
    article: int
    name: str
    deadline: Explained[date] | None
    outlook: Explained[Outlook]
    bound: Bound
    chain: Chain | None = None
    requests: tuple[ExtensionRequest, ...] = ()
    completion: CompletionDeclaration | None = None
    report: TransparencyReport | None = None
    year: int | None = None
    filing: Explained[date | None] | None = None
    printed_due_differs: bool = False

    @property
    def standing(self) -> DutyStanding:
        return self.outlook.value.standing

    @property
    def standing_words(self) -> str:
        return STANDING_WORDS[self.standing]

    @property
    def meaning(self) -> str:
        """What the standing says, and what it does not."""
        return STANDING_MEANING[self.standing]

    @property
    def asked(self) -> Explained[date] | None:
        """The date that the state asked for, where what was decided on it is not on record."""
        return self.chain.asked if self.chain is not None else None

    @property
    def is_extended(self) -> bool:
        return self.chain is not None and self.chain.is_extended

    @property
    def due(self) -> date | None:
        return self.deadline.value if self.deadline else None

    @property
    def order(self) -> tuple[int, date, str]:
        return (URGENCY.index(self.standing), self.due or date.max, self.country.name)


@dataclass(frozen=True)
class Board:
    """Every duty under one article on one day, the most urgent first.

    unrecorded      the same for States Parties of which no stock (or contamination) is on record here, by name: the
                    dates of the convention, which hold if there is any and no extension was granted
    """

    article: int
    as_of: date
    duties: tuple[Duty, ...]
    unrecorded: tuple[Duty, ...] = ()

    @property
    def silent(self) -> tuple[Country, ...]:
        """The States Parties of which nothing is on record here. It says nothing about them."""
        return tuple(duty.country for duty in self.unrecorded)

    @property
    def counts(self) -> dict[DutyStanding, int]:
        counts: dict[DutyStanding, int] = defaultdict(int)
        for duty in self.duties:
            counts[duty.standing] += 1
        return {standing: counts[standing] for standing in URGENCY if counts[standing]}
