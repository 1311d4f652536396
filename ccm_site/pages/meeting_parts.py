"""What meetings and statements add to the home page and to a country's page."""

from __future__ import annotations

from collections.abc import Iterable

from countries.models import Country
from meetings.models import Statement
from meetings.queries.country import last_attended, said_by
from meetings.queries.interpretive_positions import views_of
from meetings.queries.state_votes import votes_of
from meetings.queries.statements import listed
from meetings.queries.took_part import took_part

from .parts import Content, Fact, PageMoment

NEWEST = 6


def last_meeting(country: Country, at: PageMoment) -> Iterable[Fact]:
    """The newest meeting at which a source on record names it; the list of those present is never complete."""
    meeting = at.of_acts(country, "last meeting", lambda: last_attended(country))
    if meeting is not None:
        spans = ", ".join(str(span) for span in meeting.spans.all())
        basis = f"{spans}. Attendance is recorded here only in part: this says nothing about later meetings."
        yield Fact(
            "Newest meeting with it on record", meeting.short_name, basis=basis, url=meeting.get_absolute_url()
        )


def meetings_of(country: Country, at: PageMoment) -> Content:
    """At which conferences and meetings it was."""
    found = took_part(country)
    return {"meetings": found} if found else None


def votes_at_the_assembly(country: Country, at: PageMoment) -> Content:
    """How it voted on the resolutions of the General Assembly."""
    found = votes_of(country)
    return {"votes": found} if found else None


def interpretive_positions(country: Country, at: PageMoment) -> Content:
    """What it holds on disputed questions outside its statements."""
    found = at.of_acts(country, "interpretive positions", lambda: views_of(country))
    return {"rows": found} if found else None


def what_it_said(country: Country, at: PageMoment) -> Content:
    """Its newest statements, its positions by theme, and with whom it speaks."""
    said = said_by(country, at.now)
    return None if said is None else {"said": said}


def newest_statements(at: PageMoment) -> Content:
    """The statements that came out last."""
    statements = at.kept.value(
        "newest statements",
        lambda: list(listed(at.now).order_by("-visible_from", "-pk")[:NEWEST]),
        on=(Statement.SHOWN_ON,),
    )
    return {"statements": statements} if statements else None
