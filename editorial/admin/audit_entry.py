"""The audit log at the desk: to read and to search, for administrators; nobody changes it."""

from __future__ import annotations

from django.contrib import admin

from editorial.models import AuditEntry

from .read_only import ReadOnlyAdmin


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ("at", "action", "username", "about", "detail")
    list_filter = ("action", "at")
    list_select_related = ("user",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("username", "about", "detail")
    date_hierarchy = "at"
    ordering = ("-at", "-pk")
