"""Views of states on disputed questions as a file: one line a view, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from countries.rules.standing import Standing
from editorial.queries.shown import who_says
from editorial.tables import Table, iso, table_of
from meetings.queries.interpretive_positions import ShownView, ViewsOnIssue

Line = tuple[ViewsOnIssue, ShownView]


def view_table(rows: Iterable[ViewsOnIssue], standing: Callable[[int], Standing | None]) -> Table:
    """Every view of a list, the newest of each state and question first. ``standing``: by primary key of the state."""
    lines: Iterable[Line] = ((row, view) for row in rows for view in row.views)
    return table_of(
        "Positions on disputed questions",
        {
            "ISO3": lambda line: line[0].country.iso3 or "",
            "State": lambda line: line[0].country.name,
            "Towards the convention": lambda line: found.words if (found := standing(line[0].country.pk)) else "",
            "Question": lambda line: line[0].issue.value,
            "Answer": lambda line: line[1].record.answer,
            "View": lambda line: line[1].record.view,
            "Newest": lambda line: line[1] is line[0].newest,
            "About": lambda line: iso(line[1].record.as_of),
            "Said on": lambda line: iso(line[1].record.made_on),
            "By": lambda line: who_says(line[1].shown),
            "Certainty": lambda line: line[1].record.certainty,
            "Rank": lambda line: line[1].record.rank,
            "Remark": lambda line: line[1].shown.proof.words,
            "Sources": lambda line: "; ".join(cited.line for cited in line[1].shown.proof.sources),
        },
        lines,
    )
