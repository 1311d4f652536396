"""Photographs, videos and slides at the desk, with the file where the team keeps one."""

from django.contrib import admin

from countries.importing.medium import MEDIA
from countries.models import Medium
from editorial.admin.kept_file import KeptFileAdmin
from editorial.admin.sheet_pages import SheetPages


@admin.register(Medium)
class MediumAdmin(KeptFileAdmin, SheetPages):
    sheet = MEDIA
    list_display = ("country", "kind", "words", "made_on", "file_is_public", "stored")
    list_filter = ("kind", "file_is_public")
    list_select_related = ("country",)
    search_fields = ("country__name", "country__iso3", "words")
    autocomplete_fields = ("country", "source")
    sections = (
        (None, {"fields": ["country", ("kind", "number"), "words", ("made_on", "credit")]}),
        ("File", {"fields": ["upload", "stored", "file_is_public"]}),
        ("Source", {"fields": [("source", "source_locator")]}),
    )
