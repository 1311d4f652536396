"""Every record of one state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from editorial.models import Claim
from editorial.queries.proof import Proof
from editorial.tables import Table, iso, table_of
from stockpiles.models import Figures, SettledDifference
from stockpiles.queries.activity_lines import claim_in_words
from stockpiles.queries.dossier import Dossier
from stockpiles.queries.figure_groups import ShownRecord
from stockpiles.queries.programme_story import ProgrammeStory
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.quantity import Quantity

from .cells import least, number, rounded

F = TypeVar("F", bound=Figures)
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class _Line:
    """One record: what it is about, the day or period it speaks of, and what it says beside numbers."""

    name: str
    about: str
    when: str
    says: str
    proof: Proof
    figure: Figures | None = None
    claim: Claim | None = None
    only_a_part: bool = False

    def of(self, unit: Unit) -> Quantity | None:
        return self.figure.quantity(unit) if self.figure else None


def dossier_table(story: Dossier) -> Table:
    """One line a record of one state: every figure, date and answer with certainty, rank and sources."""
    return table_of(
        f"Stockpiles of {story.country.name}",
        {
            "ISO3": lambda line: story.country.iso3,
            "Record": lambda line: line.name,
            "About": lambda line: line.about,
            "Munitions": lambda line: number(line.of(Unit.MUNITIONS)) if line.figure else "",
            "Munitions rounded": lambda line: rounded(line.of(Unit.MUNITIONS)),
            "Munitions at least": lambda line: least(line.of(Unit.MUNITIONS)),
            "Submunitions": lambda line: number(line.of(Unit.SUBMUNITIONS)) if line.figure else "",
            "Submunitions rounded": lambda line: rounded(line.of(Unit.SUBMUNITIONS)),
            "Submunitions at least": lambda line: least(line.of(Unit.SUBMUNITIONS)),
            "Submunition kg": lambda line: _mass(line.figure),
            "Only a part": lambda line: "yes" if line.only_a_part else "",
            "As of or period": lambda line: line.when,
            "Made on": lambda line: iso(line.claim.made_on) if line.claim else "",
            "Says": lambda line: line.says,
            "Certainty": lambda line: line.claim.get_certainty_display() if line.claim else "",
            "Rank": lambda line: line.claim.get_rank_display() if line.claim else "",
            "Reason for the rank": lambda line: line.claim.rank_reason if line.claim else "",
            "Sources": lambda line: " | ".join(cited.line for cited in line.proof.sources),
        },
        _lines(story),
    )


def _lines(story: Dossier) -> Iterator[_Line]:
    stock = story.stock
    partly = [unit for unit in Unit if stock is not None and stock.is_partial(Flow.DESTROYED, unit)]
    for held in story.holdings:
        for one in held.figures:
            yield _figure("stock", one, iso(one.record.as_of), one.record.holder)
    for moved in story.moved:
        yield _figure(moved.record.get_kind_display(), moved, iso(moved.record.as_of))
    for group in story.destroyed:
        for gone in group.figures:
            part = any(gone.record.quantity(unit).is_known for unit in partly)
            yield _figure("destroyed", gone, gone.record.period_words, gone.record.method, only_a_part=part)
    for kept in story.retained:
        yield _figure("retained", kept, iso(kept.record.as_of), kept.record.purpose)
    for gone in story.used_up:
        yield _figure("destroyed of what was retained", gone, gone.record.period_words, gone.record.method)
    for judged in story.differences:
        if (settled := judged.record.settled) is not None:
            yield _settled(settled, judged.record.words, judged.proof)
    for said in story.activities:
        claim = said.record
        yield _claim(claim.get_activity_display(), said, "", claim.when_in_words, claim_in_words(claim))
    for request in (*story.requests, *story.clearance_requests):
        asked = request.record
        says = (
            f"{asked.get_outcome_display()}; until {iso(asked.granted_until) or 'no date'}. {asked.decision_words}"
        )
        yield _claim("extension request", request, str(asked), iso(asked.requested_on), says)
    for done in story.completions:
        end = done.record
        says = f"announced {iso(end.announced_on) or 'not found'}; declared {iso(end.declared_on) or 'not found'}"
        yield _claim("completion", done, f"Article {end.article}", iso(end.last_item_on), says)
    for line in story.reports:
        if line.report is not None:
            report = line.report.record
            about = f"{report.kind} {report.calendar_year or ''}".strip()
            says = f"not submitted as of {iso(report.missing_as_of)}" if report.missing_as_of else ""
            yield _claim("Article 7 report", line.report, about, iso(report.submitted_on), says)
    for programme in story.programmes:
        yield from _programme(programme)


def _mass(figure: Figures | None) -> str:
    """What one weighs by the record, without zeros behind it."""
    mass = figure.submunition_mass_kg if figure else None
    return "" if mass is None else f"{mass.normalize():f}"


def _figure(name: str, shown: ShownRecord[F], when: str, says: str = "", *, only_a_part: bool = False) -> _Line:
    record = shown.record
    about = record.designation or "whole stock"
    return _Line(name, about, when, says, shown.proof, figure=record, claim=record, only_a_part=only_a_part)


def _claim(name: str, shown: ShownRecord[C], about: str, when: str, says: str = "") -> _Line:
    return _Line(name, about, when, says, shown.proof, claim=shown.record)


def _settled(settled: SettledDifference, words: str, proof: Proof) -> _Line:
    return _Line("settled difference", settled.unit, "", f"{words} {settled.explanation}", proof)


def _programme(story: ProgrammeStory) -> Iterator[_Line]:
    for stage in story.stages:
        when = f"{iso(stage.record.started)} to {iso(stage.record.ended)}"
        yield _Line("programme stage", str(stage.record), when, "", stage.proof)
    for delay in story.delays:
        yield _Line("delay", delay.record.cause, iso(delay.record.began), "", delay.proof)
    for given in story.contributions:
        one = given.record
        yield _Line("contribution", str(one), iso(one.agreed_on), one.amount_words, given.proof)
