"""One state's whole story: figures, ledger, deadlines, reports, programmes, each with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Model, Prefetch

from countries.models import Country
from editorial.queries.proof import NO_PROOF
from editorial.rules.explained import Explained
from stockpiles.models import (
    ActivityClaim,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    Contribution,
    DestructionProgramme,
    DestructionRecord,
    DestructionScope,
    ExtensionBenchmark,
    ExtensionRequest,
    ExtensionRequestVersion,
    OutOf,
    ProgrammeDelay,
    ProgrammeStage,
    ReportKind,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)
from stockpiles.rules.ledger import WHOLE_STOCK, Line, Unit
from stockpiles.rules.programme_order import Progress, problems_of_order, progress
from stockpiles.rules.reporting_calendar import years_due

from .bound import Bound, bound_state
from .differences import Judged, judged, settled_differences
from .duties import clearance_duty, destruction_duty, unrecorded_duty
from .duty import Duty
from .figure_groups import FigureGroup, Proofs, Shown, groups_of
from .figures import Stock, designations, figure_rows, stocks
from .records import Records, chosen_completion
from .report_duties import annual_report_duty, first_report_duty


@dataclass(frozen=True)
class LedgerRow:
    """One type (None: the whole stock) with its two lines. They stand side by side and are never added."""

    heading: str
    munitions: Line | None
    submunitions: Line | None

    @property
    def lines(self) -> list[Line]:
        return [line for line in (self.munitions, self.submunitions) if line is not None]


@dataclass(frozen=True)
class ProgrammeStory:
    """A programme with its parts in order, and how far it had come."""

    programme: Shown[DestructionProgramme]
    stages: tuple[Shown[ProgrammeStage], ...]
    delays: tuple[Shown[ProgrammeDelay], ...]
    contributions: tuple[Shown[Contribution], ...]
    progress: Explained[Progress]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class ReportLine:
    """A report (or a duty without one) with how it stands."""

    duty: Duty | None
    report: Shown[TransparencyReport] | None


@dataclass(frozen=True)
class Dossier:
    """Everything on one state's stocks as of a day."""

    country: Country
    as_of: date
    bound: Bound | None
    stock: Stock | None
    holdings: tuple[FigureGroup, ...]
    destroyed: tuple[FigureGroup, ...]
    retained: tuple[Shown[RetentionRecord], ...]
    used_up: tuple[Shown[DestructionRecord], ...]
    differences: tuple[Shown[Judged], ...]
    moved: tuple[Shown[StockpileHolding], ...]
    activities: tuple[Shown[ActivityClaim], ...]
    destruction: Duty | None
    requests: tuple[Shown[ExtensionRequest], ...]
    completions: tuple[Shown[CompletionDeclaration], ...]
    clearances: tuple[Duty, ...]
    unrecorded: tuple[Duty, ...]
    clearance_requests: tuple[Shown[ExtensionRequest], ...]
    reports: tuple[ReportLine, ...]
    programmes: tuple[ProgrammeStory, ...]

    @property
    def has_anything(self) -> bool:
        """Whether the page has more to say than when the convention entered into force."""
        return bool(
            self.holdings
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
            duty.article: f"If there is anything to do, and no extension was granted: {duty.deadline.arithmetic}"
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
            ("article-4", "Contamination and clearance", bool(self.clearances), dates.get(4, "")),
            ("article-7", "Article 7 reports", any(line.report for line in self.reports), dates.get(7, "")),
            ("activities", "Use, production and trade", bool(self.activities), ""),
        ]
        return [(anchor, title, words) for anchor, title, is_there, words in parts if not is_there]

    @cached_property
    def ledger_rows(self) -> list[LedgerRow]:
        """The ledger, the whole stock first."""
        if self.stock is None:
            return []
        lines = self.stock.ledger.lines
        kinds = {
            line.kind
            for line in lines
            if line.kind == WHOLE_STOCK or any(q is not None and q.is_known for q in line.flows.values())
        }
        return [
            LedgerRow(
                kind or "Whole stock",
                self.stock.ledger.line(Unit.MUNITIONS, kind),
                self.stock.ledger.line(Unit.SUBMUNITIONS, kind),
            )
            for kind in sorted(kinds, key=lambda kind: (kind != WHOLE_STOCK, kind))
        ]

    @property
    def types_without_figures(self) -> list[str]:
        """Types on record of which no number is known; they have no place in the ledger."""
        if self.stock is None:
            return []
        shown = {row.heading for row in self.ledger_rows}
        return sorted({line.kind for line in self.stock.ledger.lines if line.kind} - shown)

    @property
    def totals_destroyed(self) -> list[FigureGroup]:
        """What was destroyed altogether."""
        return [g for g in self.destroyed if g.figures[0].record.scope == DestructionScope.RUNNING_TOTAL]

    @property
    def periods_destroyed(self) -> list[FigureGroup]:
        """What was destroyed in single periods, oldest first."""
        return [g for g in self.destroyed if g.figures[0].record.scope == DestructionScope.PERIOD]

    @cached_property
    def destroyed_by_year(self) -> dict[int, DestructionRecord]:
        """The figure in use for each calendar year, all types together."""
        return {
            shown.record.year: shown.record
            for group in self.destroyed
            for shown in group.figures
            if shown.is_used and shown.record.year is not None and shown.record.munition_type_id is None
        }

    @property
    def completion(self) -> CompletionDeclaration | None:
        """The completion of Article 3 that counts."""
        return _completion([s.record for s in self.completions])


def dossier(country: Country, *, as_of: date, records: Records | None = None) -> Dossier:
    """Read one state's records with their sources: about twenty queries, whatever the number of records."""
    holdings = list(
        StockpileHolding.objects.filter(country=country).select_related("munition_type", "counterpart")
    )
    destroyed = list(DestructionRecord.objects.filter(country=country).select_related("munition_type"))
    retained = list(RetentionRecord.objects.filter(country=country).select_related("munition_type"))
    activities = list(ActivityClaim.objects.filter(country=country).select_related("munition_type"))
    requests = list(
        ExtensionRequest.objects.filter(country=country)
        .in_order()
        .select_related("decided_at", "obligation")
        .prefetch_related(
            Prefetch("versions", ExtensionRequestVersion.objects.select_related("document")),
            Prefetch("benchmarks", ExtensionBenchmark.objects.all()),
        )
    )
    completions = list(CompletionDeclaration.objects.filter(country=country).select_related("declared_at"))
    obligations = list(ClearanceObligation.objects.filter(country=country))
    reports = list(TransparencyReport.objects.filter(country=country).select_related("document").order_by("pk"))
    programmes = list(
        DestructionProgramme.objects.filter(country=country)
        .select_related("partner", "country")
        .prefetch_related(
            "stages",
            "delays",
            Prefetch(
                "contributions",
                Contribution.objects.select_related("donor_state", "donor_organisation", "channel"),
            ),
        )
    )
    inner: list[Model] = [
        part
        for programme in programmes
        for part in (*programme.stages.all(), *programme.delays.all(), *programme.contributions.all())
    ]
    benchmarks = [benchmark for request in requests for benchmark in request.benchmarks.all()]
    every = [*holdings, *destroyed, *retained, *activities, *requests, *completions, *obligations, *reports]
    settled = settled_differences(countries=[country.pk])
    proof = Proofs([*every, *programmes, *inner, *benchmarks, *settled.values()])

    bound = bound_state(country, as_of=as_of)
    done = {country.pk: ended.done} if (ended := _completion(completions)) is not None else {}
    rows = figure_rows(countries=[country.pk])
    stock = stocks(rows, types=designations(), completed=done, done=done).get(country.pk)
    used = {(row.table, row.pk) for row in stock.used} if stock else set()
    of_stock = [r for r in destroyed if r.out_of == OutOf.STOCK]
    conflicts = {frozenset(row.anchor for row in c.rows): c for c in stock.conflicts} if stock else {}
    records = records or Records(as_of)
    destruction_requests = [r for r in requests if r.article == Article.DESTRUCTION]
    clearance_requests = [r for r in requests if r.article == Article.CLEARANCE]

    destruction = _destruction(bound, stock, holdings, requests, completions, activities, records)
    clearances = _clearances(bound, obligations, clearance_requests, completions, records)

    return Dossier(
        country=country,
        as_of=as_of,
        bound=bound,
        stock=stock,
        holdings=groups_of([h for h in holdings if h.kind == "opening"], "holding", used, conflicts, proof),
        moved=tuple(proof.shown(h) for h in holdings if h.kind != "opening"),
        destroyed=groups_of(of_stock, "destroyed", used, conflicts, proof),
        retained=tuple(proof.shown(r, is_used=("retained", r.pk) in used) for r in retained),
        used_up=tuple(
            proof.shown(r, is_used=("destroyed", r.pk) in used) for r in destroyed if r.out_of == OutOf.RETAINED
        ),
        differences=tuple(
            Shown(one, proof.of(one.settled) if one.settled else NO_PROOF)
            for one in (judged(stock, settled) if stock else ())
        ),
        activities=tuple(proof.shown(a) for a in activities),
        destruction=destruction,
        requests=tuple(proof.shown(r) for r in destruction_requests),
        completions=tuple(proof.shown(c) for c in completions),
        clearances=clearances,
        unrecorded=_unrecorded(bound, destruction, clearances, as_of),
        clearance_requests=tuple(proof.shown(r) for r in clearance_requests),
        reports=_report_lines(bound, reports, proof, records),
        programmes=tuple(_story(programme, proof, as_of) for programme in programmes),
    )


def _completion(completions: Sequence[CompletionDeclaration]) -> CompletionDeclaration | None:
    return chosen_completion([c for c in completions if c.article == Article.DESTRUCTION])


def _destruction(
    bound: Bound | None,
    stock: Stock | None,
    holdings: Sequence[StockpileHolding],
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    activities: Sequence[ActivityClaim],
    records: Records,
) -> Duty | None:
    mine = [r for r in requests if r.article == Article.DESTRUCTION and r.rank != "superseded"]
    ended = [c for c in completions if c.article == Article.DESTRUCTION]
    denials = [a for a in activities if a.activity == "stockpiling" and a.answer == "no"]
    if bound is None or not (holdings or mine or ended or denials):
        return None
    return destruction_duty(
        bound,
        mine,
        ended,
        book=stock,
        denial=denials[-1] if denials else None,
        meetings=records.meeting_days,
        as_of=records.as_of,
        whole_until=records.whole_until(Article.DESTRUCTION),
    )


def _clearances(
    bound: Bound | None,
    obligations: Sequence[ClearanceObligation],
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    records: Records,
) -> tuple[Duty, ...]:
    if bound is None:
        return ()
    return tuple(
        clearance_duty(
            bound,
            obligation,
            [r for r in requests if r.obligation_id == obligation.pk and r.rank != "superseded"],
            [c for c in completions if c.obligation_id == obligation.pk],
            meetings=records.meeting_days,
            as_of=records.as_of,
            whole_until=records.whole_until(Article.CLEARANCE),
        )
        for obligation in obligations
    )


def _unrecorded(
    bound: Bound | None, destruction: Duty | None, clearances: Sequence[Duty], as_of: date
) -> tuple[Duty, ...]:
    """The dates of Articles 3 and 4 of which nothing is on record: they hold if there is any stock or contamination."""
    if bound is None:
        return ()
    empty = {Article.DESTRUCTION: destruction is None, Article.CLEARANCE: not clearances}
    return tuple(unrecorded_duty(article, bound, as_of=as_of) for article, is_empty in empty.items() if is_empty)


def _report_lines(
    bound: Bound | None, reports: Sequence[TransparencyReport], proof: Proofs, records: Records
) -> tuple[ReportLine, ...]:
    """The first report, then every year due, then what belongs to no duty (voluntary or without a year)."""
    lines: list[ReportLine] = []
    placed: set[int] = set()

    def add(duty: Duty) -> None:
        lines.append(ReportLine(duty, proof.shown(duty.report) if duty.report else None))
        if duty.report is not None:
            placed.add(duty.report.pk)

    if bound is not None:
        as_of, whole_until = records.as_of, records.whole_until(7)
        add(first_report_duty(bound, reports, as_of=as_of, whole_until=whole_until))
        for year in years_due(bound.since, as_of=as_of, bound_until=bound.until):
            add(annual_report_duty(bound, reports, year, as_of=as_of, whole_until=whole_until))
    rest = [r for r in reports if r.pk not in placed]
    rest.sort(key=lambda r: (r.kind != ReportKind.VOLUNTARY, r.pk))
    lines += [ReportLine(None, proof.shown(r)) for r in rest]
    return tuple(lines)


def _story(programme: DestructionProgramme, proof: Proofs, as_of: date) -> ProgrammeStory:
    stages = list(programme.stages.all())
    as_stages = [stage.as_stage for stage in stages]
    return ProgrammeStory(
        programme=proof.shown(programme),
        stages=tuple(proof.shown(stage) for stage in stages),
        delays=tuple(proof.shown(delay) for delay in programme.delays.all()),
        contributions=tuple(proof.shown(c) for c in programme.contributions.all()),
        progress=progress(as_stages, as_of=_no_later(as_of, programme)),
        problems=tuple(problems_of_order(as_stages)),
    )


def _no_later(as_of: date, programme: DestructionProgramme) -> date:
    """The day asked about, or the end of the programme if that came first."""
    return min(as_of, programme.ended.latest) if programme.ended else as_of
