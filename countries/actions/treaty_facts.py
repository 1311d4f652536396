"""What treaties add to the facts that are frozen beside a published text."""

from __future__ import annotations

from datetime import date

from countries.models import Country
from countries.queries.treaty_standings import standings_of

from .country_profile import Fact


def treaty_standings(country: Country, on: date) -> list[Fact]:
    """One fact a treaty: the standing of the day in a sentence, with article and arithmetic."""
    if country.kind != "state":
        return []
    return [
        {
            "label": found.treaty.title,
            "value": found.sentence,
            "article": found.phase.why.article,
            "explanation": found.phase.why.arithmetic,
        }
        for found in standings_of(country, on, today=on)
    ]
