"""Completions, at the desk."""

from django.contrib import admin

from stockpiles.importing.completion_declaration import COMPLETIONS
from stockpiles.models import CompletionDeclaration

from .claims import CERTAINTY, SOURCES, ClaimAdmin


@admin.register(CompletionDeclaration)
class CompletionDeclarationAdmin(ClaimAdmin):
    sheet = COMPLETIONS
    list_display = ("country", "article", "last_item_on", "announced_on", "declared_on", "rank")
    list_filter = ("article", "rank", "certainty")
    autocomplete_fields = ("country", "obligation")
    sections = (
        (None, {"fields": ["country", ("article", "obligation")]}),
        (
            "Three dates",
            {
                "fields": ["last_item_on", "announced_on", ("declared_on", "declared_at"), "margin_as_stated"],
                "description": "Sources print one for another. The first is compared with the deadline.",
            },
        ),
        SOURCES,
        CERTAINTY,
    )
