"""Stocks at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest

from stockpiles.importing.at_the_desk import AT_THE_DESK
from stockpiles.importing.holding import HOLDINGS
from stockpiles.models import HoldingKind, StockpileHolding
from stockpiles.queries.state_stock import completed_on
from stockpiles.rules.dated import bounds
from stockpiles.rules.opening_date import opening_after_end

from .claims import CERTAINTY, SOURCES, FigureAdmin, counted, figures
from .work_lists import ContradictionPages


@admin.register(StockpileHolding)
class StockpileHoldingAdmin(ContradictionPages, FigureAdmin):
    sheet = HOLDINGS
    sheets = AT_THE_DESK
    list_display = ("country", "munition_type", "kind", figures, "as_of", "made_on", "certainty", "rank")
    list_filter = ("kind", "rank", "certainty")
    autocomplete_fields = ("country", "munition_type", "counterpart")
    change_list_template = "admin/stockpiles/holding_list.html"
    sections = (
        (None, {"fields": ["country", ("munition_type", "kind"), "as_of"]}),
        counted(
            ("holder", "counterpart"),
            description="Munitions and the submunitions in them are two numbers; leave empty what is unknown.",
        ),
        SOURCES,
        CERTAINTY,
    )

    def say_what_follows(self, request: HttpRequest, record: Any) -> None:
        super().say_what_follows(request, record)
        if record.kind == HoldingKind.DECLARED:
            done = completed_on(record.country_id)
            if words := opening_after_end(bounds(record.as_of), done):
                self.message_user(request, words, messages.WARNING)
