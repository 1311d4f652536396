"""What the state held, what it destroyed, and what does not come out: every figure with who gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from countries.models import FactKind
from editorial.models import Rank
from stockpiles.models import DestructionRecord, HoldingKind, StockpileHolding
from stockpiles.queries.figure_groups import FigureGroup, ShownRecord

from .parts import Note, Sentence, Subject
from .words import notes_of, quantity_in_words, whose_word

_MOVED = {
    HoldingKind.FOUND.value: "were found later",
    HoldingKind.RECEIVED.value: "were received",
    HoldingKind.TRANSFERRED.value: "were transferred",
}


def holdings(about: Subject) -> Iterable[Sentence]:
    """The stock before any was destroyed, the whole first. Figures that differ stand side by side, the one in use first."""
    for group in about.story.holdings:
        for place, shown in enumerate(group.figures):
            yield _held(about, group, shown, place)
    for moved in about.story.moved:
        row = moved.record
        other = f" ({row.counterpart})" if row.counterpart else ""
        words = f"{whose_word([moved])} {quantity_in_words(row)} {_MOVED[row.kind]}{other}{_when(row)}."
        yield Sentence(words, notes_of([moved]))
    if not about.story.holdings:
        yield about.nothing("No figure of a stock", FactKind.STOCKS)


def _held(
    about: Subject, group: FigureGroup[StockpileHolding], shown: ShownRecord[StockpileHolding], place: int
) -> Sentence:
    row, what = shown.record, group.munition_type
    of_type = f"its stock of {what.designation}" if what else "its whole stock"
    stock = of_type if place or what else f"the whole stock of {about.name}"
    holder = f", held by {row.holder}" if row.holder else ""
    was = (
        "included"
        if what and not (row.munitions_quantity.is_known or row.submunitions_quantity.is_known)
        else "was"
    )
    if was == "included" and what:
        words = f"the stock included {what.designation}, in a number not recorded"
    else:
        words = f"{stock} was {quantity_in_words(row)}"
    said = f"{whose_word([shown])} {words}{_when(row)}{holder}{_standing(group, shown)}."
    return Sentence(said, (*notes_of([shown]), *_reason(row)), opens=place == 0 and what is None)


def _standing(group: FigureGroup[StockpileHolding] | FigureGroup[DestructionRecord], shown: ShownRecord) -> str:  # type: ignore[type-arg]
    """Of figures that differ: which one is used here."""
    if not group.differ:
        return ""
    if shown.is_used:
        return " (the figure in use here; others differ)"
    return " (superseded)" if shown.record.rank == Rank.SUPERSEDED else " (not the figure in use here)"


def _reason(row: StockpileHolding | DestructionRecord) -> tuple[Note, ...]:
    if row.rank == Rank.NORMAL:
        return ()
    return (Note((), f"{row.get_rank_display()}: {row.rank_reason}"),)


def _when(row: StockpileHolding) -> str:
    return f" {row.about_in_words}" if row.about_in_words else ""


def destroyed(about: Subject) -> Iterable[Sentence]:
    """Totals first, then periods by year. Partial rows are never added up."""
    story = about.story
    for group in (*story.totals_destroyed, *story.periods_destroyed):
        for shown in group.figures:
            yield Sentence(
                f"{whose_word([shown])} {_gone(shown.record)}{_standing(group, shown)}.",
                (*notes_of([shown]), *_reason(shown.record)),
            )
    if not story.destroyed and story.holdings:
        yield about.nothing("No figure of what was destroyed", FactKind.DESTRUCTION)


def _gone(row: DestructionRecord) -> str:
    what = f" of {row.munition_type.designation}" if row.munition_type else ""
    how = f" by {row.method}" if row.method else ""
    span = (
        row.period_words
        if row.is_running_total or row.period_start != row.period_end
        else f"in {row.period_words}"
    )
    if not row.is_running_total and row.period_start == row.period_end and row.period_start is not None:
        span = f"{'on' if row.period_start.precision == 'day' else 'in'} {row.period_words}"
    elif not row.is_running_total:
        span = f"from {row.period_words}"
    return (
        f"{quantity_in_words(row)}{what} had been destroyed {span}{how}"
        if row.is_running_total
        else (f"{quantity_in_words(row)}{what} were destroyed {span}{how}")
    )


def differences(about: Subject) -> Iterator[Sentence]:
    """What the figures leave open, with the arithmetic, and what an editor found out about it."""
    for shown in about.story.differences:
        one = shown.record
        found = f" {one.explanation}" if one.is_settled else " Nobody has settled this here."
        note = Note(shown.proof.sources, f"{one.tag}.{found if one.is_settled else ''}")
        yield Sentence(f"{one.words}{'' if one.is_settled else found}", (note,))
