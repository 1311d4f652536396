"""A record with a file, at the desk: the upload, and the stored file for the team."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern
from django.utils.html import format_html

from editorial.actions.kept_file import take_file
from editorial.models import KeptFile
from editorial.rules.file_type import BadFile
from editorial.views.kept_file import as_download

from .tracked import TrackedAdmin, TrackedForm


class KeptFileForm(TrackedForm):
    """The record, and its file. Nothing is stored before the contents have been looked at."""

    upload = forms.FileField(
        label="File",
        required=False,
        help_text="PDF, Word, Excel, PowerPoint, OpenDocument text, plain text, PNG, JPEG or MP4; at most 25 MB, no "
        "macros.",
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


class KeptFileAdmin(TrackedAdmin):
    """A record of which the team may keep a file; ``stored`` leads to it, whether readers get it or not."""

    form = KeptFileForm
    readonly_fields = ("stored",)

    @admin.display(description="Stored file")
    def stored(self, record: KeptFile) -> str:
        if not record.file:
            return "–"
        address = self._address("file", record.pk)
        return format_html(
            '<a href="{}">{}</a> ({}, {})',
            address,
            record.file_name or "file",
            record.file_type,
            filesizeformat(record.file_size or 0),
        )

    def get_urls(self) -> list[URLPattern]:
        return [self.page_path("<int:pk>/file/", self.file_view, "file"), *super().get_urls()]

    def file_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The stored file for the team, whether readers see it or not; under the same headers as for them."""
        record = self.get_queryset(request).exclude(file="").filter(pk=pk).first()
        if record is None:
            raise Http404("There is no such file.")
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        return as_download(record)
