"""Releases of statements at the desk: to read, never to change."""

from __future__ import annotations

from django.contrib import admin

from editorial.admin.read_only import ReleaseAdmin
from meetings.models import StatementRelease


@admin.register(StatementRelease)
class StatementReleaseAdmin(ReleaseAdmin):
    list_display = ("title", "number", "released_at", "released_by", "change_kind")
    list_select_related = ("released_by",)
    search_fields = ("title",)
    fields = (
        *("statement", "number", "released_at", "released_by", "visible_from", "taken_back_at"),
        *("public_note", "lead", "sha256"),
    )
