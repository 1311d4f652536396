"""Article 7: when transparency reports fall due, and whether one came in time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from editorial.rules.explained import Explained, shown
from editorial.rules.partial_date import MONTHS

from .dated import Dated, DayCount, days_before, in_words

DAYS_FOR_FIRST_REPORT = 180
DUE_MONTH, DUE_DAY = 4, 30


FIRST_REPORT = f"{DAYS_FOR_FIRST_REPORT} days after entry into force"
ANNUAL_REPORT = f"{DUE_DAY} {MONTHS[DUE_MONTH - 1]} of the year after"


def first_report_due(entry_into_force: date) -> Explained[date]:
    """180 days (days, not six months) after entry into force for that state: CCM, Article 7(1)."""
    due = entry_into_force + timedelta(days=DAYS_FOR_FIRST_REPORT)
    return Explained(
        due,
        "CCM, Article 7(1)",
        (("entry into force", entry_into_force),),
        f"{FIRST_REPORT} on {shown(entry_into_force)} is {shown(due)}.",
    )


def first_reporting_year(entry_into_force: date) -> int:
    """The first calendar year that an annual report covers: the year of entry into force.

    Its report falls due on 30 April of the year after.
    """
    return entry_into_force.year


@cache
def annual_report_due(year: int) -> Explained[date]:
    """30 April of the year after the calendar year reported on: CCM, Article 7(2)."""
    due = date(year + 1, DUE_MONTH, DUE_DAY)
    return Explained(
        due,
        "CCM, Article 7(2)",
        (("calendar year reported on", year),),
        f"The report on {year} is due by {ANNUAL_REPORT}: {shown(due)}.",
    )


def years_due(entry_into_force: date, *, as_of: date, bound_until: date | None = None) -> range:
    """The calendar years whose annual reports had fallen due by ``as_of``, the due day included.

    A report whose due day comes on or after the day a withdrawal took effect is no longer owed.
    """
    last_day = as_of if bound_until is None else min(as_of, bound_until - timedelta(days=1))
    last_year = last_day.year - 1 if last_day >= date(last_day.year, DUE_MONTH, DUE_DAY) else last_day.year - 2
    first = first_reporting_year(entry_into_force)
    return range(first, max(first, last_year + 1))


def report_days(due: Explained[date], submitted: Dated) -> Explained[DayCount]:
    """Days early (positive) or late (negative) of a report, as exactly as its date is known."""
    days = days_before(due.value, submitted)
    return Explained(
        days,
        due.article,
        (("due", due.value), ("submitted", in_words(submitted))),
        f"{due.arithmetic} Submitted {in_words(submitted)}: {days}.",
    )


def printed_due_differs(printed: Dated, due: Explained[date]) -> bool:
    """Whether a due date that a source prints cannot be the one that the convention gives.

    "September 2015" and 28 September 2015 agree; "30 September 2015" does not.
    """
    return not (
        (printed.earliest is None or printed.earliest <= due.value)
        and (printed.latest is None or due.value <= printed.latest)
    )
