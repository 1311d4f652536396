"""What boards, overview and lists read, each table once however many of them share it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from countries.models import Country, Coverage, FactKind, GroupMembership, TreatyAction
from countries.queries.coverage import STANDINGS, Record, Subject, record
from countries.rules.standing import Course
from editorial.rules.partial_date import PartialDate
from meetings.models import MeetingKind, MeetingSpan
from stockpiles.models import (
    Activity,
    ActivityClaim,
    Answer,
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
from stockpiles.rules.preference import chosen

from .bound import Bound, bound_by, bound_states
from .differences import Key, settled_differences
from .figures import figures
from .stock import Stock, stocks

R = TypeVar("R")
D = TypeVar("D", CompletionDeclaration, ExtensionRequest)

ByState = dict[int, list[R]]
"""Records by primary key of their country, in the order in which they were entered."""


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


class Records:
    """The records of stockpiles as boards need them, read when first asked for. Made anew for every request.

    ``as_of`` leaves out the states that had not deposited by that day; everything else is read whole. ``courses`` gives
    the way of every state through the convention, where a page knows it.
    """

    def __init__(
        self,
        as_of: date,
        coverage: Record | None = None,
        courses: Callable[[], Mapping[int, Course]] | None = None,
    ) -> None:
        self.as_of = as_of
        self._coverage = coverage
        self._courses = courses

    def on(self, day: date) -> Records:
        """The same records as of another day: what has been read is not read again."""
        if day == self.as_of:
            return self
        other = Records(day)
        of_the_day = ("as_of", "bound")
        other.__dict__.update({name: read for name, read in self.__dict__.items() if name not in of_the_day})
        return other

    @cached_property
    def countries(self) -> dict[int, Country]:
        """Every state and area, by name. One query."""
        return Country.objects.defer("note").in_bulk()

    @cached_property
    def bound(self) -> dict[int, Bound]:
        """Two queries; one if it is known how all states went through the convention."""
        if self._courses is None:
            return bound_states(as_of=self.as_of)
        return bound_by(self._courses(), self.countries, self.as_of)

    @cached_property
    def figures(self) -> list[Figures]:
        """One query."""
        return figures()

    @cached_property
    def stocks(self) -> dict[int, Stock]:
        """The stock of every state that has any figure, whatever the day."""
        return stocks(self.figures, self.destroyed_on)

    @property
    def stocks_known(self) -> dict[int, Stock]:
        """The same from the figures that were known on the day."""
        known = [row for row in self.figures if row.is_known_by(self.as_of)]
        return stocks(known, self.destroyed_on) if len(known) < len(self.figures) else self.stocks

    @cached_property
    def settled(self) -> dict[Key, SettledDifference]:
        """One query."""
        return settled_differences()

    @cached_property
    def completions(self) -> dict[int, ByState[CompletionDeclaration]]:
        """By article. One query."""
        return _by_article(CompletionDeclaration.objects.defer("note").order_by("pk"))

    @cached_property
    def completed(self) -> dict[int, CompletionDeclaration]:
        """The completion of Article 3 that counts, of each state that declared one."""
        claimed = self.completions[Article.DESTRUCTION]
        return {pk: best for pk, own in claimed.items() if (best := chosen_completion(own)) is not None}

    @property
    def destroyed_on(self) -> dict[int, Within]:
        """When the states that declared completion had destroyed their last item."""
        return {pk: completion.done for pk, completion in self.completed.items()}

    @cached_property
    def requests(self) -> dict[int, ByState[ExtensionRequest]]:
        """By article, those of a state in the order in which they extend one another. One query."""
        return _by_article(ExtensionRequest.objects.current().in_order().defer("note"))

    @cached_property
    def obligations(self) -> list[ClearanceObligation]:
        """One query."""
        return list(ClearanceObligation.objects.defer("note"))

    @cached_property
    def reports(self) -> ByState[TransparencyReport]:
        """One query."""
        found: ByState[TransparencyReport] = defaultdict(list)
        for report in TransparencyReport.objects.defer("note").order_by("pk"):
            found[report.country_id].append(report)
        return found

    @cached_property
    def denials(self) -> dict[int, ActivityClaim]:
        """The newest word on stockpiling of each state of which it is "no". One query."""
        claims: ByState[ActivityClaim] = defaultdict(list)
        rows = ActivityClaim.objects.filter(activity=Activity.STOCKPILING, munition_type=None).defer("note")
        for claim in rows.order_by("pk"):
            claims[claim.country_id].append(claim)
        newest = {pk: chosen(own, when=lambda claim: bounds(claim.as_of)) for pk, own in claims.items()}
        return {pk: claim for pk, claim in newest.items() if claim is not None and claim.answer == Answer.NO}

    @cached_property
    def coverage(self) -> Record:
        """How far the record reaches, kind by kind. One query, unless it was read before."""
        return self._coverage or record()

    @cached_property
    def whole_until(self) -> dict[int, date | None]:
        """The last day up to which silence of the record means that a duty was not fulfilled, by article.

        None if it never does. Under Articles 3 and 4 completions and decisions have to be whole, under Article 7 the
        reports.
        """
        return {article: self.coverage.of(*subjects[1:]).whole_until for article, subjects in DUTIES.items()}

    @cached_property
    def meeting_days(self) -> list[MeetingDay]:
        """Meetings of States Parties and Review Conferences whose first day is known, in order. One query.

        They are the meetings that can extend a deadline: Articles 3(3) and 4(6).
        """
        spans = MeetingSpan.objects.filter(
            meeting__kind__in=[MeetingKind.MEETING_OF_STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE]
        ).select_related("meeting")
        starts: dict[str, list[PartialDate]] = defaultdict(list)
        for span in spans:
            starts[span.meeting.short_name].append(span.start)
        days = [
            MeetingDay(name, min(opens), parts=len(found))
            for name, found in starts.items()
            if (opens := [start.exact for start in found if start.exact is not None])
        ]
        return sorted(days, key=lambda meeting: meeting.opens)


def _by_article(rows: Iterable[D]) -> dict[int, ByState[D]]:
    found: dict[int, ByState[D]] = {article: defaultdict(list) for article in Article.values}
    for row in rows:
        found[row.article][row.country_id].append(row)
    return found


def chosen_completion(completions: Sequence[CompletionDeclaration]) -> CompletionDeclaration | None:
    """The completion that counts among several claims: the preferred one, else the newest."""
    return chosen(completions, when=lambda completion: completion.done)


def chosen_report(reports: Sequence[TransparencyReport]) -> TransparencyReport | None:
    """The record that counts among several of the same report."""
    return chosen(reports, when=lambda report: report.submitted)
