"""Files of what is recorded carry the day they speak of, and the last day that the record covers."""

from __future__ import annotations

from django.utils import timezone

from countries.models import FactKind
from countries.queries.coverage import EVERY, asked
from editorial.tables import Table, dated


def dated_now(table: Table, *kinds: FactKind) -> Table:
    """The table as it is by the record of these kinds, with its two days at the end of every row. One query."""
    about = [(kind, EVERY) for kind in kinds]
    return dated(table, asked(None, today=timezone.localdate(), about=about))
