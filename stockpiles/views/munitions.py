"""Types of cluster munitions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from countries.models import FactKind
from countries.views.coverage import dated_now
from editorial.views.listing import file_response
from stockpiles.models import MunitionType
from stockpiles.queries.munitions import type_page, type_rows
from stockpiles.tables.munitions import type_table


def munition_list(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every type on record: as a page, or as a file."""
    rows = type_rows()
    if ending:
        return file_response(dated_now(type_table(rows), FactKind.MUNITION_TYPES), "munition-types", ending)
    context = {
        "rows": rows,
        "csv_url": reverse("munition_types_csv"),
        "xlsx_url": reverse("munition_types_xlsx"),
        "crumbs": [("Stockpiles", "/stockpiles/"), ("Munitions", None)],
    }
    return render(request, "stockpiles/munition_list.html", context)


def munition_page(request: HttpRequest, munition: str) -> HttpResponse:
    """One type: what it is, whether Article 2 calls it a cluster munition, who holds or held it."""
    page = type_page(get_object_or_404(MunitionType, slug=munition))
    context = {
        "page": page,
        "crumbs": [
            ("Stockpiles", "/stockpiles/"),
            ("Munitions", reverse("munition_types")),
            (page.munition_type.designation, None),
        ],
    }
    return render(request, "stockpiles/munition.html", context)
