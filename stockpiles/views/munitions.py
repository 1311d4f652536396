"""Types of cluster munitions."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString

from countries.models import FactKind
from countries.views.coverage import dated_now
from editorial.queries.kept import keeping
from editorial.views.listing import file_response
from editorial.views.pieces import pieces
from stockpiles.models import MunitionType
from stockpiles.models.of_state import OfState
from stockpiles.queries.munitions import TypeRow, type_page, type_rows
from stockpiles.tables.munitions import type_table


def munition_list(request: HttpRequest, ending: str = "") -> HttpResponseBase:
    """Every type on record: as a page, or as a file."""
    kept, on = keeping(), (OfState.SHOWN_ON,)
    rows = kept.value("munition types", type_rows, on=on)
    if ending:
        return file_response(dated_now(type_table(rows), FactKind.MUNITION_TYPES), "munition-types", ending)
    context = {
        "rows": rows,
        "lines": kept.value("lines of munition types", lambda: _lines(rows), on=on),
        "csv_url": reverse("munition_types_csv"),
        "xlsx_url": reverse("munition_types_xlsx"),
        "crumbs": [("Stockpiles", "/stockpiles/"), ("Munitions", None)],
    }
    return render(request, "stockpiles/munition_list.html", context)


def _lines(rows: Sequence[TypeRow]) -> SafeString:
    return SafeString("".join(pieces("stockpiles/_munition_lines.html", rows, base=reverse("stockpiles"))))


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
