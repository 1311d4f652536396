"""Documents of meetings at the desk, with the file where the team keeps a copy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern
from django.utils.html import format_html

from editorial.admin.tracked import TrackedAdmin, TrackedForm
from meetings.actions.documents import take_file
from meetings.models import MeetingDocument
from meetings.rules.file_type import BadFile
from meetings.views.document import as_download


class MeetingDocumentForm(TrackedForm):
    """The document, and its file. Nothing is stored before the contents have been looked at."""

    upload = forms.FileField(
        label="File",
        required=False,
        help_text="PDF, Word, Excel, PowerPoint, OpenDocument text, plain text, PNG or JPEG; at most 25 MB, no macros.",
    )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        upload = self.cleaned_data.get("upload")
        if upload and not self.errors:
            try:
                take_file(self.instance, upload)
            except BadFile as problem:
                self.add_error("upload", str(problem))
        return cleaned


@admin.register(MeetingDocument)
class MeetingDocumentAdmin(TrackedAdmin):
    form = MeetingDocumentForm
    list_display = ("title", "meeting", "kind", "un_symbol", "date", "is_public", "stored")
    list_filter = ("kind", "is_public")
    list_select_related = ("meeting",)
    search_fields = ("title", "un_symbol", "meeting__name", "meeting__short_name")
    autocomplete_fields = ("meeting", "source")
    readonly_fields = ("stored",)
    sections = (
        (None, {"fields": ["meeting", "kind", "title", "un_symbol", ("date", "language"), "source"]}),
        ("File", {"fields": ["upload", "stored", "is_public"]}),
    )

    @admin.display(description="Stored file")
    def stored(self, document: MeetingDocument) -> str:
        if not document.file:
            return "–"
        address = self._address("file", document.pk)
        return format_html(
            '<a href="{}">{}</a> ({}, {})',
            address,
            document.file_name or "file",
            document.file_type,
            filesizeformat(document.file_size or 0),
        )

    def get_urls(self) -> list[URLPattern]:
        return [self.page_path("<int:pk>/file/", self.file_view, "file"), *super().get_urls()]

    def file_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The stored file for the team, whether readers see it or not; under the same headers as for them."""
        document = self.get_queryset(request).exclude(file="").filter(pk=pk).first()
        if document is None:
            raise Http404("There is no such file.")
        if not self.has_view_permission(request, document):
            raise PermissionDenied
        return as_download(document)
