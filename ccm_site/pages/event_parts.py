"""What events that are no legal acts say on the composed pages."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from countries.models import Country, StateEvent

from .parts import Event, PageMoment


def state_events(country: Country, at: PageMoment) -> Iterable[Event]:
    """Each event of the state, and those of others in which it is named."""
    rows = StateEvent.objects.filter(Q(country=country) | Q(towards=country)).select_related("country", "source")
    for one in at.of_acts(country, "state events", lambda: list(rows)):
        whose = "" if one.country_id == country.pk else f"{one.country}: "
        url = one.source.get_absolute_url() if one.source is not None else ""
        yield Event(one.date, f"{whose}{one.words}", url, one.get_kind_display())
