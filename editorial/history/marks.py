"""The mark of the version that somebody has on the screen: forms and steps are refused once another is stored."""

from __future__ import annotations

import re
from datetime import datetime

from django.db.models import Max

from editorial.models import Tracked, act_at_hand

from .states import PastState, known_at
from .tables import tables_of


def mark_of(model: type[Tracked], pk: int) -> str:
    """A mark of the whole's newest versions, such as "120-0-31": one number a table, 0 where nothing was written.

    What the act at hand wrote itself is no news to it: a form that amends a proposal finds its own rows written.
    """
    own, newest = act_at_hand(), Max("history_id")
    marks = []
    for table in tables_of(model):
        versions = table.versions(pk)
        found = versions.exclude(change_id=own) if own else versions
        marks.append(str(found.aggregate(newest=newest)["newest"] or 0))
    return "-".join(marks)


def state_of_mark(model: type[Tracked], pk: int, mark: str) -> PastState | None:
    """The whole as it was when a mark was made; None for a mark that was never given out."""
    tables = tables_of(model)
    if not re.fullmatch(r"\d{1,18}(-\d{1,18})*", mark) or mark.count("-") != len(tables) - 1:
        return None
    dates: list[datetime] = []
    for table, number in zip(tables, map(int, mark.split("-")), strict=True):
        if number:
            dates += table.versions(pk).filter(history_id=number).values_list("history_date", flat=True)
    return known_at(model, pk, max(dates)) if dates else None
