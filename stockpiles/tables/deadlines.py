"""Deadlines under one article."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.tables import Cell, Table, iso, table_of
from stockpiles.queries.duty import Board, Duty

from .cells import days_columns


def deadline_table(board: Board, duties: Iterable[Duty]) -> Table:
    """One line a duty: what, by when, how it stands, by which article and arithmetic."""
    return table_of(
        f"Deadlines under Article {board.article}, {board.as_of.isoformat()}",
        {
            "ISO3": lambda duty: duty.country.iso3,
            "State": lambda duty: duty.country.name,
            "Article": lambda duty: duty.article,
            "What": lambda duty: duty.name,
            "In force for the state": lambda duty: duty.bound.since,
            "Original deadline": lambda duty: duty.original.value if duty.original else None,
            "Deadline": lambda duty: duty.due,
            "Extensions": lambda duty: len(duty.steps),
            "Asked for, not known to be granted": lambda duty: duty.asked.value if duty.asked else None,
            "Standing": lambda duty: duty.standing.words,
            **days_columns(lambda duty: duty),
            "Fulfilled": _fulfilled,
            "Latest day to ask for more time": lambda duty: duty.file_by.value if duty.file_by else None,
            "Rule": lambda duty: duty.outlook.article,
            "How worked out": lambda duty: duty.outlook.arithmetic,
            "As of": lambda duty: board.as_of,
        },
        duties,
    )


def _fulfilled(duty: Duty) -> Cell:
    if duty.completion is not None:
        return iso(duty.completion.last_item_on) or str(duty.completion.done)
    return iso(duty.report.submitted_on) if duty.report is not None else ""
