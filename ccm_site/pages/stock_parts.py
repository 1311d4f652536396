"""What stockpiles say on the composed pages: the stock of a state in short, figures of the world, what falls due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.urls import reverse

from countries.models import Country
from editorial.rules.calendar import spoken
from editorial.views.addresses import addresses
from stockpiles.charts.destruction import destruction_by_year
from stockpiles.models import StockpileHolding
from stockpiles.models.of_state import OfState
from stockpiles.queries.coming_up import coming_up
from stockpiles.queries.dossier import Dossier, kept_dossier
from stockpiles.queries.duties import owed_by_state
from stockpiles.queries.duty import Duty
from stockpiles.queries.overview import in_short
from stockpiles.queries.sentence import lead_sentence
from stockpiles.rules.deadline import DutyStanding
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity
from stockpiles.views.chips import chip_of

from .parts import UNRECORDED, Content, Event, Fact, PageFigure, PageMark, PageMoment

STOCKS_PART = (OfState.SHOWN_ON,)
QUARTER = timedelta(days=92)


def _story(country: Country, at: PageMoment) -> Dossier:
    return kept_dossier(country, at.stock_records)


def stock_sentence(country: Country, at: PageMoment) -> str:
    """ "Peru declared 2,012 cluster munitions … 108 days before its deadline of 1 April 2024."."""
    return lead_sentence(_story(country, at))


def stock_facts(country: Country, at: PageMoment) -> Iterable[Fact]:
    """Stock, deadline, clearance and the last report, each with the rule that speaks or as not recorded."""
    story = _story(country, at)
    page = reverse("stockpile", args=[country.slug])
    if story.stock is not None:
        declared = story.stock.quantity(Flow.OPENING, Unit.MUNITIONS)
        inside = story.stock.quantity(Flow.OPENING, Unit.SUBMUNITIONS)
        if declared is not None:
            words = f"{_said(inside)} submunitions in them" if inside is not None else ""
            yield Fact("Stock declared", f"{_said(declared)} munitions", basis=words, url=f"{page}#figures")
    if not (story.holdings or story.destroyed or story.destruction):
        yield nothing_recorded("Stockpile", page)
    if story.destruction is not None:
        yield _fact("Stockpile destruction", story.destruction, f"{page}#article-3")
    for duty in story.clearances:
        yield _fact(duty.name, duty, f"{page}#article-4")
    received = [line.report.record for line in story.reports if line.report and line.report.record.submitted_on]
    if received:
        report = max(received, key=lambda record: record.submitted_on.latest)
        year = f"on {report.calendar_year}" if report.calendar_year else report.get_kind_display().lower()
        yield Fact("Newest Article 7 report", f"{report.submitted_on}", basis=year, url=f"{page}#article-7")


def nothing_recorded(term: str, page: str) -> Fact:
    """Unknown is an answer: an empty place would look like "none"."""
    return Fact(
        term,
        "Nothing recorded here",
        chip="unknown",
        basis="says nothing about the state",
        url=f"{page}#not-recorded",
    )


def _fact(term: str, duty: Duty, url: str) -> Fact:
    due = f"deadline {spoken(duty.due)}" if duty.due else "no deadline runs"
    days = duty.outlook.value.words
    return Fact(term, duty.standing.words, chip=chip_of(duty), basis=f"{due}, {days}" if days else due, url=url)


def _said(quantity: Quantity | None) -> str:
    return "unknown" if quantity is None else str(quantity)


def stock_events(country: Country, at: PageMoment) -> Iterable[Event]:
    """Deadlines, extensions and completions on the way."""
    story, today = _story(country, at), at.stocks.day
    page = reverse("stockpile", args=[country.slug])
    duties = [duty for duty in (story.destruction, *story.clearances) if duty is not None]
    for duty in duties:
        anchor = f"{page}#article-{duty.article}"
        for request in duty.requests:
            if request.decided_on is not None and request.granted_until is not None:
                words = f"Extension granted until {request.granted_until}"
                yield Event(request.decided_on, words, f"{page}#extension-{request.pk}", f"Article {duty.article}")
        if duty.completion is not None and duty.completion.last_item_on is not None:
            words = "Stockpile destruction completed" if duty.article == 3 else "Clearance completed"
            yield Event(duty.completion.last_item_on, words, f"{page}#completion", duty.outlook.value.words)
        elif duty.deadline is not None and duty.due is not None:
            words = f"{duty.name}: deadline"
            yield Event(duty.due, words, anchor, duty.deadline.article, is_future=duty.due > today)
    for line in story.reports:
        if line.duty is not None and line.duty.year is None and line.report is not None:
            record = line.report.record
            if record.submitted_on is not None:
                basis = line.duty.outlook.value.words
                yield Event(record.submitted_on, "First Article 7 report", f"{page}#article-7", basis)


def empty_parts(country: Country, at: PageMoment) -> list[tuple[str, str, str]]:
    """What is not on record of this state: place on the page, title, and what can be said all the same.

    In the stockpiles section only what is there is shown; this is the rest.
    """
    return [(f"no-{anchor}", title, words) for anchor, title, words in _story(country, at).empty_parts]


def stock_section(country: Country, at: PageMoment) -> Content:
    """Stock, destruction, deadlines and reports in short, with the way to the whole story."""
    story = _story(country, at)
    if not story.has_anything:
        return None
    page = reverse("stockpile", args=[country.slug])
    csv_url = reverse("stockpile_csv", args=[country.slug])
    return {
        "story": story,
        "page": page,
        "charts": destruction_by_year(story, source_url=f"{page}#destruction", csv_url=csv_url),
        "differing": [
            (words, group)
            for words, groups in (("Declared", story.holdings), ("Destroyed", story.destroyed))
            for group in groups
            if group.differ
        ],
        "reports": [line for line in story.reports if line.duty is not None],
        "day": at.stocks.day,
    }


# ---------------------------------------------------------------- the list of countries

_MARKS = {
    DutyStanding.MET_EARLY: ("destroyed", "Destroyed", 1),
    DutyStanding.MET_LATE: ("destroyed", "Destroyed", 1),
    DutyStanding.MET_UNDATED: ("destroyed", "Destroyed", 1),
    DutyStanding.NOTHING_LEFT: ("nothing-left", "Nothing left", 2),
    DutyStanding.DUE: ("to-be-destroyed", "To be destroyed", 0),
    DutyStanding.OVERDUE: ("overdue", "Overdue", 0),
    DutyStanding.OVERDUE_THEN: ("not-known", "Passed, outcome not on record", 0),
    DutyStanding.PASSED_UNDECIDED: ("not-known", "Passed, outcome not on record", 0),
    DutyStanding.NOT_ON_RECORD: ("not-known", "Passed, outcome not on record", 0),
}


def stock_marks(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """What became of the stock of every state that has one on record here; of every other, that nothing is."""
    marks: dict[int, PageMark] = {}
    page_of = addresses("stockpile", "a-slug")
    owed = owed_by_state(3, at.stock_records)
    for duty in (duty for country in countries for duty in owed[country.pk].duties):
        if duty.standing in _MARKS:
            key, word, rank = _MARKS[duty.standing]
            url = page_of(duty.country.slug)
            basis = str(duty.completion.done) if duty.completion else f"by {spoken(duty.due)}" if duty.due else ""
            marks[duty.country.pk] = PageMark(key, word, chip=chip_of(duty), basis=basis, rank=rank, url=url)
    figures = at.stock_records.figures
    for country in countries:
        if country.pk not in marks:
            unbound = PageMark("outside", "On record, not bound", "neutral", rank=3, url=page_of(country.slug))
            is_outside = any(isinstance(row, StockpileHolding) for row in figures[country.pk])
            marks[country.pk] = unbound if is_outside else UNRECORDED
    return marks


# ---------------------------------------------------------------- the first page


def stocks_destroyed(at: PageMoment) -> PageFigure | None:
    """How many of the states with stocks on record have completed their destruction."""
    found = at.kept.value(("stocks in short", at.stocks.day), lambda: in_short(at.stock_records), on=STOCKS_PART)
    if not found.states:
        return None
    declared, destroyed = found.declared, found.destroyed
    parts = len(destroyed.parts)
    lacks = f" (of {parts} {'state' if parts == 1 else 'states'} only a part)" if parts else ""
    basis = (
        f"of {found.states} with stocks on record; {declared.known} munitions declared "
        f"({declared.basis.lower()}), {destroyed.known} on record as destroyed{lacks}, {spoken(at.stocks.day)}"
    )
    return PageFigure(f"{found.completed}", "states have destroyed their stocks", basis, reverse("stockpiles"))


def falling_due(at: PageMoment) -> Content:
    """Open deadlines and first reports of the next quarter, or the nearest after it; and the next annual reports."""
    today = at.now.date()  # what comes next is asked of today; how far the record reaches stands beside it
    records = at.stock_records.on(today)
    found = at.kept.value(
        ("coming up", today),
        lambda: coming_up(as_of=today, until=today + QUARTER, records=records),
        on=STOCKS_PART,
    )
    return {"found": found, "asked": at.stocks} if found.duties or found.later or found.annual_owed_by else None
