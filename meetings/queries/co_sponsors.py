"""Who speaks together: the states that stood behind the same statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from countries.models import Country
from meetings.models import ListedParty, ListedStatement, ListedTheme


@dataclass
class CoSponsor:
    """Another state, how often the two stood behind one statement, and on what."""

    country: Country
    together: int = 0
    themes: dict[str, int] = field(default_factory=dict)

    @property
    def on_what(self) -> list[str]:
        """Titles of the themes, the most frequent first."""
        return [title for title, _ in sorted(self.themes.items(), key=lambda item: (-item[1], item[0]))]


def co_sponsors(country: Country, at: datetime) -> list[CoSponsor]:
    """The states with which ``country`` stood behind published statements, in whatever roles, most frequent first.

    Only states that a source names are counted. Three queries, whatever the number of statements.
    """
    shared = ListedStatement.objects.published(at).filter(Exists(_of(country)))
    pairs = (
        ListedParty.objects.filter(listed__in=shared, country__isnull=False)
        .exclude(country=country)
        .values_list("country")
        .annotate(Count("listed", distinct=True))
        .order_by()
    )
    together = dict(pairs)
    on_what = (
        ListedTheme.objects.filter(listed__in=shared, listed__parties__country__in=together)
        .values_list("listed__parties__country", "theme__title")
        .annotate(Count("listed", distinct=True))
        .order_by()
    )
    states = Country.objects.in_bulk(together)
    found = {pk: CoSponsor(states[pk], number) for pk, number in together.items()}
    for pk, title, number in on_what if together else ():
        found[pk].themes[title] = number
    return sorted(found.values(), key=lambda partner: (-partner.together, partner.country.name))


def _of(country: Country) -> QuerySet[ListedParty]:
    return ListedParty.objects.filter(listed=OuterRef("pk"), country=country)
