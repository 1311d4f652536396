"""What the state held, what it destroyed, and what does not come out: every figure with who gives it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from countries.models import FactKind
from editorial.models import Rank
from stockpiles.models import DestructionRecord, Figures, HoldingKind, StockpileHolding
from stockpiles.queries.figure_groups import FigureGroup, ShownRecord

from .parts import NotePart, Sentence, Subject
from .words import alike, notes_of, on, quantity_in_words, whose_word

F = TypeVar("F", bound=Figures)

MOVED = {
    HoldingKind.FOUND: "found later",
    HoldingKind.RECEIVED: "received",
    HoldingKind.TRANSFERRED: "transferred",
    HoldingKind.REMAINING: "left",
}


def holdings(about: Subject) -> Iterable[Sentence]:
    """The stock before any was destroyed, the whole first. Figures that differ stand side by side, the one in use first."""
    for group in about.story.holdings:
        for same in alike(group.figures, _said):
            row = same[0].record
            holder = f", held by {row.holder}" if row.holder else ""
            words = f"{whose_word(same)} {_held(about, row)}{_as_of(row)}{holder}{_in_use(group, same)}."
            yield Sentence(words, (*notes_of(same), *_reasons(same)))
    for moved in about.story.moved:
        row = moved.record
        other = f" ({row.counterpart})" if row.counterpart else ""
        words = f"{whose_word([moved])} {_counted(row)} {MOVED[HoldingKind(row.kind)]}{other}{_as_of(row)}."
        yield Sentence(words, notes_of([moved]))
    if not about.story.holdings:
        yield about.nothing("No figure of a stock", FactKind.STOCKS)


def _held(about: Subject, row: StockpileHolding) -> str:
    if row.munition_type is None:
        return f"the whole stock of {about.name} was {quantity_in_words(row)}"
    if row.munitions_quantity.is_known or row.submunitions_quantity.is_known:
        return f"its stock of {row.munition_type.designation} was {quantity_in_words(row)}"
    return f"its stock included {row.munition_type.designation}, in a number not recorded,"


def _as_of(row: StockpileHolding) -> str:
    return f" {row.about_in_words}" if row.about_in_words else ""


def _counted(row: Figures) -> str:
    """ "2,012 munitions with 162,417 submunitions were"."""
    return f"{quantity_in_words(row)} {'was' if row.munitions == 1 else 'were'}"


def _said(shown: ShownRecord[F]) -> tuple[Hashable, ...]:
    """Who says the same number of the same day in the same way can be named in one sentence."""
    row = shown.record
    holder = row.holder if isinstance(row, StockpileHolding) else ""
    return row.certainty, row.rank == Rank.SUPERSEDED, row.in_words, row.about_in_words, holder


def _in_use(group: FigureGroup[F], same: Sequence[ShownRecord[F]]) -> str:
    """Of figures that differ: which one is used here."""
    if not group.differ:
        return ""
    if any(shown.is_used for shown in same):
        return " (the figure in use here; others differ)"
    if same[0].record.rank == Rank.SUPERSEDED:
        return " (superseded)"
    used = next((one.record.in_words for one in group.figures if one.is_used), "")
    return "" if same[0].record.in_words == used else " (not the figure in use here)"


def _reasons(same: Sequence[ShownRecord[F]]) -> tuple[NotePart, ...]:
    rows = [shown.record for shown in same if shown.record.rank != Rank.NORMAL]
    return tuple(dict.fromkeys(NotePart((), f"{row.get_rank_display()}: {row.rank_reason}") for row in rows))


def destroyed(about: Subject) -> Iterable[Sentence]:
    """Totals first, then what was destroyed in single periods. Partial rows are never added up."""
    story = about.story
    for group in (*story.totals_destroyed, *story.periods_destroyed):
        for same in alike(group.figures, _said):
            words = f"{whose_word(same)} {_gone(same[0].record)}{_in_use(group, same)}."
            yield Sentence(words, (*notes_of(same), *_reasons(same)))
    if story.holdings and not story.destroyed:
        yield about.nothing("No figure of what was destroyed", FactKind.DESTRUCTION)


def _gone(row: DestructionRecord) -> str:
    of_type = f"of {row.munition_type.designation}, " if row.munition_type else ""
    how = f" by {row.method}" if row.method else ""
    if row.is_running_total:
        return f"{of_type}{quantity_in_words(row)} had been destroyed {row.period_words}{how}"
    is_one = row.period_start is not None and row.period_start == row.period_end
    when = on(row.period_start) if is_one and row.period_start else f"from {row.period_words}"
    return f"{of_type}{_counted(row)} destroyed {when}{how}"


def differences(about: Subject) -> Iterable[Sentence]:
    """What the figures leave open, with the arithmetic, and what an editor found out about it."""
    for shown in about.story.differences:
        one = shown.record
        unsettled = "" if one.is_settled else " Nobody has settled this here."
        words = f"{one.tag}. {one.explanation}" if one.is_settled else f"{one.tag}."
        yield Sentence(f"{one.words}{unsettled}", (NotePart(shown.proof.sources, words),))
