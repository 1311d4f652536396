"""One thing that one state owes by one day, and all of them under one article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from countries.models import Country
from editorial.rules.explained import Explained
from editorial.rules.partial_date import PartialDate
from stockpiles.models import CompletionDeclaration, ExtensionRequest, TransparencyReport
from stockpiles.rules.dated import Within
from stockpiles.rules.deadline import DutyStanding, Outlook
from stockpiles.rules.extension_chain import Chain, Step

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
    printed_due: tuple[str, ...] = ()  # the days that sources print and the convention contradicts
    denied: str = ""
    """Where nothing is on record that it would be about: who says that there is nothing; "" where nobody does."""

    @property
    def standing(self) -> DutyStanding:
        return self.outlook.value.standing

    @property
    def counted(self) -> Outlook | None:
        """How it stands, where days are counted."""
        return self.outlook.value if self.outlook.value.days else None

    @property
    def asked(self) -> Explained[date] | None:
        """The date that the state asked for, where what was decided on it is not on record."""
        return self.chain.asked if self.chain is not None else None

    @property
    def original(self) -> Explained[date] | None:
        """The deadline before any extension."""
        return self.chain.original if self.chain else self.deadline

    @property
    def steps(self) -> tuple[Step, ...]:
        """The extensions granted, in order."""
        return self.chain.steps if self.chain else ()

    @property
    def is_extended(self) -> bool:
        return bool(self.steps)

    @property
    def requests_undecided(self) -> int:
        return len(self.chain.open_requests) if self.chain else 0

    @property
    def file_by(self) -> Explained[date | None] | None:
        """The latest day to ask for more time, where there still is one."""
        return self.filing if self.filing and self.filing.value else None

    @property
    def fulfilled(self) -> Within | PartialDate | None:
        """When it was fulfilled, as exactly as that is known."""
        if self.completion is not None:
            return self.completion.done
        return self.report.submitted_on if self.report is not None else None

    @property
    def due(self) -> date | None:
        return self.deadline.value if self.deadline else None

    @property
    def order(self) -> tuple[int, date, str]:
        return (URGENCY.index(self.standing), self.due or date.max, self.country.name)

    def get_absolute_url(self) -> str:
        """Its place on the state's page, with the sources."""
        return f"{reverse('stockpile', args=[self.country.slug])}#article-{self.article}"


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
        """The States Parties of which nothing is on record here, and no word either. It says nothing about them."""
        return tuple(duty.country for duty in self.unrecorded if not duty.denied)

    @property
    def said_to_hold_none(self) -> tuple[Country, ...]:
        """Those of which all that is on record is the word that they hold no stocks."""
        return tuple(duty.country for duty in self.unrecorded if duty.denied)

    @property
    def counts(self) -> dict[DutyStanding, int]:
        counts = Counter(duty.standing for duty in self.duties)
        return {standing: counts[standing] for standing in URGENCY if counts[standing]}
