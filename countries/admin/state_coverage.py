"""Texts read on states, at the desk."""

from django.contrib import admin

from countries.importing.state_coverage import STATE_COVERAGE
from countries.models import StateCoverage
from editorial.admin.sheet_pages import SheetPages


@admin.register(StateCoverage)
class StateCoverageAdmin(SheetPages):
    sheet = STATE_COVERAGE
    list_display = ("country", "newest_text", "missing")
    list_select_related = ("country",)
    search_fields = ("country__name", "country__iso3", "missing")
    autocomplete_fields = ("country",)
    sections = ((None, {"fields": ["country", "newest_text", "missing", "note"]}),)
