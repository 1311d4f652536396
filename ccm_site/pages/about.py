"""What the Monitor says of itself and of its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from countries.models import (
    Country,
    Coverage,
    DomesticStep,
    FactKind,
    NationalLaw,
    PublishedTotal,
    StateEvent,
    StateGroup,
    TreatyAction,
)
from countries.queries.coverage import STANDINGS, coverage_of, record
from countries.queries.profiles import newest_releases
from editorial.models import Tracked
from editorial.queries import public_sources_counted
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim
from meetings.models import ActionPlan, Attendance, InterpretivePosition, Meeting, Vote
from meetings.queries.statements import listed
from stockpiles.models import (
    ActivityClaim,
    CompletionDeclaration,
    DestructionProgramme,
    DestructionRecord,
    ExtensionRequest,
    MunitionType,
    Outcome,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)


@dataclass(frozen=True)
class Kept:
    """The public records of a kind at a moment, and where to read them and take them along.

    ``scope`` is the field that the scope of the kind narrows. {scope} in an address is the treaty or the number of
    the article.
    """

    records: Callable[[datetime], QuerySet[Any]]
    url: str
    csv_url: str = ""
    scope: str = ""

    def number(self, at: datetime, scope: str) -> int:
        rows = self.records(at)
        return rows.filter(**{self.scope: scope}).count() if self.scope else rows.count()


def every(model: type[Tracked]) -> Callable[[datetime], QuerySet[Any]]:
    """A table all of whose rows are public."""
    return lambda at: model._default_manager.all()


def _decided(at: datetime) -> QuerySet[ExtensionRequest]:
    return ExtensionRequest.objects.filter(outcome__in=(Outcome.GRANTED, Outcome.REFUSED))


BOARD = ("/stockpiles/deadlines/?article={scope}", "/stockpiles/deadlines.csv?article={scope}")

KEPT: dict[FactKind, Kept] = {
    FactKind.STATES: Kept(every(Country), "/countries/", "/countries.csv"),
    FactKind.TREATY_ACTS: Kept(every(TreatyAction), "/treaties/{scope}/", "/treaties/{scope}.csv", "treaty__slug"),
    FactKind.DOMESTIC_STEPS: Kept(every(DomesticStep), "/treaties/"),
    FactKind.EVENTS: Kept(every(StateEvent), "/countries/"),
    FactKind.NATIONAL_LAWS: Kept(every(NationalLaw), "/laws/", "/laws.csv"),
    FactKind.GROUPS: Kept(every(StateGroup), "/groups/"),
    FactKind.PROFILES: Kept(newest_releases, "/countries/"),
    FactKind.MEETINGS: Kept(every(Meeting), "/meetings/", "/meetings.csv"),
    FactKind.ATTENDANCE: Kept(every(Attendance), "/meetings/"),
    FactKind.STATEMENTS: Kept(listed, "/statements/", "/statements.csv"),
    FactKind.VOTES: Kept(every(Vote), "/votes/", "/votes/all.csv"),
    FactKind.INTERPRETIVE_POSITIONS: Kept(every(InterpretivePosition), "/positions/", "/positions.csv"),
    FactKind.ACTION_PLANS: Kept(every(ActionPlan), "/action-plans/vientiane/"),
    FactKind.MUNITION_TYPES: Kept(every(MunitionType), "/stockpiles/munitions/", "/stockpiles/munitions.csv"),
    FactKind.STOCKS: Kept(every(StockpileHolding), "/stockpiles/", "/stockpiles.csv"),
    FactKind.DESTRUCTION: Kept(every(DestructionRecord), "/stockpiles/", "/stockpiles.csv"),
    FactKind.RETENTION: Kept(every(RetentionRecord), "/stockpiles/?status=retains", "/stockpiles.csv"),
    FactKind.ACTIVITIES: Kept(every(ActivityClaim), "/stockpiles/"),
    FactKind.EXTENSION_REQUESTS: Kept(every(ExtensionRequest), *BOARD, "article"),
    FactKind.EXTENSION_DECISIONS: Kept(_decided, *BOARD, "article"),
    FactKind.COMPLETIONS: Kept(every(CompletionDeclaration), *BOARD, "article"),
    FactKind.CONTAMINATION: Kept(every(ContaminationClaim), "/contamination/", "/contamination.csv"),
    FactKind.CLEARANCE: Kept(every(ClearanceRecord), "/clearance/", "/clearance.csv"),
    FactKind.CASUALTIES: Kept(every(CasualtyFigure), "/casualties/", "/casualties.csv"),
    FactKind.PUBLISHED_TOTALS: Kept(every(PublishedTotal), "/published-totals/", "/published-totals.csv"),
    FactKind.TRANSPARENCY_REPORTS: Kept(
        every(TransparencyReport), "/stockpiles/reports/", "/stockpiles/reports.csv"
    ),
    FactKind.PROGRAMMES: Kept(every(DestructionProgramme), "/stockpiles/peru/#programme"),
}
"""One line for each kind of fact."""


def _line(coverage: Coverage, at: datetime) -> dict[str, Any]:
    kept = KEPT[FactKind(coverage.kind)]
    scope = coverage.scope.removeprefix("article-")
    return {
        "coverage": coverage,
        "number": kept.number(at, scope),
        "url": kept.url.format(scope=scope),
        "csv_url": kept.csv_url.format(scope=scope),
    }


def about(request: HttpRequest) -> HttpResponse:
    """What the Monitor is and how its pages come about."""
    return render(request, "pages/about.html", {"crumbs": [("About the Monitor", None)]})


def about_data(request: HttpRequest) -> HttpResponse:
    """What is recorded of each kind, up to which day, checked by what, what is missing, how to take it along."""
    at = timezone.now()
    context = {
        "lines": [_line(row, at) for row in coverage_of(*FactKind)],
        "asked": record().asked(None, today=at.date(), about=STANDINGS),
        "sources": public_sources_counted(at),
        "crumbs": [("About the Monitor", reverse("about")), ("About the data", None)],
    }
    return render(request, "pages/about_data.html", context)
