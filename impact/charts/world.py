"""Figures of the world by year, as they were published: nothing is added up, and a year without one is shown as such."""

from __future__ import annotations

from collections.abc import Iterable

from countries.models import PublishedTotal, TotalMeasure
from countries.queries.published_totals import YearOfTotals, totals_by_year
from editorial.charts import Chart, Series, Unknown, bar_chart
from editorial.queries.shown import ShownRecord

NOT_FOUND = Unknown("no figure found")


def world_by_year(
    totals: Iterable[ShownRecord[PublishedTotal]],
    measure: TotalMeasure,
    *,
    unit: str,
    title: str,
    source_url: str,
    csv_url: str,
) -> Chart | None:
    """A bar for each year of which one was published; None where there is none at all.

    Of several figures of one year the newest is drawn, and a note names the others.
    """
    found = {year: one for year, one in totals_by_year(totals, measure).items() if one.numbers}
    if not found:
        return None
    years = range(min(found), max(found) + 1)
    return bar_chart(
        unit=unit,
        years=years,
        series=[Series(measure.label, [_drawn(found.get(year)) for year in years])],
        title=title,
        source="Totals as published, each with its own source",
        source_url=source_url,
        csv_url=csv_url,
        note=" ".join(_notes(found.values())),
        slug=f"world-{measure.value.replace('_', '-')}",
    )


def _drawn(year: YearOfTotals | None) -> float | Unknown:
    if year is None:
        return NOT_FOUND
    number = next(one.record.number for one in year.said if one.record.number is not None)
    return float(number)


def _notes(years: Iterable[YearOfTotals]) -> Iterable[str]:
    bounded = [f"{year.year} ({year.numbers[0]})" for year in years if year.said[0].record.bound]
    if bounded:
        yield f"As the source words it: {', '.join(bounded)}."
    for year in years:
        if year.differ:
            yield f"{year.year}: sources differ: {'; '.join(year.numbers)}."
