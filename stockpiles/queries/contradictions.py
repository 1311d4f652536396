"""What does not fit: figures that disagree, ledgers that do not come out, dates and orders that cannot be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from django.urls import reverse

from countries.models import Country
from stockpiles.models import Figures, ProgrammeStage
from stockpiles.rules.dated import Within
from stockpiles.rules.deadline import MET
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.opening_date import opening_after_end
from stockpiles.rules.programme_order import problems_of_order

from .differences import Judged, judged
from .duties import deadline_board
from .duty import Duty
from .records import Records
from .stock import FigureConflict, Stock


class Kind(StrEnum):
    """What sort of thing does not fit."""

    FIGURES = "figures"  # several figures about the same thing
    LEDGER = "ledger"  # the sums of one state
    OPENING = "opening"  # a stock to begin with that is dated after its end
    DEADLINE = "deadline"  # an extension whose months and date disagree, or that breaks a rule
    PRINTED = "printed"  # a date or margin that a source prints and the convention contradicts
    PROGRAMME = "programme"  # the stages of a programme


@dataclass(frozen=True)
class Contradiction:
    """One thing that does not fit, in words, with the page that shows it.

    is_decided  nobody has to look: an editor has said which of the figures counts or what became of the difference, or
                the figures agree in one reading of them; readers see all of them all the same
    judged      the difference in a ledger, for the desk to settle
    """

    country: Country
    kind: Kind
    words: str
    url: str
    is_decided: bool = False
    judged: Judged | None = None

    @property
    def settled_by(self) -> int | None:
        """The record that settles the difference, or did on other figures."""
        record = (self.judged.settled or self.judged.reopened) if self.judged else None
        return record.pk if record else None

    @property
    def to_settle(self) -> str:
        """What the form that settles the difference is told, as the query of its address."""
        if self.judged is None:
            return ""
        one = self.judged.difference
        asked = {"country": self.country.pk, "finding": one.finding.value, "unit": one.unit.value}
        return urlencode(asked | ({"designation": one.kind} if one.kind else {}))


def contradictions(
    *, as_of: date, kinds: Collection[Kind] = tuple(Kind), records: Records | None = None
) -> list[Contradiction]:
    """Everything on stocks, deadlines, reports and programmes that does not fit (or some kinds of it).

    What waits for an editor comes first, then by state. Nothing is smoothed over: gaps in the records are left out,
    contradictions that an editor decided stay in. ``records`` lets it share what else on the page reads.
    """
    records = records or Records(as_of)
    found: list[Contradiction] = []
    if {Kind.FIGURES, Kind.LEDGER, Kind.OPENING} & set(kinds):
        found += _of_stocks(records)
    if Kind.DEADLINE in kinds or Kind.PRINTED in kinds:
        found += _of_duties(records)
    if Kind.PROGRAMME in kinds:
        found += _programme_problems()
    found = [one for one in found if one.kind in kinds]
    return sorted(found, key=lambda one: (one.is_decided, one.country.name, one.kind))


def _of_stocks(records: Records) -> list[Contradiction]:
    found: list[Contradiction] = []
    for pk, stock in records.stocks.items():
        if stock is None:
            continue
        country = records.countries[pk]
        page = reverse("stockpile", args=[country.slug])
        for conflict in stock.conflicts:
            words = _figures_in_words(conflict)
            found.append(Contradiction(country, Kind.FIGURES, words, f"{page}#figures", conflict.is_decided))
        for one in judged(stock, records.settled[pk]):
            if not one.difference.is_gap:
                words, decided = _difference_in_words(one), not one.is_waiting
                found.append(Contradiction(country, Kind.LEDGER, words, f"{page}#ledger", decided, one))
        for row in stock.rows:
            if row.flow is Flow.OPENING and (
                words := opening_after_end(row.about, stock.completed_on, _totals(stock))
            ):
                found.append(Contradiction(country, Kind.OPENING, words, f"{page}#{row.anchor}"))
    return found


def _difference_in_words(one: Judged) -> str:
    """A difference, and what an editor said of it."""
    if one.settled is not None:
        return f"{one.words} Settled: {one.settled.explanation}"
    if one.reopened is not None:
        return f"{one.words} It was settled on other figures: {one.reopened.figures}."
    return one.words if one.is_waiting else f"{one.difference.verdict}: {one.words}"


def _totals(stock: Stock) -> list[Within]:
    """Up to when the totals in use say that all was destroyed; none while something is left."""
    left = stock.remaining(Unit.MUNITIONS)
    if left is None or left.value is None or left.value > 0:
        return []
    return [
        row.about
        for row in stock.used
        if row.flow is Flow.DESTROYED and row.is_running_total and row.about is not None
    ]


def _of_duties(records: Records) -> list[Contradiction]:
    found: list[Contradiction] = []
    for article in (3, 4, 7):
        for duty in deadline_board(article, as_of=records.as_of, records=records).duties:
            page = reverse("stockpile", args=[duty.country.slug])
            for remark in duty.chain.remarks if duty.chain else ():
                decided = _is_only_imprecise(remark, duty)
                found.append(Contradiction(duty.country, Kind.DEADLINE, remark, duty.get_absolute_url(), decided))
            if duty.printed_due and duty.due is not None:
                words = (
                    f"{duty.name}: a source prints {' or '.join(duty.printed_due)} as the day it was due; "
                    f"by {duty.deadline.article if duty.deadline else 'the convention'} it is {duty.due.isoformat()}."
                )
                found.append(Contradiction(duty.country, Kind.PRINTED, words, duty.get_absolute_url(), True))
            if duty.completion is not None and duty.completion.margin_as_stated and duty.standing in MET:
                words = (
                    f"The source says: {duty.completion.margin_as_stated}. "
                    f"The dates give: {duty.outlook.value.words}."
                )
                found.append(Contradiction(duty.country, Kind.PRINTED, words, f"{page}#completion", True))
    return found


def _is_only_imprecise(remark: str, duty: Duty) -> bool:
    """Whether a remark says no more than that a source gives a new deadline to the month or the year.

    That is a statement of precision, not a mistake: nobody can mend it but the source.
    """
    inexact = [
        r.granted_until for r in duty.requests if r.granted_until is not None and r.granted_until.exact is None
    ]
    return "not known" in remark and any(remark.endswith(f"{when}.") for when in inexact)


def _figures_in_words(conflict: FigureConflict) -> str:
    about = conflict.rows[0].designation or "whole stock"
    figures = "; ".join(
        f"{row.munitions_quantity} / {row.submunitions_quantity}"
        + (f" ({when})" if (when := _dates_in_words(row)) else "")
        for row in conflict.rows
    )
    return f"{conflict.flow.value.capitalize()}, {about}: {figures} (munitions / submunitions)."


def _dates_in_words(row: Figures) -> str:
    """What a figure is about and when it was said: "2013, said 2015"."""
    parts = [str(row.as_of or row.period_end or ""), f"said {row.made_on}" if row.made_on else ""]
    return ", ".join(part for part in parts if part)


def _programme_problems() -> list[Contradiction]:
    by_programme: dict[int, list[ProgrammeStage]] = {}
    for stage in ProgrammeStage.objects.select_related("programme__country"):
        by_programme.setdefault(stage.programme_id, []).append(stage)
    return [
        Contradiction(stages[0].programme.country, Kind.PROGRAMME, problem, stages[0].programme.get_absolute_url())
        for stages in by_programme.values()
        for problem in problems_of_order([stage.as_stage for stage in stages])
    ]
