"""What the Monitor says of itself and of its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from countries.models import Country, Coverage, DomesticStep, FactKind, StateGroup, TreatyAction
from countries.queries.coverage import STANDINGS, coverage_of, record
from countries.queries.profiles import newest_releases
from editorial.queries import public_sources_counted
from meetings.models import ActionPlan, Attendance, Meeting
from meetings.queries.statements import listed
from stockpiles.models import (
    ActivityClaim,
    Article,
    ClearanceObligation,
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
    """How many public records of a kind (and scope) there are, and where to read them and take them along."""

    number: Callable[[datetime, str], int]
    url: str
    csv_url: str = ""


def _of_article(scope: str) -> int:
    return int(scope.removeprefix("article-"))


DECIDED = (Outcome.GRANTED, Outcome.REFUSED)

# One line for each kind of fact. {scope} is the treaty or the number of the article.
KEPT: dict[FactKind, Kept] = {
    FactKind.STATES: Kept(lambda at, scope: Country.objects.count(), "/countries/", "/countries.csv"),
    FactKind.TREATY_ACTS: Kept(
        lambda at, scope: TreatyAction.objects.filter(treaty__slug=scope).count(),
        "/treaties/{scope}/",
        "/treaties/{scope}.csv",
    ),
    FactKind.DOMESTIC_STEPS: Kept(lambda at, scope: DomesticStep.objects.count(), "/treaties/"),
    FactKind.GROUPS: Kept(lambda at, scope: StateGroup.objects.count(), "/treaties/"),
    FactKind.PROFILES: Kept(lambda at, scope: newest_releases(at).count(), "/countries/"),
    FactKind.MEETINGS: Kept(lambda at, scope: Meeting.objects.count(), "/meetings/", "/meetings.csv"),
    FactKind.ATTENDANCE: Kept(lambda at, scope: Attendance.objects.count(), "/meetings/"),
    FactKind.STATEMENTS: Kept(lambda at, scope: listed(at).count(), "/statements/", "/statements.csv"),
    FactKind.ACTION_PLANS: Kept(lambda at, scope: ActionPlan.objects.count(), "/action-plans/vientiane/"),
    FactKind.MUNITION_TYPES: Kept(
        lambda at, scope: MunitionType.objects.count(), "/stockpiles/munitions/", "/stockpiles/munitions.csv"
    ),
    FactKind.STOCKS: Kept(lambda at, scope: StockpileHolding.objects.count(), "/stockpiles/", "/stockpiles.csv"),
    FactKind.DESTRUCTION: Kept(
        lambda at, scope: DestructionRecord.objects.count(), "/stockpiles/", "/stockpiles.csv"
    ),
    FactKind.RETENTION: Kept(
        lambda at, scope: RetentionRecord.objects.count(), "/stockpiles/?status=retains", "/stockpiles.csv"
    ),
    FactKind.ACTIVITIES: Kept(lambda at, scope: ActivityClaim.objects.count(), "/stockpiles/"),
    FactKind.EXTENSION_REQUESTS: Kept(
        lambda at, scope: ExtensionRequest.objects.filter(article=_of_article(scope)).count(),
        "/stockpiles/deadlines/?article={scope}",
        "/stockpiles/deadlines.csv?article={scope}",
    ),
    FactKind.EXTENSION_DECISIONS: Kept(
        lambda at, scope: ExtensionRequest.objects.filter(article=_of_article(scope), outcome__in=DECIDED).count(),
        "/stockpiles/deadlines/?article={scope}",
        "/stockpiles/deadlines.csv?article={scope}",
    ),
    FactKind.COMPLETIONS: Kept(
        lambda at, scope: CompletionDeclaration.objects.filter(article=_of_article(scope)).count(),
        "/stockpiles/deadlines/?article={scope}",
        "/stockpiles/deadlines.csv?article={scope}",
    ),
    FactKind.CONTAMINATION: Kept(
        lambda at, scope: ClearanceObligation.objects.count(),
        f"/stockpiles/deadlines/?article={Article.CLEARANCE}",
        f"/stockpiles/deadlines.csv?article={Article.CLEARANCE}",
    ),
    FactKind.TRANSPARENCY_REPORTS: Kept(
        lambda at, scope: TransparencyReport.objects.count(), "/stockpiles/reports/", "/stockpiles/reports.csv"
    ),
    FactKind.PROGRAMMES: Kept(
        lambda at, scope: DestructionProgramme.objects.count(), "/stockpiles/peru/#programme"
    ),
}


@dataclass(frozen=True)
class CoverageLine:
    """One kind of fact on the page about the data."""

    coverage: Coverage
    number: int
    url: str
    csv_url: str


def _line(coverage: Coverage, at: datetime) -> CoverageLine:
    kept = KEPT[FactKind(coverage.kind)]
    scope = coverage.scope.removeprefix("article-")
    return CoverageLine(
        coverage,
        kept.number(at, coverage.scope),
        kept.url.format(scope=scope),
        kept.csv_url.format(scope=scope),
    )


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
        "crumbs": [("About the Monitor", "/about/"), ("About the data", None)],
    }
    return render(request, "pages/about_data.html", context)
