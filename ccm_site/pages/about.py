"""What the Monitor says of itself and of its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from countries.models import Country, TreatyAction
from countries.queries.profiles import newest_releases
from editorial.queries import public_sources_counted
from stockpiles.models import ExtensionRequest, StockpileHolding, TransparencyReport


@dataclass(frozen=True)
class DataSet:
    """One kind of record: how many the public can read, how complete it is, and where to get it."""

    title: str
    number: Callable[[datetime], int]
    completeness: str
    url: str
    csv_url: str = ""


# One line for each kind of record; an app adds its own.
DATA_SETS: list[DataSet] = [
    DataSet(
        "States and other areas",
        lambda at: Country.objects.count(),
        "All UN members, the Holy See, Palestine, Cook Islands and Niue, and the other areas the Monitor reports on.",
        "/countries/",
        "/countries.csv",
    ),
    DataSet(
        "Acts towards treaties",
        lambda at: TreatyAction.objects.count(),
        "Every signature and deposit that the depositary listed on 3 February 2026 for the five instruments.",
        "/treaties/",
    ),
    DataSet(
        "Claims on stocks",
        lambda at: StockpileHolding.objects.count(),
        "Most States Parties that ever held stocks, with the latest figures seen; earlier figures only in part.",
        "/stockpiles/",
        "/stockpiles.csv",
    ),
    DataSet(
        "Extension requests",
        lambda at: ExtensionRequest.objects.count(),
        "In part: those that a document seen here names.",
        "/stockpiles/deadlines/",
        "/stockpiles/deadlines.csv",
    ),
    DataSet(
        "Transparency reports",
        lambda at: TransparencyReport.objects.count(),
        "In part: those that profiles name. A report that is missing here may well have been submitted.",
        "/stockpiles/reports/",
        "/stockpiles/reports.csv",
    ),
    DataSet(
        "Profile editions",
        lambda at: newest_releases(at).count(),
        "Those that have been edited, reviewed and published here.",
        "/countries/",
    ),
    DataSet(
        "Sources",
        lambda at: public_sources_counted(at).total,
        "Every document that a published page rests on. Compared with the document is only what somebody has read.",
        "/sources/",
        "/sources.csv",
    ),
]


def about(request: HttpRequest) -> HttpResponse:
    """What the Monitor is and how its pages come about."""
    return render(request, "pages/about.html", {"crumbs": [("About the Monitor", None)]})


def about_data(request: HttpRequest) -> HttpResponse:
    """What is recorded, how complete it is, how to take it along."""
    at = timezone.now()
    rows = [(data_set, data_set.number(at)) for data_set in DATA_SETS]
    sources = public_sources_counted(at)
    crumbs = [("About the Monitor", "/about/"), ("About the data", None)]
    return render(
        request,
        "pages/about_data.html",
        {"data_sets": rows, "sources": sources, "today": at.date(), "crumbs": crumbs},
    )
