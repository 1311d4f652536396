"""One state's whole story: figures, ledger, deadlines, reports, programmes, each with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from countries.models import Country
from editorial.models import Rank
from editorial.queries.proof import NO_PROOF
from stockpiles.models import (
    ActivityClaim,
    Article,
    CompletionDeclaration,
    DestructionRecord,
    Figures,
    RetentionRecord,
    StockpileHolding,
)
from stockpiles.rules.flow import IN_LEDGER, KEPT, Flow, Unit
from stockpiles.rules.line import LedgerLine

from .activity_lines import ActivityGroup, activity_groups
from .asked_for_time import AskedForTime, asked_for_time
from .bound import Bound
from .denials import is_told_of_a_stock, newest_denial
from .differences import Judged, judged
from .duty import Duty
from .figure_groups import FigureGroup, Proofs, ShownRecord, groups_of
from .programme_story import ProgrammeStory, programme_story
from .records import Records, chosen_completion
from .report_lines import ReportLine, report_lines
from .state_duties import clearance_duty, destruction_duty, unrecorded_duty
from .state_records import StateRecords, state_records
from .stock import Stock, stocks


@dataclass(frozen=True)
class LedgerRow:
    """One type (None: the whole stock) with its two lines. They stand side by side and are never added."""

    heading: str
    munitions: LedgerLine | None
    submunitions: LedgerLine | None

    @property
    def lines(self) -> list[LedgerLine]:
        return [line for line in (self.munitions, self.submunitions) if line is not None]


@dataclass(frozen=True)
class Dossier:
    """Everything on one state's stocks as of a day."""

    country: Country
    as_of: date
    bound: Bound | None
    stock: Stock | None
    holdings: tuple[FigureGroup[StockpileHolding], ...]
    destroyed: tuple[FigureGroup[DestructionRecord], ...]
    retained: tuple[ShownRecord[RetentionRecord], ...]
    used_up: tuple[ShownRecord[DestructionRecord], ...]
    differences: tuple[ShownRecord[Judged], ...]
    moved: tuple[ShownRecord[StockpileHolding], ...]
    activities: tuple[ShownRecord[ActivityClaim], ...]
    destruction: Duty | None
    requests: tuple[AskedForTime, ...]
    completions: tuple[ShownRecord[CompletionDeclaration], ...]
    clearances: tuple[Duty, ...]
    unrecorded: tuple[Duty, ...]
    clearance_requests: tuple[AskedForTime, ...]
    reports: tuple[ReportLine, ...]
    programmes: tuple[ProgrammeStory, ...]

    @property
    def has_anything(self) -> bool:
        """Whether the page has more to say than when the convention entered into force."""
        return bool(
            self.holdings
            or self.moved
            or self.destroyed
            or self.retained
            or self.used_up
            or self.activities
            or self.requests
            or self.completions
            or self.clearances
            or self.programmes
            or any(line.report for line in self.reports)
        )

    @cached_property
    def empty_parts(self) -> list[tuple[str, str, str]]:
        """What is not on record: the part's anchor, its title, and what can be said all the same."""
        dates = {
            duty.article: f"{duty.denied} If there is anything to do, and no extension was granted: "
            f"{duty.deadline.arithmetic}".lstrip()
            for duty in self.unrecorded
            if duty.deadline is not None
        }
        if self.bound is None:
            dates = dict.fromkeys((3, 4, 7), "Not applicable while the convention does not bind the state.")
        parts: list[tuple[str, str, bool, str]] = [
            ("figures", "Stock held", bool(self.holdings), ""),
            ("destruction", "Destruction", bool(self.destroyed), ""),
            ("retained", "Retained for training", bool(self.retained), ""),
            ("article-3", "Duty to destroy stocks", self.destruction is not None, dates.get(3, "")),
            ("completion", "Completion", bool(self.completions), ""),
            ("article-4", "Duty to clear contaminated land", bool(self.clearances), dates.get(4, "")),
            ("article-7", "Article 7 reports", any(line.report for line in self.reports), dates.get(7, "")),
            ("activities", "Use, production and trade", bool(self.activities), ""),
        ]
        return [(anchor, title, words) for anchor, title, is_there, words in parts if not is_there]

    @cached_property
    def ledger_rows(self) -> list[LedgerRow]:
        """The ledger, the whole stock first. What is retained alone, mostly none, makes none, nor does a destruction of
        which no source says how many."""
        if self.stock is None or not any(_makes_a_ledger(row) for row in self.stock.rows):
            return []
        book = self.stock.ledger
        return [
            LedgerRow(kind or "Whole stock", book.line(Unit.MUNITIONS, kind), book.line(Unit.SUBMUNITIONS, kind))
            for kind in sorted({line.kind for line in book.lines_shown})  # the whole stock has the empty name
        ]

    @property
    def types_without_figures(self) -> list[str]:
        """Types on record of which no number is known; they have no place in the ledger."""
        if self.stock is None:
            return []
        shown = {row.heading for row in self.ledger_rows}
        return sorted({line.kind for line in self.stock.ledger.lines if line.kind} - shown)

    @property
    def totals_destroyed(self) -> list[FigureGroup[DestructionRecord]]:
        """What was destroyed altogether."""
        return [group for group in self.destroyed if group.figures[0].record.is_running_total]

    @property
    def periods_destroyed(self) -> list[FigureGroup[DestructionRecord]]:
        """What was destroyed in single periods, oldest first."""
        return [group for group in self.destroyed if not group.figures[0].record.is_running_total]

    @cached_property
    def destroyed_by_year(self) -> dict[int, DestructionRecord]:
        """The figure in use for each calendar year, all types together."""
        return {
            shown.record.year: shown.record
            for group in self.destroyed
            for shown in group.figures
            if shown.is_used and shown.record.year is not None and shown.record.munition_type_id is None
        }

    @cached_property
    def activity_groups(self) -> tuple[ActivityGroup, ...]:
        """Use, production and trade by question, with who says what."""
        return activity_groups(self.activities)

    @property
    def completion(self) -> CompletionDeclaration | None:
        """The completion of Article 3 that counts."""
        return chosen_completion([s.record for s in self.completions if s.record.article == Article.DESTRUCTION])


def _makes_a_ledger(figure: Figures) -> bool:
    if figure.flow is Flow.OPENING:
        return True
    moves = figure.flow in IN_LEDGER and figure.flow not in KEPT
    return moves and any(figure.quantity(unit).is_known for unit in Unit)


def dossier(country: Country, *, as_of: date, records: Records | None = None) -> Dossier:
    """Read one state's records with their sources: about twenty queries, whatever the number of records."""
    own, records = state_records(country), records or Records(as_of)
    proof = Proofs(own)
    bound = records.bound.get(country.pk)
    ended = chosen_completion(own.completions_under(Article.DESTRUCTION))
    stock = stocks(own.figures, {country.pk: ended.done} if ended else {}).get(country.pk)
    used = set(stock.used) if stock else set()
    destruction = _destruction(bound, stock, own, records)
    clearances = _clearances(bound, own, records)
    return Dossier(
        country=country,
        as_of=as_of,
        bound=bound,
        stock=stock,
        holdings=groups_of([h for h in own.holdings if h.flow is Flow.OPENING], stock, proof),
        moved=tuple(proof.shown(h) for h in own.holdings if h.flow is not Flow.OPENING),
        destroyed=groups_of([d for d in own.destroyed if d.flow is Flow.DESTROYED], stock, proof),
        retained=tuple(proof.shown(r, is_used=r in used) for r in own.retained),
        used_up=tuple(
            proof.shown(d, is_used=d in used) for d in own.destroyed if d.flow is Flow.RETAINED_DESTROYED
        ),
        differences=tuple(
            ShownRecord(one, proof.of(one.settled) if one.settled else NO_PROOF)
            for one in (judged(stock, own.settled) if stock else ())
        ),
        activities=tuple(proof.shown(a) for a in own.activities),
        destruction=destruction,
        requests=tuple(asked_for_time(r, proof, records) for r in own.requests_under(Article.DESTRUCTION)),
        completions=tuple(proof.shown(c) for c in own.completions),
        clearances=clearances,
        unrecorded=_unrecorded(bound, destruction, clearances, own, as_of),
        clearance_requests=tuple(asked_for_time(r, proof, records) for r in own.requests_under(Article.CLEARANCE)),
        reports=report_lines(bound, own.reports, proof, records),
        programmes=tuple(programme_story(programme, proof, as_of=as_of) for programme in own.programmes),
    )


def kept_dossier(country: Country, records: Records) -> Dossier:
    """The same, where one is kept: the pages and files of a state share it."""
    day = records.as_of
    return records.kept.about(
        Country, country.pk, ("dossier", day), lambda: dossier(country, as_of=day, records=records)
    )


def _destruction(bound: Bound | None, stock: Stock | None, own: StateRecords, records: Records) -> Duty | None:
    requests = [r for r in own.requests_under(Article.DESTRUCTION) if r.rank != Rank.SUPERSEDED]
    ended = own.completions_under(Article.DESTRUCTION)
    denial = newest_denial(own.activities, records.as_of)
    is_told = denial is not None and is_told_of_a_stock(own.activities, stock)
    if bound is None or not (own.holdings or requests or ended or is_told):
        return None
    return destruction_duty(bound, requests, ended, records, book=stock, denial=denial)


def _clearances(bound: Bound | None, own: StateRecords, records: Records) -> tuple[Duty, ...]:
    if bound is None:
        return ()
    return tuple(
        clearance_duty(bound, obligation, requests, ended, records)
        for obligation, requests, ended in own.obligations_with_requests
    )


def _unrecorded(
    bound: Bound | None, destruction: Duty | None, clearances: Sequence[Duty], own: StateRecords, as_of: date
) -> tuple[Duty, ...]:
    """The dates of Articles 3 and 4 of which nothing is on record: they hold if there is any stock or contamination."""
    if bound is None:
        return ()
    found = []
    if destruction is None:
        denial = newest_denial(own.activities, as_of)
        found.append(unrecorded_duty(Article.DESTRUCTION, bound, as_of=as_of, denial=denial))
    if not clearances:
        found.append(unrecorded_duty(Article.CLEARANCE, bound, as_of=as_of))
    return tuple(found)
