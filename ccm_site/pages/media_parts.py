"""Photographs, videos and slides on a state's page."""

from __future__ import annotations

from countries.models import Country, Medium

from .parts import Content, PageMoment


def media(country: Country, at: PageMoment) -> Content:
    """What sources show of it, in words, with the file where readers may have it."""
    found = at.of_acts(
        country, "media", lambda: list(Medium.objects.filter(country=country).select_related("source"))
    )
    return {"media": found} if found else None
