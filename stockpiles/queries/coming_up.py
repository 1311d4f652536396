"""What falls due in a stretch of days, and what lies behind with its outcome open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from editorial.rules.explained import Explained
from stockpiles.models import Article
from stockpiles.rules.deadline import NOT_KNOWN, DutyStanding
from stockpiles.rules.reporting_calendar import annual_report_due, years_due

from .duties import deadline_board, owed_by_state
from .duty import Duty
from .records import Records


@dataclass(frozen=True)
class ComingUp:
    """What falls due in a stretch of days.

    later           when nothing does, what falls due first after it
    passed          how many deadlines lie behind of which no completion and no decision is on record here
    annual          the day of the next annual reports
    annual_owed_by  how many states will owe one on that day
    """

    duties: tuple[Duty, ...]
    later: tuple[Duty, ...]
    passed: int
    annual: Explained[date]
    annual_owed_by: int
    until: date

    @property
    def is_annual_due(self) -> bool:
        return self.annual.value <= self.until


def coming_up(*, as_of: date, until: date, records: Records | None = None) -> ComingUp:
    """Open duties whose day lies after ``as_of`` and not after ``until``, the nearest first. At most ten queries."""
    records = records or Records(as_of)
    found = [
        duty
        for article in (Article.DESTRUCTION, Article.CLEARANCE)
        for duty in deadline_board(article, as_of=as_of, records=records).duties
    ]
    found += [owed.duties[0] for owed in owed_by_state(7, records).values() if owed.duties]  # the first reports
    ahead = sorted(
        (duty for duty in found if duty.due and duty.due > as_of and duty.standing in _STILL_OPEN),
        key=lambda duty: (duty.due or until, duty.country.name),
    )
    within = tuple(duty for duty in ahead if duty.due and duty.due <= until)
    later = () if within else tuple(duty for duty in ahead if duty.due == ahead[0].due)
    annual = next(due for year in count(as_of.year - 1) if (due := annual_report_due(year)).value > as_of)
    owed = sum(
        1
        for member in records.bound.values()
        if annual.value.year - 1 in years_due(member.since, as_of=annual.value, bound_until=member.until)
    )
    passed = sum(1 for duty in found if duty.standing in _BEHIND and duty.article in Article.values)
    return ComingUp(within, later, passed, annual, owed, until)


_BEHIND = (DutyStanding.OVERDUE, *NOT_KNOWN)
_STILL_OPEN = (DutyStanding.DUE, DutyStanding.NOT_BOUND)
