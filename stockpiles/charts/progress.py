"""Which states completed when, and how much they had declared."""

from __future__ import annotations

from editorial.charts import Chart, Series, bar_chart, line_chart
from editorial.installation import on_record
from stockpiles.queries.overview import Overview

from .destruction import drawn


def progress_of_the_world(view: Overview, *, csv_url: str) -> list[Chart]:
    """Which states completed when, and how much they had declared; none without any dated completion."""
    if not view.years:
        return []
    years = [year.year for year in view.years]
    undated = f" Not dated: {', '.join(country.name for country in view.undated)}." if view.undated else ""
    return [
        line_chart(
            unit="states",
            points=years,
            series=[Series("States that had completed", [year.states_so_far for year in view.years])],
            step=True,
            title="States that have completed the destruction of their stocks",
            source=on_record("Completions"),
            csv_url=csv_url,
            note=f"By the year in which the last item was destroyed.{undated}",
            slug="completed",
        ),
        bar_chart(
            unit="munitions declared",
            years=years,
            series=[Series("Munitions", [drawn(year.munitions.known) for year in view.years])],
            title="Stocks of the states that completed in each year",
            source=on_record("Completions"),
            csv_url=csv_url,
            note="What these states had declared before destruction began, counted in the year in which they were done; "
            "most of it was destroyed in the years before.",
            slug="completed-stocks",
        ),
    ]
