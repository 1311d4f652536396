"""The files of public documents: always a download, never shown in the page's own origin."""

from __future__ import annotations

import re

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from meetings.models import MeetingDocument


def document_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file of a document that readers may see. 404 for any other, whether it exists or not."""
    return as_download(get_object_or_404(MeetingDocument.objects.public().exclude(file=""), pk=pk))


def as_download(document: MeetingDocument) -> HttpResponseBase:
    """The file with headers under which no browser runs it: attachment, exact type, no sniffing, sandbox."""
    try:
        handle = document.file.open("rb")
    except FileNotFoundError:
        raise Http404("The file is not in the store.") from None
    response = FileResponse(handle, as_attachment=True, filename=_safe(document), content_type=document.file_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["ETag"] = f'"{document.sha256[:32]}"'
    return response


def _safe(document: MeetingDocument) -> str:
    name = re.sub(r"[^\w.() -]+", "-", document.file_name).strip(". -")
    return name or f"document-{document.pk}"
