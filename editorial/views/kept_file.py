"""The file of a record as it is sent: always a download, never shown in the page's own origin."""

from __future__ import annotations

import re

from django.http import FileResponse, Http404, HttpResponseBase

from editorial.models import KeptFile


def as_download(record: KeptFile) -> HttpResponseBase:
    """The file with headers under which no browser runs it: attachment, exact type, no sniffing, sandbox."""
    try:
        handle = record.file.open("rb")
    except FileNotFoundError:
        raise Http404("The file is not in the store.") from None
    response = FileResponse(handle, as_attachment=True, filename=_safe(record), content_type=record.file_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["ETag"] = f'"{record.sha256[:32]}"'
    return response


def _safe(record: KeptFile) -> str:
    name = re.sub(r"[^\w.() -]+", "-", record.file_name).strip(". -")
    return name or f"document-{record.pk}"
