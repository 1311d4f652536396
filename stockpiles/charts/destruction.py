"""What one state destroyed, year by year."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.charts import Chart, Series, Unknown, bar_chart
from stockpiles.models import DestructionRecord
from stockpiles.queries.dossier import Dossier
from stockpiles.rules.destroyed_extent import DestroyedExtent
from stockpiles.rules.flow import Unit
from stockpiles.rules.line import LedgerLine
from stockpiles.rules.quantity import Quantity, total


def destruction_by_year(story: Dossier, *, source_url: str, csv_url: str) -> list[Chart]:
    """Two drawings, munitions and submunitions, of what one state destroyed in each year; none without any figure.

    Years between the first and the last on record of which nothing is known are drawn as unknown.
    """
    records = story.destroyed_by_year
    if not records:
        return []
    years = list(range(min(records), _last_year(story, max(records)) + 1))
    charts = []
    for unit in Unit:
        values = [drawn(records[year].quantity(unit)) if year in records else Unknown() for year in years]
        if all(isinstance(value, Unknown) for value in values):
            continue
        rounded = [str(y) for y in years if y in records and records[y].quantity(unit).is_rounded]
        notes = [f"Rounded in the source: {', '.join(rounded)}."] if rounded else []
        more = [str(y) for y in years if y in records and records[y].quantity(unit).is_partial]
        notes += [f"At least so many by the source: {', '.join(more)}."] if more else []
        notes += [
            f"{year}: only {records[year].period_words}."
            for year in sorted(records)
            if not _whole_year(records[year])
        ]
        line = story.stock.ledger.line(unit) if story.stock else None
        years_drawn = "each year"
        if line is not None and line.extent.value is DestroyedExtent.PART:
            years_drawn = "the years on record"
            notes.append(line.extent.arithmetic)
        elif line is not None and (short := _short_of(line, [one.quantity(unit) for one in records.values()])):
            years_drawn = "the years on record"
            notes.append(short)
        charts.append(
            bar_chart(
                unit=unit.value,
                years=years,
                series=[Series(f"{unit.value.capitalize()} destroyed", values)],
                title=f"{unit.value.capitalize()} destroyed in {years_drawn}",
                source=f"Figures on {story.country.name}, each with its own source",
                source_url=source_url,
                csv_url=csv_url,
                note=" ".join(notes),
                slug=f"destroyed-{unit.value}",
            )
        )
    return charts


def _short_of(line: LedgerLine, drawn_ones: Iterable[Quantity]) -> str:
    """That the years drawn are less than all that was destroyed, where a source gives that; "" where they are all."""
    shown, whole = total(one for one in drawn_ones if one.is_known), line.destroyed
    if whole is None or not whole.is_known or not shown.differs_from(whole):
        return ""
    return f"The years drawn come to {shown}; altogether {whole} {line.unit.value} were destroyed."


def _whole_year(record: DestructionRecord) -> bool:
    start, end = record.period_start, record.period_end
    return start is None or end is None or (start.earliest.month, end.latest.month) == (1, 12)


def _last_year(story: Dossier, last: int) -> int:
    done = story.completion.done.latest if story.completion else None
    return max(last, done.year) if done else last


def drawn(quantity: Quantity) -> int | Unknown:
    return quantity.value if quantity.value is not None else Unknown()
