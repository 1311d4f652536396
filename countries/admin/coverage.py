"""How far the record reaches, at the desk: moved on after somebody has looked again."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from countries.models import Coverage
from editorial.admin.tracked import TrackedAdmin


@admin.register(Coverage)
class CoverageAdmin(TrackedAdmin):
    list_display = ("kind", "scope", "extent", "complete_until", "checked_on", "source")
    list_filter = ("extent", "kind")
    list_select_related = ("source",)
    search_fields = ("scope", "covers", "missing", "source__key", "source__title")
    autocomplete_fields = ("source",)
    sections = (
        (
            None,
            {
                "fields": [("kind", "scope"), ("extent", "complete_until")],
                "description": "Nothing on the site speaks of a later day as if it were known. A state is called overdue "
                "by silence only where decisions and completions of the article are whole.",
            },
        ),
        ("How it was checked", {"fields": ["source", "checked_on"]}),
        ("What readers are told", {"fields": ["covers", "missing"]}),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("covers", "missing") and field is not None:
            field.widget.attrs["rows"] = 3  # a sentence each
        return field
