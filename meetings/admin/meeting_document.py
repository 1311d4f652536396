"""Documents of meetings at the desk, with the file where the team keeps a copy."""

from __future__ import annotations

from django.contrib import admin

from editorial.admin.kept_file import KeptFileAdmin
from meetings.models import MeetingDocument


@admin.register(MeetingDocument)
class MeetingDocumentAdmin(KeptFileAdmin):
    list_display = ("title", "meeting", "kind", "un_symbol", "date", "is_public", "stored")
    list_filter = ("kind", "is_public")
    list_select_related = ("meeting",)
    search_fields = ("title", "un_symbol", "meeting__name", "meeting__short_name")
    autocomplete_fields = ("meeting", "source")
    sections = (
        (None, {"fields": ["meeting", "kind", "title", "un_symbol", ("date", "language"), "source"]}),
        ("File", {"fields": ["upload", "stored", "is_public"]}),
    )
