"""Article 7 reports: the grid of states and years, and one year at a time."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from countries.models import Country
from countries.queries.coverage import asked
from editorial.rules.horizon import Asked
from editorial.tables import dated
from editorial.views.days import bad_address
from editorial.views.known_at import answers_known_at, carried_on
from editorial.views.listing import csv_address, csv_response, file_response, xlsx_address
from editorial.views.parameters import refuse_unknown
from stockpiles.charts.reports import GRID_STATES, report_grid_figure, reports_known
from stockpiles.queries.records import DUTIES, READ
from stockpiles.queries.reports import FIRST_YEAR, ReportCell, ReportGrid, report_grid
from stockpiles.rules.reporting_calendar import ANNUAL_REPORT, FIRST_REPORT, annual_report_due
from stockpiles.tables.reports import rate_table, report_table


class ReportYearForm(forms.Form):
    """The calendar year reported on."""

    year = forms.IntegerField(
        label="Calendar year reported on", required=False, min_value=FIRST_YEAR, max_value=2999
    )


@dataclass(frozen=True)
class YearLine:
    """One state in the list of one year."""

    country: Country
    cell: ReportCell
    words: str


@answers_known_at(*READ)
def report_page(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """How many reports are on record, year by year, and every state's; every state and year (or one) as a file."""
    form = ReportYearForm(request.GET)
    refuse_unknown(request, form, also=())
    if not form.is_valid():
        return bad_address(request, form)
    view, when = _grid()
    year = form.cleaned_data["year"]
    if ending:
        name = f"article-7-reports-{year}" if year else "article-7-reports"
        return file_response(dated(report_table(view, year=year), when), name, ending)
    csv_url = carried_on(request, reverse("stockpile_reports_csv"))
    context = {
        "view": view,
        "asked": when,
        "law": {"first": FIRST_REPORT, "annual": ANNUAL_REPORT},
        "form": form,
        "year": year,
        "years": view.years[::-1],
        "lines": _lines(view, year),
        "due": annual_report_due(year) if year else None,
        "rate": next((rate for rate in view.rates if rate.year == year), None),
        "chart": reports_known(
            view, source_url="#grid", csv_url=carried_on(request, reverse("stockpile_report_rates_csv"))
        ),
        "grid": report_grid_figure(view, csv_url=csv_url),
        "files": [
            (csv_address(request), "CSV"),
            (xlsx_address(request), "Excel"),
        ],
        "crumbs": [("Stockpiles", "/stockpiles/"), ("Reports", None)],
    }
    return render(request, "stockpiles/reports.html", context)


@answers_known_at(*READ)
def rate_csv(request: HttpRequest) -> HttpResponseBase:
    """The numbers of the chart."""
    view, when = _grid()
    return csv_response(dated(rate_table(view), when), "article-7-rates")


def _grid() -> tuple[ReportGrid, Asked]:
    """The grid as of the last day that the record covers, and its two days."""
    when = asked(None, today=timezone.localdate(), about=DUTIES[7])
    return report_grid(as_of=when.day), when


def _lines(view: ReportGrid, year: int | None) -> list[YearLine]:
    if year is None or year not in view.years:
        return []
    place = view.years.index(year)
    return [YearLine(row.country, row.years[place], GRID_STATES[row.years[place].mark].name) for row in view.rows]
