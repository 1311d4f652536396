"""The files of public documents: always a download, never shown in the page's own origin."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from editorial.views.kept_file import as_download
from meetings.models import MeetingDocument


def document_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file of a document that readers may see. 404 for any other, whether it exists or not."""
    return as_download(get_object_or_404(MeetingDocument.objects.public().exclude(file=""), pk=pk))
