"""The first page: what this is, the figures that matter today, what is new.

Composed from plain lists: an app adds one line to FIGURES (at most four are shown, in the order of the list) or to
SECTIONS (with a template in templates/_partials/).
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from countries.models import Country, CountryProfile
from countries.queries.profiles import editions_seen, newest_first

from . import meeting_parts, question_parts, stock_parts, treaty_parts
from .parts import Content, HomeSection, PageFigure, PageMoment, this_moment

PROFILES = (CountryProfile.SHOWN_ON,)
MOST_FIGURES = 4
NEWEST = 6


def states_on_record(at: PageMoment) -> PageFigure | None:
    """How many states the Monitor keeps."""
    number = at.kept.value("states on record", Country.objects.states().count)
    return PageFigure(
        f"{number}", "states on record", "all that can join the convention", "/countries/?kind=state"
    )


def editions_published(at: PageMoment) -> PageFigure | None:
    """How many editions readers can see."""
    number = at.kept.value("editions seen", lambda: editions_seen(at.now), on=PROFILES)
    basis = "each at a lasting address"
    return PageFigure(
        f"{number:,}", "profile editions published" if number != 1 else "profile edition published", basis
    )


def newest_editions(at: PageMoment) -> Content:
    """The editions and corrections that came out last."""
    releases = at.kept.value("newest editions", lambda: list(newest_first(at.now)[:NEWEST]), on=PROFILES)
    return {"releases": releases} if releases else None


FIGURES: list[Callable[[PageMoment], PageFigure | None]] = [
    treaty_parts.states_parties,
    stock_parts.stocks_destroyed,
    states_on_record,
    editions_published,
]
SECTIONS: list[HomeSection] = [
    HomeSection(
        "questions",
        "Four questions",
        "_partials/home_questions.html",
        question_parts.four_questions,
        "/matrix/",
        "Every state against every fact",
    ),
    HomeSection(
        "map",
        "The convention, by the record",
        "_partials/home_map.html",
        treaty_parts.map_of_today,
        "/treaties/ccm/",
        "Any other day",
    ),
    HomeSection(
        "due",
        "Deadlines ahead, and those whose outcome is open",
        "_partials/home_falling_due.html",
        stock_parts.falling_due,
        "/stockpiles/deadlines/",
        "All deadlines",
    ),
    HomeSection("newest", "Newest editions", "_partials/home_newest_editions.html", newest_editions),
    HomeSection(
        "statements",
        "Statements published here last",
        "_partials/home_newest_statements.html",
        meeting_parts.newest_statements,
        "/statements/",
        "All statements",
    ),
]


def home(request: HttpRequest) -> HttpResponse:
    """One sentence of what this is, headline figures with date and basis, what is new."""
    at = this_moment()
    figures = [figure for make in FIGURES if (figure := make(at)) is not None][:MOST_FIGURES]
    sections = [(section, content) for section in SECTIONS if (content := section.content(at)) is not None]
    return render(request, "pages/home.html", {"figures": figures, "sections": sections, "asked": at.standings})
