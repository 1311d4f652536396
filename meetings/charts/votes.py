"""Votes at the General Assembly: how many, year by year, and every member's."""

from __future__ import annotations

from collections.abc import Sequence

from countries.models import Country
from editorial.charts import Chart, Grid, GridCell, GridRow, GridState, Series, Unknown, bar_chart, grid
from editorial.charts.figure import Value
from meetings.queries.votes import NAMES, AllVotes, VoteOnRecord
from meetings.rules.vote_figure import VoteFigure
from meetings.rules.vote_said import ABSTAIN, NO, YES, VoteUpshot, either

GRID_STATES = {
    VoteUpshot.YES: GridState("in favour", "full", "met"),
    VoteUpshot.ABSTAIN: GridState("abstained", "half", "due-soon"),
    VoteUpshot.NO: GridState("against", "cross", "overdue"),
    VoteUpshot.ABSENT: GridState("did not vote", "dash", "quiet"),
    VoteUpshot.DIFFER: GridState("sources differ", "ring", "withdrawn"),
    VoteUpshot.NOTHING: GridState("no vote recorded here", "hatch", "quiet"),
}
SILENT = {one: GridCell(state) for one, state in GRID_STATES.items()}
"""Cells of which nothing more is said: most of them."""


def totals_by_year(view: AllVotes, *, source_url: str, csv_url: str) -> Chart | None:
    """The totals of the General Assembly as sources give them; a number that none gives is drawn as unknown.

    None before any total is on record.
    """
    votes = [one for one in view.plenary if one.totals]
    if not votes:
        return None
    return bar_chart(
        unit="states",
        years=[one.vote.resolution.year for one in votes],
        series=[
            Series(NAMES[answer], [_value(one.figures[answer]) for one in votes]) for answer in (YES, ABSTAIN, NO)
        ],
        title="Votes in the General Assembly on the resolution, as sources total them",
        source="The totals in the table, each with its source",
        source_url=source_url,
        csv_url=csv_url,
        note="Where sources give different numbers, the table says which is drawn and why. Who did not vote is in no "
        "total.",
        slug="votes-by-year",
    )


def _value(figure: VoteFigure) -> Value:
    return Unknown(figure.words) if figure.number is None else figure.number


def vote_grid(view: AllVotes, rows: Sequence[Country], *, csv_url: str) -> Grid:
    """A row a member, a column a vote of the General Assembly."""
    return grid(
        corner="State",
        columns=[str(one.vote.resolution.year) for one in view.plenary],
        rows=[
            GridRow(
                country.name,
                [_cell(one, country) for one in view.plenary],
                url=f"{country.get_absolute_url()}#votes",
            )
            for country in rows
        ],
        states=list(GRID_STATES.values()),
        title="How the members of the United Nations voted in the General Assembly",
        source="Votes on record here, each with its source on the page of the resolution",
        csv_url=csv_url,
        note="“No vote recorded here” says nothing about the state: from 2020 on most votes are not on record. “Did not "
        "vote” rests on a list of all votes in which the state has none, or on a source that says so.",
    )


def _cell(vote: VoteOnRecord, country: Country) -> GridCell:
    found = vote.of(country)
    if found is not VoteUpshot.DIFFER:
        return SILENT[found]
    words = either(vote.answers[country.pk])
    page = vote.vote.resolution.get_absolute_url()
    return GridCell(GRID_STATES[found], words, url=f"{page}#{vote.vote.anchor_of(country)}")
