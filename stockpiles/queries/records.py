"""What boards, overview and lists read, each table once however many of them share it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import QuerySet

from countries.models import Country, Coverage, FactKind, GroupMembership, TreatyAction
from countries.queries.all_states import all_states
from countries.queries.coverage import STANDINGS, Record, Subject, record
from countries.rules.standing import Course
from editorial.queries.kept import Keeping, keeping
from editorial.queries.together import NOTHING, Together
from editorial.rules.partial_date import PartialDate
from meetings.models import Meeting, MeetingKind, MeetingSpan
from stockpiles.models import (
    Activity,
    ActivityClaim,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    DestructionRecord,
    ExtensionRequest,
    Figures,
    RetentionRecord,
    SettledDifference,
    StockpileHolding,
    TransparencyReport,
)
from stockpiles.rules.dated import Within, bounds
from stockpiles.rules.extension_filing import MeetingDay
from stockpiles.rules.preference import SUPERSEDED, chosen, without_vaguer

from .bound import Bound, bound_by, bound_states
from .denials import newest_denial
from .differences import Key, settled_differences
from .figures import figures
from .stock import Stock, stock_of

R = TypeVar("R", bound=Any)
V = TypeVar("V")
D = TypeVar("D", CompletionDeclaration, ExtensionRequest)

ByState = Mapping[int, Sequence[R]]
"""Records by primary key of their country, in the order in which they were entered; none of a state that has none."""


#: What the deadlines of each article rest on: first who is bound, then what fulfils or moves the duty.
DUTIES: dict[int, tuple[Subject, ...]] = {
    article: (
        *STANDINGS,
        (FactKind.COMPLETIONS, f"article-{article}"),
        (FactKind.EXTENSION_DECISIONS, f"article-{article}"),
        (FactKind.EXTENSION_REQUESTS, f"article-{article}"),
    )
    for article in (3, 4)
} | {7: (*STANDINGS, (FactKind.TRANSPARENCY_REPORTS, ""))}
STOCKS: tuple[Subject, ...] = (
    *DUTIES[3],
    (FactKind.STOCKS, ""),
    (FactKind.DESTRUCTION, ""),
    (FactKind.RETENTION, ""),
)
#: The kinds of fact of which a state's page of stocks is made, in its order.
SHOWN = (
    FactKind.STOCKS,
    FactKind.DESTRUCTION,
    FactKind.RETENTION,
    FactKind.ACTIVITIES,
    FactKind.EXTENSION_REQUESTS,
    FactKind.EXTENSION_DECISIONS,
    FactKind.COMPLETIONS,
    FactKind.CONTAMINATION,
    FactKind.TRANSPARENCY_REPORTS,
    FactKind.PROGRAMMES,
)


#: The tables that Records reads, and those of states and their acts.
READ = (
    TreatyAction,
    GroupMembership,
    Coverage,
    MeetingSpan,
    StockpileHolding,
    DestructionRecord,
    RetentionRecord,
    SettledDifference,
    ActivityClaim,
    CompletionDeclaration,
    ExtensionRequest,
    ClearanceObligation,
    TransparencyReport,
)


#: The tables that it reads by state, one question each where a page does not read several together.
TABLES: dict[str, QuerySet[Any]] = {
    "completions": CompletionDeclaration.objects.defer("note"),
    "requests": ExtensionRequest.objects.current().defer("note"),
    "obligations": ClearanceObligation.objects.defer("note"),
    "reports": TransparencyReport.objects.defer("note"),
    "words on stockpiling": ActivityClaim.objects.filter(activity=Activity.STOCKPILING, munition_type=None).defer(
        "note"
    ),
}


def tables(*names: str) -> dict[str, QuerySet[Any]]:
    """Some of them, with the meetings that can extend a deadline, to be read together with others of a page."""
    return {name: TABLES[name] for name in names} | {"spans": SPANS, "meetings": MEETINGS}


BY = {"spans": "", "meetings": ""}
"""Of these every row is read, whichever states are asked for."""
EXTENDING = (MeetingKind.MEETING_OF_STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE)
MEETINGS = Meeting.objects.filter(kind__in=EXTENDING).defer("note")
SPANS = MeetingSpan.objects.filter(meeting__kind__in=EXTENDING)
"""The days of the meetings that can extend a deadline."""


class Records:
    """The records of stockpiles as boards need them, read when first asked for: each state's once, until it changes.

    ``as_of`` leaves out the states that had not deposited by that day; everything else is read whole. Nothing of it is
    changed by whoever reads it: other pages do at the same time. ``courses`` gives the way of every state through the
    convention, where a page knows it; ``together`` has the tables that the page reads in one question, by the names of
    TABLES.
    """

    def __init__(
        self,
        as_of: date,
        kept: Keeping | None = None,
        courses: Callable[[], Mapping[int, Course] | None] = lambda: None,
        together: Together = NOTHING,
    ) -> None:
        self.as_of = as_of
        self._kept = kept
        self._courses = courses
        self.together = together

    @cached_property
    def kept(self) -> Keeping:
        """What is kept for the page, or from now on."""
        return self._kept or keeping()

    def on(self, day: date) -> Records:
        """The same records as of another day: what has been read is not read again."""
        return self if day == self.as_of else Records(day, self.kept, self._courses, self.together)

    def of_each(self, name: object, make: Callable[[list[int]], Mapping[int, V]]) -> Mapping[int, V]:
        """What is worked out for each state from its records, on this day: anew for those that changed."""
        return self.kept.of_each((name, self.as_of), Country, self.countries, make)

    def _read(self, name: str, order: Callable[[R], Any] | None = None) -> ByState[R]:
        """The rows of one table by state, in the order in which they were entered if no other is given."""

        def read(some: list[int] | None) -> Iterable[R]:
            if name in self.together:
                found: Iterable[R] = self.together.rows(name, some)
            else:
                rows = TABLES[name].order_by("pk")
                found = rows if some is None else rows.filter(country__in=some)
            return found if order is None else sorted(found, key=order)

        return self._by_state(name, read)

    def _by_state(self, name: str, read: Callable[[list[int] | None], Iterable[R]]) -> ByState[R]:
        """``read`` is given the states of which rows are wanted, None for all: hundreds would make a long question."""

        def make(some: list[int]) -> ByState[R]:
            found: dict[int, list[R]] = {pk: [] for pk in some}
            for row in read(some if len(some) < len(self.countries) else None):
                if row.country_id in found:
                    found[row.country_id].append(row)
            return {pk: tuple(own) for pk, own in found.items()}

        return self.kept.of_each(name, Country, self.countries, make)

    @property
    def countries(self) -> Mapping[int, Country]:
        """Every state and area, by name. One query."""
        return all_states(self.kept)

    @cached_property
    def bound(self) -> Mapping[int, Bound]:
        """Two queries; none if it is known how all states went through the convention."""
        return self.kept.value(("bound", self.as_of), self._bound)

    def _bound(self) -> Mapping[int, Bound]:
        courses = self._courses()
        if courses is None:
            return bound_states(as_of=self.as_of)
        return bound_by(courses, self.countries, self.as_of)

    @cached_property
    def figures(self) -> ByState[Figures]:
        """One query."""
        return self._by_state("figures", lambda some: figures(countries=some))

    @cached_property
    def stocks(self) -> Mapping[int, Stock | None]:
        """The stock of every state that has any figure, whatever the day."""
        return self.kept.of_each(
            "stocks",
            Country,
            self.countries,
            lambda some: {pk: self._stock(pk, self.figures[pk]) for pk in some},
        )

    def stock_known(self, pk: int) -> Stock | None:
        """The same of one state from the figures that were known on the day."""
        own = self.figures[pk]
        known = [row for row in own if row.is_known_by(self.as_of)]
        return self.stocks[pk] if len(known) == len(own) else self._stock(pk, known)

    def _stock(self, pk: int, rows: Sequence[Figures]) -> Stock | None:
        return stock_of(rows, self.destroyed_on(pk)) if rows else None

    @cached_property
    def settled(self) -> Mapping[int, Mapping[Key, SettledDifference]]:
        """By state. One query."""
        return self.kept.of_each("settled", Country, self.countries, _settled)

    @cached_property
    def completions(self) -> ByState[CompletionDeclaration]:
        """One query."""
        return self._read("completions")

    def completion(self, pk: int) -> CompletionDeclaration | None:
        """The completion of Article 3 that counts of a state, if it declared one."""
        return chosen_completion(under(Article.DESTRUCTION, self.completions[pk]))

    def destroyed_on(self, pk: int) -> Within | None:
        """When a state that declared completion had destroyed its last item."""
        best = self.completion(pk)
        return None if best is None else best.done

    @cached_property
    def requests(self) -> ByState[ExtensionRequest]:
        """Those of a state and article in the order in which they extend one another. One query."""
        return self._read("requests", _as_filed)

    @cached_property
    def obligations(self) -> ByState[ClearanceObligation]:
        """One query."""
        return self._read("obligations")

    @cached_property
    def reports(self) -> ByState[TransparencyReport]:
        """One query."""
        return self._read("reports")

    @cached_property
    def words_on_stockpiling(self) -> ByState[ActivityClaim]:
        """One query."""
        return self._read("words on stockpiling")

    def denial(self, pk: int) -> ActivityClaim | None:
        """The newest word on stockpiling of a state that was known on the day, if it is "no"."""
        return newest_denial(self.words_on_stockpiling[pk], self.as_of)

    @property
    def coverage(self) -> Record:
        """How far the record reaches, kind by kind. One query."""
        return record(self.kept)

    @cached_property
    def whole_until(self) -> dict[int, date | None]:
        """The last day up to which silence of the record means that a duty was not fulfilled, by article.

        None if it never does. Under Articles 3 and 4 completions and decisions have to be whole, under Article 7 the
        reports.
        """
        reach = self.coverage
        return {article: reach.of(*subjects[1:]).whole_until for article, subjects in DUTIES.items()}

    @cached_property
    def meeting_days(self) -> list[MeetingDay]:
        """Meetings of States Parties and Review Conferences whose first day is known, in order. One query.

        They are the meetings that can extend a deadline: Articles 3(3) and 4(6).
        """
        return self.kept.value("meeting days", self._meeting_days)

    def _meeting_days(self) -> list[MeetingDay]:
        if "spans" not in self.together:
            return meeting_days()
        meetings = {meeting.pk: meeting for meeting in self.together.rows("meetings", None)}
        spans = self.together.rows("spans", None)
        for span in spans:
            span.meeting = meetings[span.meeting_id]
        return days_of(spans)


def _as_filed(request: ExtensionRequest) -> tuple[int, int, int]:
    """The order in which requests of one state extend one another."""
    return request.article, request.number, request.pk


def meeting_days() -> list[MeetingDay]:
    """See Records. One query."""
    return days_of(SPANS.select_related("meeting"))


def days_of(spans: Iterable[MeetingSpan]) -> list[MeetingDay]:
    """The same out of spans whose meetings are at hand."""
    starts: dict[str, list[PartialDate]] = defaultdict(list)
    for span in spans:
        starts[span.meeting.short_name].append(span.start)
    days = [
        MeetingDay(name, min(opens), parts=len(found))
        for name, found in starts.items()
        if (opens := [start.exact for start in found if start.exact is not None])
    ]
    return sorted(days, key=lambda meeting: meeting.opens)


def _settled(some: Collection[int]) -> Mapping[int, Mapping[Key, SettledDifference]]:
    found: dict[int, dict[Key, SettledDifference]] = {pk: {} for pk in some}
    for key, record_of_it in settled_differences(countries=some).items():
        found[record_of_it.country_id][key] = record_of_it
    return found


def under(article: int, rows: Iterable[D]) -> list[D]:
    """Those that speak of an article, in their order."""
    return [row for row in rows if row.article == article]


def chosen_completion(completions: Sequence[CompletionDeclaration]) -> CompletionDeclaration | None:
    """The completion that counts among several claims: the preferred one, else the newest; of two that agree, the one
    that says more exactly when."""
    standing = [one for one in completions if one.rank != SUPERSEDED]
    return chosen(without_vaguer(standing, _done), when=_done)


def _done(completion: CompletionDeclaration) -> Within:
    return completion.done


def chosen_report(reports: Sequence[TransparencyReport]) -> TransparencyReport | None:
    """The record that counts among several of the same report: of when it was submitted, if any says so; else of how long
    it is known not to have been. Of two that agree, the one that says more exactly when."""
    standing = [one for one in reports if one.rank != SUPERSEDED]
    if submitted := [one for one in standing if one.submitted_on is not None]:
        return chosen(without_vaguer(submitted, _submitted), when=_submitted)
    return chosen(standing, when=lambda report: bounds(report.missing_as_of))


def _submitted(report: TransparencyReport) -> Within | None:
    return report.submitted
