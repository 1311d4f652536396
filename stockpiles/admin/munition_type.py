"""Types of cluster munitions, at the desk."""

from __future__ import annotations

from django.contrib import admin

from editorial.admin.sheet_pages import SheetPages
from editorial.admin.tracked import TrackedInline
from stockpiles.importing.munition_type import MUNITION_TYPES
from stockpiles.models import MunitionOrigin, MunitionType


class MunitionOriginInline(TrackedInline):
    model = MunitionOrigin
    autocomplete_fields = ("country",)
    verbose_name = "state the origin points to"
    verbose_name_plural = "states the origin points to"


@admin.register(MunitionType)
class MunitionTypeAdmin(SheetPages):
    sheet = MUNITION_TYPES
    list_display = ("designation", "kind", "origin", "submunition", "submunitions_per_munition", "verdict")
    list_filter = ("kind",)
    search_fields = ("designation", "also_called", "submunition", "origin")
    prepopulated_fields = {"slug": ("designation",)}
    inlines = (MunitionOriginInline,)
    sections = (
        (None, {"fields": ["designation", "slug", "also_called", ("kind", "origin"), "called_by_source"]}),
        (
            "Load",
            {
                "fields": [
                    "submunition",
                    ("submunitions_per_munition", "submunitions_approximate"),
                    ("mass_kg", "submunition_mass_kg"),
                ]
            },
        ),
        (
            "Article 2(2)",
            {
                "fields": [
                    "disperses_explosive_submunitions",
                    "exempt_purpose",
                    "engages_single_target",
                    "self_destructs_electronically",
                    "self_deactivates_electronically",
                ],
                "description": "Only what a source says; leave the rest unknown. All five tests of (c) have to be "
                "passed for a munition to be excluded.",
            },
        ),
        ("What the sources say", {"fields": ["note"]}),
    )

    @admin.display(description="Article 2(2)")
    def verdict(self, munition_type: MunitionType) -> str:
        return munition_type.classification().value.verdict.value.replace("_", " ")
