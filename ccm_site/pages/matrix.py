"""The matrix: every state against what is on record of it, with a choice of columns, sorted, filtered and as a file.

A question over several facts is one address: which producers outside the convention were not named as there at the last two
meetings is ``/matrix/?standing=…&production=now&meetings=not-recorded``.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from countries.models import CountryKind
from stockpiles.models import Activity

from . import impact_marks, matrix_marks, stock_parts, treaty_parts
from .country_list import regions
from .law_parts import law_marks
from .matrix_tables import matrix_moment
from .parts import PageFacet
from .state_table import StateTable
from .vote_marks import vote_marks

FACETS: list[PageFacet] = [
    PageFacet("standing", "Towards the convention", treaty_parts.standing_marks, any="Any standing"),
    PageFacet("law", "National law", law_marks, any="Any law"),
    PageFacet("use", "Use", matrix_marks.activity_marks(Activity.USE), any="Any answer"),
    PageFacet("production", "Production", matrix_marks.activity_marks(Activity.PRODUCTION), any="Any answer"),
    PageFacet("stockpile", "Stockpile", stock_parts.stock_marks, any="Any stockpile"),
    PageFacet("contamination", "Contamination", impact_marks.contamination_marks, any="Any answer"),
    PageFacet("clearance", "Clearance", matrix_marks.clearance_marks, any="Any clearance"),
    PageFacet("casualties", "Casualties", impact_marks.casualty_marks, any="Any figure"),
    PageFacet("report", "Newest report", matrix_marks.report_marks, any="Any report"),
    PageFacet("meetings", "Last two meetings", matrix_marks.meeting_marks, any="There or not"),
    PageFacet("vote", "Newest vote at the UN", vote_marks, any="Any vote"),
    PageFacet("region", "Region", regions, any="Any region"),
]

TABLE = StateTable("matrix", FACETS, noun=("state", "states"), is_wide=True, only=CountryKind.STATE)


def matrix(request: HttpRequest) -> HttpResponse:
    """All states against the facts that are on record of them."""
    at = matrix_moment()
    shown = TABLE.shown(request, at)
    context = {
        "listing": shown.listing,
        "rows": TABLE.written(shown, at),
        "asked": at.stocks,
        "meetings": matrix_marks.last_meetings(at),
        "crumbs": [("Countries", "/countries/"), ("Matrix", None)],
    }
    return render(request, "pages/matrix.html", context, status=shown.listing.status)


def matrix_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The rows that are asked for as a file, with every column and what stands below each word."""
    at = matrix_moment()
    return TABLE.file(request, at, at.stocks, ending)
