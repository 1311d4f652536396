"""The files of photographs and videos that readers may have: always a download."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from countries.models import Medium
from editorial.views.kept_file import as_download


def medium_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file where readers get it. 404 for any other, whether it exists or not."""
    return as_download(get_object_or_404(Medium.objects.filter(file_is_public=True).exclude(file=""), pk=pk))
