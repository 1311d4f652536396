"""Claims on use, production and trade as a file: one line a claim, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.queries.shown import ShownRecord, who_says
from editorial.tables import Table, iso, table_of
from stockpiles.models import ActivityClaim
from stockpiles.queries.activity_lines import claim_in_words
from stockpiles.queries.answers_of_states import StateAnswers

Line = tuple[StateAnswers, ShownRecord[ActivityClaim]]


def answer_table(title: str, rows: Iterable[StateAnswers]) -> Table:
    """Every claim on the states of a list, the newest of each state first."""
    lines: Iterable[Line] = ((row, one) for row in rows for one in row.said)
    return table_of(
        title,
        {
            "ISO3": lambda line: line[0].country.iso3 or "",
            "State": lambda line: line[0].country.name,
            "Activity": lambda line: line[1].record.activity,
            "Answer": lambda line: line[1].record.answer,
            "In words": lambda line: claim_in_words(line[1].record),
            "Places": lambda line: "; ".join(place.key for place in line[1].record.named_places),
            "Period from": lambda line: iso(line[1].record.period_start),
            "Period to": lambda line: iso(line[1].record.period_end),
            "Said on": lambda line: iso(line[1].record.made_on),
            "By": lambda line: who_says(line[1]),
            "Certainty": lambda line: line[1].record.certainty,
            "Remark": lambda line: line[1].proof.words,
            "Sources": lambda line: "; ".join(cited.line for cited in line[1].proof.sources),
        },
        lines,
    )
