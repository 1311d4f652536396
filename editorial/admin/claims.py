"""What the forms of all claims share."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest

from .researched_text import ResearchedTextWidget
from .sheet_pages import SheetPages
from .tracked import TrackedAdmin

CERTAINTY = ("How sure, and which counts", {"fields": [("certainty", "rank"), "rank_reason"]})
SOURCES = ("What the source says", {"fields": ["note", "made_on"], "classes": ["below-what-follows"]})


class NoteWidget(ResearchedTextWidget):
    """The editor of texts, as high as a note needs it."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["rows"] = 6
        return context


#: How the longer texts of a form are written, by the name of their field.
TEXTS: dict[str, forms.Widget | type[forms.Widget]] = {
    "note": NoteWidget,
    "rank_reason": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    "explanation": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
}


class ShortTexts(TrackedAdmin):
    """A form whose longer texts are no higher than they need be."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in TEXTS:
            kwargs["widget"] = TEXTS[db_field.name]
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class ClaimAdmin(ShortTexts, SheetPages):
    """A claim on a state: facts first, then the sources, then how sure it is."""

    search_fields = ("country__name", "country__iso3", "country__names__name")
    list_select_related: ClassVar[tuple[str, ...]] = ("country",)
