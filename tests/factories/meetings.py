"""Meetings, themes, statements and what hangs on them, made with as few words as a test needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify

from countries.models import Country
from editorial.actions import publishing
from editorial.actions.publishing import approve, submit
from editorial.models import Publishable, Release, Source, User, recording
from meetings.models import (
    Meeting,
    MeetingSpan,
    Position,
    Statement,
    StatementParty,
    StatementRelease,
    StatementTheme,
    Theme,
)

REGIONS = {"PER": "Americas", "CHL": "Americas", "ESP": "Europe", "HRV": "Europe", "MEX": "Americas"}


def make_country(iso3: str = "PER", name: str = "Peru", **fields: Any) -> Country:
    """The state with that code, made on first use."""
    with recording(by=None, reason="Made for a test"):
        country, _ = Country.objects.get_or_create(
            iso3=iso3,
            defaults={
                "iso2": iso3[:2] if iso3[:2] not in taken() else None,
                "slug": slugify(name),
                "name": name,
                "region": REGIONS.get(iso3, "Africa"),
                **fields,
            },
        )
    return country


def taken() -> set[str]:
    return {code for code in Country.objects.values_list("iso2", flat=True) if code}


def make_source(key: str = "notes-2008", **fields: Any) -> Source:
    with recording(by=None, reason="Made for a test"):
        source, _ = Source.objects.get_or_create(key=key, defaults={"title": f"Source {key}", **fields})
    return source


def make_meeting(slug: str = "lima-2007", start: str = "2007-05-23", end: str = "", **fields: Any) -> Meeting:
    """A meeting with one date span (none when ``start`` is empty)."""
    name = slug.replace("-", " ").title()
    with recording(by=None, reason="Made for a test"):
        meeting = Meeting.objects.create(slug=slug, **{"name": name, "short_name": name, **fields})
        if start:
            MeetingSpan.objects.create(meeting=meeting, start=start, end=end or None)
    return meeting


def make_theme(slug: str = "retention", **fields: Any) -> Theme:
    title = fields.pop("title", slug.replace("-", " ").capitalize())
    with recording(by=None, reason="Made for a test"):
        theme, _ = Theme.objects.get_or_create(slug=slug, defaults={"title": title, **fields})
    return theme


def make_statement(
    title: str = "Statement of Peru",
    parties: Iterable[tuple[Country, str]] = (),
    themes: Iterable[Theme] = (),
    **fields: Any,
) -> Statement:
    """A draft with a summary, a text of one sentence, its parties and themes."""
    with recording(by=None, reason="Made for a test"):
        statement = Statement.objects.create(
            **{
                "title": title,
                "lead": f"Summary of “{title}”.",
                "text": "The delegation spoke about stockpiles.",
                "date": "2008-05-23",
                **fields,
            }
        )
        for order, (country, role) in enumerate(parties, 1):
            StatementParty.objects.create(statement=statement, country=country, role=role, order=order)
        for theme in themes:
            StatementTheme.objects.create(statement=statement, theme=theme)
    return statement


def make_position(statement: Statement, country: Country | None, theme: Theme, **fields: Any) -> Position:
    with recording(by=None, reason="Made for a test"):
        return Position.objects.create(
            statement=statement,
            country=country,
            theme=theme,
            **{"stance": "supports", "paraphrase": f"{country} spoke about {theme}.", **fields},
        )


def publish(record: Publishable, public_note: str = "", **options: Any) -> Release:
    """Take a draft all the way through the real actions: submitted, approved by somebody else, published."""
    people = {
        name: User.objects.get_or_create(username=name, defaults={"is_staff": True})[0]
        for name in ("researcher", "editor", "publisher")
    }
    submit(record=record, by=people["researcher"], reason="Ready for review")
    approve(record=record, by=people["editor"], reason="Compared with its sources")
    return publishing.publish(
        record=record, by=people["publisher"], reason="Release", public_note=public_note, **options
    )


def publish_statement(statement: Statement, public_note: str = "", **options: Any) -> StatementRelease:
    release = publish(statement, public_note, **options)
    assert isinstance(release, StatementRelease)
    return release
