"""Stocks at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from stockpiles.models import StockpileHolding

from .claims import CERTAINTY, SOURCES, FigureAdmin, figures
from .table_import import TableImportPages
from .work_lists import ContradictionPages


@admin.register(StockpileHolding)
class StockpileHoldingAdmin(TableImportPages, ContradictionPages, FigureAdmin):
    table = "holding"
    list_display = ("country", "munition_type", "kind", figures, "as_of", "made_on", "certainty", "rank")
    list_filter = ("kind", "rank", "certainty")
    autocomplete_fields = ("country", "munition_type", "counterpart")
    change_list_template = "admin/stockpiles/holding_list.html"
    sections = (
        (None, {"fields": ["country", ("munition_type", "kind"), "as_of"]}),
        (
            "Figures",
            {
                "fields": [
                    ("munitions", "munitions_rounded"),
                    ("submunitions", "submunitions_rounded"),
                    ("holder", "counterpart"),
                ],
                "description": "Munitions and the submunitions in them are two numbers; leave empty what is unknown.",
            },
        ),
        SOURCES,
        CERTAINTY,
    )

    def kind_of(self, record: Any) -> str:
        return str(record.kind)
