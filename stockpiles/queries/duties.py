"""Deadlines of all states in one pass: Article 3, Article 4 and Article 7, as of any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from countries.models import Country
from editorial.rules.explained import Explained
from stockpiles.models import (
    ActivityClaim,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    ContaminationOrigin,
    ExtensionRequest,
    ReportKind,
    TransparencyReport,
)
from stockpiles.rules.clearance_deadline import clearance_deadline
from stockpiles.rules.dated import bounds
from stockpiles.rules.deadline import STANDING_WORDS, Chain, Outlook, Standing, outlook
from stockpiles.rules.destruction_deadline import destruction_deadline
from stockpiles.rules.extension_filing import MeetingDay, next_filing_day
from stockpiles.rules.ledger import Flow, Unit
from stockpiles.rules.reporting_calendar import annual_report_due, first_report_due, printed_due_differs, years_due

from .bound import Bound
from .figures import Stock, stocks
from .records import Records, chosen_completion, chosen_report

ARTICLES = {3: "Stockpile destruction", 4: "Clearance", 7: "Transparency reports"}

#: The most urgent first.
URGENCY = [
    Standing.OVERDUE,
    Standing.PASSED_UNDECIDED,
    Standing.DUE,
    Standing.NOT_ON_RECORD,
    Standing.MET_LATE,
    Standing.MET_UNDATED,
    Standing.NOTHING_LEFT,
    Standing.MET_EARLY,
    Standing.NOT_BOUND,
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
    def standing(self) -> Standing:
        return self.outlook.value.standing

    @property
    def standing_words(self) -> str:
        return STANDING_WORDS[self.standing]

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
    """Every duty under one article on one day, the most urgent first, and the states of which nothing is known."""

    article: int
    as_of: date
    duties: tuple[Duty, ...]
    silent: tuple[Country, ...]

    @property
    def counts(self) -> dict[Standing, int]:
        counts: dict[Standing, int] = defaultdict(int)
        for duty in self.duties:
            counts[duty.standing] += 1
        return {standing: counts[standing] for standing in URGENCY if counts[standing]}


def deadline_board(article: int, *, as_of: date, records: Records | None = None) -> Board:
    """The deadlines of all states under Article 3, 4 or 7 as they stood on a day. At most seven queries.

    States of which no stock (or contamination) is on record owe nothing that can be counted: they are named as
    silent. ``records`` lets several boards of one page share what they read. Raises ValueError for another article.
    """
    records = records or Records(as_of)
    if article == Article.DESTRUCTION:
        return _destruction_board(records)
    if article == Article.CLEARANCE:
        return _clearance_board(records)
    if article == 7:
        return _reporting_board(records)
    raise ValueError(f"Article {article} sets no deadline; ask for 3, 4 or 7.")


# ---------------------------------------------------------------- Article 3


def _destruction_board(records: Records) -> Board:
    completions = records.completions[Article.DESTRUCTION]
    requests = records.requests[Article.DESTRUCTION]
    known = [row for row in records.figures if row.is_known_by(records.as_of)]
    books = stocks(known, types={}, completed=completions)
    duties, silent = [], []
    for pk, member in records.bound.items():
        denial = records.denials.get(pk)
        if not (requests.get(pk) or completions.get(pk) or denial or _has_held(books.get(pk))):
            silent.append(member.country)
            continue
        duties.append(
            destruction_duty(
                member,
                requests.get(pk, ()),
                completions.get(pk, ()),
                book=books.get(pk),
                denial=denial,
                meetings=records.meeting_days,
                as_of=records.as_of,
            )
        )
    return _board(Article.DESTRUCTION, records.as_of, duties, silent)


def destruction_duty(
    member: Bound,
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    *,
    book: Stock | None,
    denial: ActivityClaim | None,
    meetings: Sequence[MeetingDay],
    as_of: date,
) -> Duty:
    """Article 3 for one state, from its records. Reads nothing."""
    chain = destruction_deadline(member.since, [r.as_request for r in requests], as_of=as_of)
    completion = chosen_completion(completions)
    answer = outlook(
        chain.deadline,
        as_of=as_of,
        done=completion.done if completion else None,
        bound_from=member.since,
        bound_until=member.until,
        awaiting_decision=bool(chain.open_requests),
        nothing_left=_nothing_left(book, denial, as_of),
    )
    return Duty(
        country=member.country,
        article=Article.DESTRUCTION,
        name=ARTICLES[3],
        deadline=chain.deadline,
        outlook=answer,
        bound=member,
        chain=chain,
        requests=tuple(requests),
        completion=completion if completion and answer.value.standing in MET else None,
        filing=_filing(chain, answer, meetings, 3, as_of),
    )


MET = frozenset({Standing.MET_EARLY, Standing.MET_LATE, Standing.MET_UNDATED})


def _has_held(book: Stock | None) -> bool:
    return book is not None and any(row.flow in (Flow.OPENING, Flow.FOUND, Flow.RECEIVED) for row in book.rows)


def _nothing_left(book: Stock | None, denial: ActivityClaim | None, as_of: date) -> str:
    """Why no stock is left although no completion was declared; "" if the records do not say so."""
    if denial is not None and (denial.as_of is None or denial.as_of.latest <= as_of):
        when = f" in {denial.as_of}" if denial.as_of else ""
        return f"A source says{when} that the state holds no stocks."
    line = book.ledger.line(Unit.MUNITIONS) if book else None
    if line is not None and line.remaining.value.value == 0 and not line.remaining.value.is_rounded:
        return f"By the records nothing is left: {line.remaining.arithmetic}"
    return ""


# ---------------------------------------------------------------- Article 4


def _clearance_board(records: Records) -> Board:
    requests: dict[int | None, list[ExtensionRequest]] = defaultdict(list)
    for request in (r for own in records.requests[Article.CLEARANCE].values() for r in own):
        requests[request.obligation_id].append(request)
    completions: dict[int | None, list[CompletionDeclaration]] = defaultdict(list)
    for completion in (c for own in records.completions[Article.CLEARANCE].values() for c in own):
        completions[completion.obligation_id].append(completion)
    duties, seen = [], set()
    for obligation in records.obligations:
        member = records.bound.get(obligation.country_id)
        if member is None:
            continue
        seen.add(obligation.country_id)
        duties.append(
            clearance_duty(
                member,
                obligation,
                requests[obligation.pk],
                completions[obligation.pk],
                meetings=records.meeting_days,
                as_of=records.as_of,
            )
        )
    silent = [member.country for pk, member in records.bound.items() if pk not in seen]
    return _board(Article.CLEARANCE, records.as_of, duties, silent)


def clearance_duty(
    member: Bound,
    obligation: ClearanceObligation,
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    *,
    meetings: Sequence[MeetingDay],
    as_of: date,
) -> Duty:
    """Article 4 for one contamination of one state. Reads nothing."""
    later = obligation.origin == ContaminationOrigin.LATER_HOSTILITIES
    ended = obligation.hostilities_ended.exact if obligation.hostilities_ended else None
    chain = clearance_deadline(
        member.since,
        [r.as_request for r in requests],
        from_later_hostilities=later,
        hostilities_ended=ended,
        as_of=as_of,
    )
    completion = chosen_completion(completions)
    name = f"{ARTICLES[4]}, {obligation.name}" if obligation.name else ARTICLES[4]
    if chain is None:
        words = "The active hostilities have not ended, so no deadline runs yet."
        open_end = Explained(Outlook(Standing.DUE), "CCM, Article 4(1)(b)", (("as of", as_of),), words)
        return Duty(member.country, Article.CLEARANCE, name, None, open_end, member)
    answer = outlook(
        chain.deadline,
        as_of=as_of,
        done=completion.done if completion else None,
        bound_from=member.since,
        bound_until=member.until,
        awaiting_decision=bool(chain.open_requests),
    )
    return Duty(
        country=member.country,
        article=Article.CLEARANCE,
        name=name,
        deadline=chain.deadline,
        outlook=answer,
        bound=member,
        chain=chain,
        requests=tuple(requests),
        completion=completion if completion and answer.value.standing in MET else None,
        filing=_filing(chain, answer, meetings, 4, as_of),
    )


# ---------------------------------------------------------------- Article 7


def _reporting_board(records: Records) -> Board:
    duties: list[Duty] = []
    for pk, member in records.bound.items():
        own = records.reports.get(pk, ())
        duties.append(first_report_duty(member, own, as_of=records.as_of))
        owed = years_due(member.since, as_of=records.as_of, bound_until=member.until)
        if owed:
            duties.append(annual_report_duty(member, own, owed[-1], as_of=records.as_of))
    return _board(7, records.as_of, duties, [])


def first_report_duty(member: Bound, reports: Sequence[TransparencyReport], *, as_of: date) -> Duty:
    """Article 7(1) for one state."""
    mine = [r for r in reports if r.kind == ReportKind.INITIAL]
    return _report_duty(member, first_report_due(member.since), "First report", mine, None, as_of)


def annual_report_duty(member: Bound, reports: Sequence[TransparencyReport], year: int, *, as_of: date) -> Duty:
    """Article 7(2) for one state and calendar year. A first report may serve as the annual one of its year."""
    mine = [r for r in reports if r.calendar_year == year and r.kind != ReportKind.VOLUNTARY]
    return _report_duty(member, annual_report_due(year), f"Report on {year}", mine, year, as_of)


def _report_duty(
    member: Bound,
    due: Explained[date],
    name: str,
    reports: Sequence[TransparencyReport],
    year: int | None,
    as_of: date,
) -> Duty:
    report = chosen_report(reports)
    submitted = report.submitted if report else None
    answer = outlook(
        due,
        as_of=as_of,
        done=submitted,
        bound_from=member.since,
        bound_until=member.until,
        # Only a source that says so makes a report overdue; the list of reports is far from complete.
        silence=Standing.OVERDUE if report is not None and report.missing_as_of else Standing.NOT_ON_RECORD,
    )
    printed = [bounds(r.due_as_printed) for r in reports]
    return Duty(
        country=member.country,
        article=7,
        name=name,
        deadline=due,
        outlook=answer,
        bound=member,
        report=report,
        year=year,
        printed_due_differs=any(when is not None and printed_due_differs(when, due) for when in printed),
    )


# ---------------------------------------------------------------- shared


def _filing(
    chain: Chain, answer: Explained[Outlook], meetings: Sequence[MeetingDay], article: int, as_of: date
) -> Explained[date | None] | None:
    """The latest day to ask for more time, while the deadline lies ahead."""
    if answer.value.standing is not Standing.DUE:
        return None
    return next_filing_day(chain.deadline.value, meetings, article=article, as_of=as_of)


def _board(article: int, as_of: date, duties: Iterable[Duty], silent: Iterable[Country]) -> Board:
    return Board(
        article=article,
        as_of=as_of,
        duties=tuple(sorted(duties, key=lambda duty: duty.order)),
        silent=tuple(sorted(silent, key=lambda country: country.name)),
    )


@dataclass(frozen=True)
class ComingUp:
    """What falls due in a stretch of days.

    later           when nothing does, what falls due first after it
    passed          how many deadlines lie behind with neither a completion nor a decision on record
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


def coming_up(*, as_of: date, until: date) -> ComingUp:
    """Open duties whose day lies after ``as_of`` and not after ``until``, the nearest first. At most nine queries."""
    records = Records(as_of)
    found = [
        duty
        for article in (Article.DESTRUCTION, Article.CLEARANCE)
        for duty in deadline_board(article, as_of=as_of, records=records).duties
    ]
    found += [
        first_report_duty(member, records.reports.get(pk, ()), as_of=as_of) for pk, member in records.bound.items()
    ]
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


_BEHIND = (Standing.OVERDUE, Standing.PASSED_UNDECIDED)
_STILL_OPEN = (Standing.DUE, Standing.NOT_BOUND)
