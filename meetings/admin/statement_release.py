"""Releases of statements at the desk: to read, never to change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from meetings.models import StatementRelease


@admin.register(StatementRelease)
class StatementReleaseAdmin(admin.ModelAdmin):
    list_display = ("title", "number", "released_at", "released_by", "change_kind")
    list_select_related = ("released_by",)
    search_fields = ("title",)
    fields = ("statement", "number", "released_at", "released_by", "visible_from", "public_note", "lead", "sha256")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
