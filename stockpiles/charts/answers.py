"""Of how many states sources say in each year that they did what a question asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from editorial.charts import Chart, Series, Unknown, bar_chart
from editorial.installation import on_record
from stockpiles.queries.answers_of_states import StateAnswers

SPAN = 20
"""Of so many years up to the newest: more bars than that are not read on a phone."""
NOTHING_SAID = Unknown("no claim")


def states_by_year(rows: Iterable[StateAnswers], title: str, csv_url: str) -> Chart | None:
    """A bar for each year of which a claim speaks, of the newest twenty; None where fewer than three years are spoken of.

    A claim on a period counts in each of its years, one without years in none. A year without a claim is drawn as
    unknown: nobody says that nothing happened in it.
    """
    counts = Counter(year for row in rows for year in row.years)
    if len(counts) < 3:
        return None
    newest = max(counts)
    years = range(max(min(counts), newest - SPAN + 1), newest + 1)
    earlier = sorted(year for year in counts if year < years.start)
    note = "Claims without a year are not drawn; a year without a claim is not one in which nothing happened."
    if earlier:
        note += f" Earlier years on record: {earlier[0]} to {earlier[-1]}, in the list."
    return bar_chart(
        unit="states, each once a year",
        years=years,
        series=[Series("States", [counts[year] or NOTHING_SAID for year in years])],
        title=f"{title}: of how many states sources say so, by year",
        source=on_record("Claims"),
        source_url="#states",
        csv_url=csv_url,
        note=note,
        slug="states-by-year",
    )
