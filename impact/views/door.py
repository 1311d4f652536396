"""The door to contamination, clearance and casualties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from countries.models import FactKind, PublishedTotal, TotalMeasure, TotalSubject
from countries.queries.coverage import EVERY, asked
from countries.queries.published_totals import published_totals
from editorial.queries.kept import keeping
from editorial.queries.shown import ShownRecord, who_says

Shown = ShownRecord[PublishedTotal]


@dataclass(frozen=True)
class DoorFigure:
    """The newest published figure of a measure, in large type, with what it counts and who says so."""

    shown: Shown
    label: str
    url: str

    @property
    def who(self) -> str:
        return who_says(self.shown)


DOORS = (
    (TotalMeasure.CONTAMINATED, "states and areas contaminated", "contamination"),
    (TotalMeasure.AREA_CLEARED, "cleared in the world", "clearance"),
    (TotalMeasure.ALL, "people killed or injured", "casualties"),
)


def newest_of(totals: Iterable[Shown], measure: TotalMeasure) -> Shown | None:
    """The published figure of the newest year or day: never one of several years."""
    found = [
        shown
        for shown in totals
        if shown.record.measure == measure
        and shown.record.number is not None
        and (shown.record.year is not None or shown.record.as_of is not None)
    ]
    return max(found, key=_time, default=None)


def _time(shown: Shown) -> int:
    about = shown.record.as_of or shown.record.period_end
    return about.latest.toordinal() if about else 0


def figures_of(totals: Sequence[Shown]) -> list[DoorFigure]:
    """One of each subject, where any was published."""
    return [
        DoorFigure(shown, label, reverse(page))
        for measure, label, page in DOORS
        if (shown := newest_of(totals, measure)) is not None
    ]


def impact_page(request: HttpRequest) -> HttpResponse:
    """What the munitions leave behind: three figures as published, and the way to the lists."""
    totals = published_totals(
        TotalSubject.CONTAMINATION, TotalSubject.CLEARANCE, TotalSubject.CASUALTIES, kept=keeping()
    )
    kinds = (FactKind.CONTAMINATION, FactKind.CLEARANCE, FactKind.CASUALTIES)
    context = {
        "asked": asked(None, today=timezone.localdate(), about=tuple((kind, EVERY) for kind in kinds)),
        "figures": figures_of(totals),
        "crumbs": [("Impact", None)],
    }
    return render(request, "impact/door.html", context)
