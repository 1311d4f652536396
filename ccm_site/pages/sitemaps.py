"""The site map: every public page, with the day of its last change where that is known.

/sitemap.xml names its sections, each an address of its own: the pages of a table, or of a table that grows for ever a part
of them, so many numbers of its records each. So a file never grows, and a new record changes one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ccm_site.search import PAGES
from countries.models import (
    Country,
    CountryName,
    DomesticStep,
    Medium,
    NameInLanguage,
    ProfileRelease,
    StateEvent,
    Treaty,
    TreatyAction,
    TreatyAlias,
)
from countries.models.country_profile import language_query
from countries.queries.profiles import newest_releases
from editorial.models import Source, Tracked
from editorial.queries import public_sources
from editorial.queries.public_changes import public_changes
from editorial.views.addresses import addresses
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, PublishedDeadline
from meetings.models import (
    Absence,
    Action,
    ActionPlan,
    ActionPlanPart,
    Attendance,
    ListedStatement,
    Meeting,
    MeetingSpan,
    PlanAdoption,
    RecordedVote,
    Resolution,
    ResolutionSponsor,
    Theme,
    Vote,
)
from meetings.models.statement import slug_of
from stockpiles.models import (
    ActivityClaim,
    ClearanceObligation,
    CompletionDeclaration,
    DestructionProgramme,
    DestructionRecord,
    ExtensionRequest,
    MunitionOrigin,
    MunitionType,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)

PART = 500
"""So many numbers of records make a part."""

FIGURES = (StockpileHolding, DestructionRecord, RetentionRecord, ActivityClaim)
STOCKS = (
    *FIGURES,
    ExtensionRequest,
    CompletionDeclaration,
    ClearanceObligation,
    TransparencyReport,
    DestructionProgramme,
)
"""What a page of stocks is made of."""

Naming = tuple[tuple[type[Tracked], str], ...]
Page = tuple[str, datetime | None]
"""A path, and when what stands there last changed."""


def naming(field: str, *tables: type[Tracked]) -> Naming:
    """Tables whose rows stand on the page of the record that they name in this field."""
    return tuple((table, field) for table in tables)


def last_changes(rows: Iterable[tuple[type[Tracked], str]]) -> dict[int, datetime]:
    """By the id of a record: when one of the rows that make its page was last changed, or taken away.

    ``rows`` gives tables with the field in which they name the record ("id" for its own). One question a table.
    """
    newest: dict[int, datetime] = {}
    for model, name in rows:
        for pk, when in model.history.order_by().values_list(name).annotate(Max("history_date")):
            if pk is not None and (pk not in newest or newest[pk] < when):
                newest[pk] = when
    return newest


@dataclass(frozen=True)
class OfTable:
    """One page for each record of a table, by its slug; ``parts`` are the tables whose rows stand on it."""

    model: type[Country | Treaty | MunitionType | Meeting | Theme | ActionPlan | Resolution]
    page: str
    parts: Naming = ()

    def __call__(self, at: datetime) -> Iterator[Page]:
        page_of, changed = addresses(self.page, "a-slug"), self.changed(at)
        for pk, slug in self.model._default_manager.order_by("slug").values_list("pk", "slug"):
            yield page_of(slug), changed.get(pk)

    def changed(self, at: datetime) -> dict[int, datetime]:
        """By the id of a record."""
        return last_changes([(self.model, "id"), *self.parts])


class Dossiers(OfTable):
    """The dossier of each state and area, on which a newly released profile stands as well."""

    def changed(self, at: datetime) -> dict[int, datetime]:
        newest = super().changed(at)
        out = ProfileRelease.objects.visible(at).order_by().values_list("profile__country")
        for pk, when in out.annotate(Max("visible_from")):
            newest[pk] = max(when, newest.get(pk, when))
        return newest


def pages(at: datetime) -> Iterator[Page]:
    """Those that always exist: the first, and those that the search finds."""
    return ((reverse(name), None) for name in ("home", *(page.name for page in PAGES)))


IMPACT = (ContaminationClaim, ClearanceRecord, PublishedDeadline, CasualtyFigure)
"""What further stands on the page of a state."""
ON_STOCKS = naming("country", *STOCKS)
OF_STATES = naming(
    "country",
    *(CountryName, NameInLanguage, TreatyAction, DomesticStep, StateEvent, Medium),
    *(Vote, ResolutionSponsor),
)
WHOLE: dict[str, Callable[[datetime], Iterable[Page]]] = {
    "pages": pages,
    "countries": Dossiers(Country, "country", (*ON_STOCKS, *naming("country", *IMPACT), *OF_STATES)),
    # also where nothing is recorded: it says so
    "stockpiles": OfTable(Country, "stockpile", ON_STOCKS),
    "treaties": OfTable(Treaty, "treaty", naming("treaty", TreatyAction, TreatyAlias)),
    "munitions": OfTable(MunitionType, "munition_type", naming("munition_type", MunitionOrigin, *FIGURES)),
    "meetings": OfTable(Meeting, "meeting", naming("meeting", MeetingSpan, Attendance, Absence)),
    "themes": OfTable(Theme, "theme"),
    "resolutions": OfTable(Resolution, "resolution", naming("resolution", RecordedVote, ResolutionSponsor)),
    "plans": OfTable(ActionPlan, "action_plan", naming("plan", ActionPlanPart, Action, PlanAdoption)),
}


@dataclass(frozen=True)
class Numbered:
    """Pages of a table that grows for ever.

    public   the rows that readers see
    number   the field with the number of their record
    columns  what an address needs, and at the end the moment of the last change
    page     the name of the address, with parts like those in it
    parts    what stands in an address, and its ending, from the columns
    """

    public: Callable[[datetime], QuerySet[Any]]
    number: str
    columns: tuple[str, ...]
    page: tuple[object, ...]
    parts: Callable[..., tuple[tuple[object, ...], str]] = lambda *columns: (columns, "")

    def numbers(self, at: datetime) -> range:
        """The numbers of its parts, from the first row to the last. Two questions, each answered by an index."""
        of_rows = self.public(at).values_list(self.number, flat=True)
        first, last = of_rows.order_by(self.number)[:1], of_rows.order_by(f"-{self.number}")[:1]
        return range(min(first, default=0) // PART, max(last, default=-1) // PART + 1)

    def pages(self, part: int, at: datetime) -> Iterator[Page]:
        """Those whose record has a number of that part, in their order. One question."""
        name, *like = self.page
        page_of = addresses(str(name), *like)
        numbers = {f"{self.number}__gte": part * PART, f"{self.number}__lt": (part + 1) * PART}
        rows = self.public(at).filter(**numbers).order_by(self.number)
        for *columns, when in rows.values_list(*self.columns):
            parts, ending = self.parts(*columns)
            yield page_of(*parts) + ending, when


def _of_statement(number: int, title: str) -> tuple[tuple[object, ...], str]:
    return (number, slug_of(title)), ""


def _of_edition(country: str, theme: str, edition: int, language: str) -> tuple[tuple[object, ...], str]:
    return (country, theme, edition), language_query(language)


def _sources(at: datetime) -> QuerySet[Source]:
    versions = Source.history.filter(id=OuterRef("pk")).order_by("-history_date")
    return public_sources(at).annotate(changed=Subquery(versions.values("history_date")[:1]))


EDITION = ("profile__country__slug", "profile__theme__slug", "profile__edition", "profile__language")
IN_PARTS: dict[str, Numbered] = {
    "statements": Numbered(
        ListedStatement.objects.published,
        "statement",
        ("statement", "title", "visible_from"),
        ("statement", 1, "a-slug"),
        _of_statement,
    ),
    "editions": Numbered(
        newest_releases, "profile", (*EDITION, "visible_from"), ("profile", "a-slug", "a-theme", 1999), _of_edition
    ),
    "sources": Numbered(_sources, "pk", ("key", "changed"), ("source", "a-key")),
    "changes": Numbered(lambda at: public_changes(), "pk", ("public_id", "decided_at"), ("change", UUID(int=1))),
}


class Entry(NamedTuple):
    """A line of the file."""

    url: str
    day: str = ""


def index(request: HttpRequest) -> HttpResponse:
    """The sections, each by its address."""
    at, here = timezone.now(), request.build_absolute_uri("/")[:-1]
    found = [Entry(here + reverse("sitemap_section", args=[section])) for section in WHOLE]
    for section, numbered in IN_PARTS.items():
        part_of = addresses("sitemap_part", "a-section", 1)
        found += [Entry(here + part_of(section, part)) for part in numbered.numbers(at)]
    return _answer(request, "pages/sitemap_index.xml", found)


def section(request: HttpRequest, section: str) -> HttpResponse:
    """All pages of a table."""
    if section not in WHOLE:
        raise Http404("The site map has no such section.")
    return _written(request, WHOLE[section](timezone.now()))


def part(request: HttpRequest, section: str, part: int) -> HttpResponse:
    """Those pages of a table whose records have numbers of a part."""
    at = timezone.now()
    pages = list(IN_PARTS[section].pages(part, at)) if section in IN_PARTS else []
    if not pages:
        raise Http404("The site map has no such part.")
    return _written(request, pages)


def _written(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse:
    here = request.build_absolute_uri("/")[:-1]
    entries = [Entry(here + path, f"{when:%Y-%m-%d}" if when else "") for path, when in pages]
    return _answer(request, "pages/sitemap.xml", entries)


def _answer(request: HttpRequest, template: str, entries: list[Entry]) -> HttpResponse:
    """Search engines follow what it names; the file itself is none of their pages."""
    response = render(request, template, {"entries": entries}, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return response
