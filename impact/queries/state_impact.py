"""All that is on record of one state's contamination, clearance and casualties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from countries.models import Country
from editorial.queries.shown import Proofs, ShownRecord
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, PublishedDeadline
from impact.rules.casualty_sums import SumOfParts
from stockpiles.models import Article, CompletionDeclaration
from stockpiles.queries.duties import owed_by_state
from stockpiles.queries.records import Records

from .casualties import sums_on_record
from .contamination import Says, StateContamination, asked_for_time, lines_by_state
from .printed_deadlines import PrintedDeadline, printed_deadlines


@dataclass(frozen=True)
class StateImpact:
    """One state or area: every row with its source."""

    contamination: StateContamination | None
    cleared: tuple[ShownRecord[ClearanceRecord], ...]
    deadlines: tuple[PrintedDeadline, ...]
    casualties: tuple[ShownRecord[CasualtyFigure], ...]

    @property
    def sums(self) -> list[SumOfParts]:
        """Where a source gives a whole with its parts."""
        return sums_on_record(self.casualties, ())

    @property
    def is_of_land(self) -> bool:
        """Whether anything is on record of contamination, clearance or its deadline."""
        return bool(self.contamination or self.cleared or self.deadlines)


def state_impact(country: Country, records: Records) -> StateImpact:
    """Six queries beside those of the records."""
    pk = country.pk
    completed = CompletionDeclaration.objects.filter(country=pk, article=Article.CLEARANCE).order_by("pk")
    claims: list[Says] = [*ContaminationClaim.objects.filter(country=pk).order_by("pk"), *completed]
    cleared = list(ClearanceRecord.objects.filter(country=pk).order_by("pk"))
    deadlines = list(PublishedDeadline.objects.filter(country=pk).order_by("deadline", "pk"))
    casualties = list(CasualtyFigure.objects.filter(country=pk).order_by("pk"))
    for row in (*claims, *cleared, *deadlines, *casualties):
        row.country = country
    proof = Proofs([*claims, *cleared, *deadlines, *casualties])
    owed = owed_by_state(Article.CLEARANCE, records)[pk]
    duties = owed.duties or owed.unrecorded
    lines = lines_by_state(claims, proof, [pk])[pk]
    return StateImpact(
        contamination=StateContamination(country, lines, duties, asked_for_time(records)[pk]) if lines else None,
        cleared=tuple(proof.shown(row) for row in sorted(cleared, key=_end, reverse=True)),
        deadlines=printed_deadlines([proof.shown(row) for row in deadlines], duties, records.requests[pk]),
        casualties=tuple(proof.shown(row) for row in sorted(casualties, key=_end, reverse=True)),
    )


def _end(row: ClearanceRecord | CasualtyFigure) -> date:
    end = row.period_end or row.period_start
    return end.latest if end else date.min
