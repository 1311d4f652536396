"""The preview of a working copy: as readers would see it, for the team only."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern

from editorial.actions import publishing

from .record_pages import RecordPages
from .standing import standing_words


class Preview(RecordPages):
    """A record whose desk names a ``preview_template`` can be looked at before it is published."""

    preview_template = ""

    def get_urls(self) -> list[URLPattern]:
        return [self.record_path("preview/", self.preview_view, "preview"), *super().get_urls()]

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The working copy as readers would see it: for the team only, marked as a preview, never stored."""
        record = self._seen(request, object_id)
        if not self.preview_template:
            raise Http404(f"A {self.opts.verbose_name} has no preview.")
        release = publishing.compose(record, facts=self.facts(record))
        context = {
            "release": release,
            "record": record,
            "sources": list(release.payload["sources"].values()),
            "back_url": self._address("change", record.pk),
            "preview_words": f"Preview for the team: {standing_words(record).lower()}. Readers do not see this.",
        }
        return TemplateResponse(request, self.preview_template, self.preview_context(record, context))

    def preview_context(self, record: Any, context: dict[str, Any]) -> dict[str, Any]:
        """What the preview's template needs beside the release; a record's own desk adds to it."""
        return context

    def facts(self, record: Any) -> list[dict[str, Any]]:
        """The computed facts that publishing today would freeze beside the text."""
        return []
