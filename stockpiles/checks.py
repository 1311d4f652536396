"""What does not fit in the records of stockpiles, for check_facts and the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from editorial.checks import Finding, fact_check
from stockpiles.queries.contradictions import Contradiction, Kind, contradictions
from stockpiles.queries.records import Records


def _of_kind(kind: Kind, on: date) -> Iterator[Finding]:
    return (_finding(one) for one in contradictions(as_of=on, kinds={kind}))


def _finding(one: Contradiction) -> Finding:
    return Finding(f"{one.country}, stockpiles", one.words, one.is_decided)


@fact_check("stock-figures")
def check_stock_figures(on: date) -> Iterator[Finding]:
    """Figures on the same stock or period that disagree; decided where one is preferred or the others superseded."""
    return _of_kind(Kind.FIGURES, on)


@fact_check("stock-ledgers")
def check_stock_ledgers(on: date) -> Iterator[Finding]:
    """Ledgers: opening + found + received − destroyed − retained − transferred, where it does not come out.

    Decided where the figures agree in one reading (what is retained is listed apart), or an editor settled it.
    """
    return _of_kind(Kind.LEDGER, on)


@fact_check("stock-dates")
def check_stock_dates(on: date) -> Iterator[Finding]:
    """Stocks to begin with that are dated after they were destroyed: the year of a yearbook is when it was said."""
    return _of_kind(Kind.OPENING, on)


@fact_check("deadlines")
def check_deadlines(on: date) -> Iterator[Finding]:
    """Extensions whose months and granted date disagree, that are too long, or that were decided too late."""
    return _of_kind(Kind.DEADLINE, on)


@fact_check("printed-dates")
def check_printed_dates(on: date) -> Iterator[Finding]:
    """Due dates and margins that a source prints and the convention contradicts; both are shown."""
    return _of_kind(Kind.PRINTED, on)


@fact_check("programmes")
def check_programmes(on: date) -> Iterator[Finding]:
    """Stages of destruction programmes that are out of order."""
    return _of_kind(Kind.PROGRAMME, on)


@fact_check("bound")
def check_bound(on: date) -> Iterator[Finding]:
    """Requests and reports of states that the convention did not bind."""
    records = Records(on)
    since = {pk: member.since for pk, member in records.bound.items()}
    for pk, requests in records.requests.items():
        for request in requests:
            day = request.decided_on or request.requested_on
            if pk not in since:
                yield Finding(str(request), "The state never deposited, so it has no deadline to extend.")
            elif day is not None and day.latest < since[pk]:
                yield Finding(str(request), f"Dated {day}, before entry into force on {since[pk].isoformat()}.")
    for pk, reports in records.reports.items():
        for report in reports:
            if report.kind != "voluntary" and pk not in since:
                yield Finding(str(report), "The state is not bound, so the report is voluntary.")
