"""What a state's own page shows of its meetings and statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Min

from countries.models import Country
from meetings.models import ListedPosition, ListedStatement, Meeting

from .co_sponsors import CoSponsor, co_sponsors
from .positions import positions, taken_by
from .statements import behind, listed

MOST_STATEMENTS = 8
MOST_POSITIONS = 60
MOST_CO_SPONSORS = 8


@dataclass(frozen=True)
class SaidByState:
    """A state's newest statements, its positions by theme (newest first in each) and its co-sponsors."""

    statements: list[ListedStatement]
    has_more: bool
    themes: list[tuple[str, str, list[ListedPosition]]]
    co_sponsors: list[CoSponsor]

    @property
    def most_frequent(self) -> list[CoSponsor]:
        return self.co_sponsors[:MOST_CO_SPONSORS]

    @property
    def others(self) -> list[CoSponsor]:
        return self.co_sponsors[MOST_CO_SPONSORS:]


def said_by(country: Country, at: datetime) -> SaidByState | None:
    """Everything published that the state said; None where there is nothing. Five queries, whatever the number."""
    statements = list(behind(listed(at), country)[: MOST_STATEMENTS + 1])
    if not statements:
        return None
    rows = list(taken_by(positions(at), country).order_by("theme__order", "-day", "order")[:MOST_POSITIONS])
    themes = [
        (theme.title, theme.get_absolute_url(), list(found))
        for theme, found in groupby(rows, lambda position: position.theme)
    ]
    return SaidByState(
        statements=statements[:MOST_STATEMENTS],
        has_more=len(statements) > MOST_STATEMENTS,
        themes=themes,
        co_sponsors=co_sponsors(country, at),
    )


def last_attended(country: Country) -> Meeting | None:
    """The last meeting at which a source names the state as present."""
    found: Meeting | None = (
        Meeting.objects.filter(attendance__country=country)
        .annotate(first_day=Min("spans__start"))
        .filter(first_day__isnull=False)
        .prefetch_related("spans")
        .order_by("-first_day")
        .first()
    )
    return found
