"""The preview of a working copy: as readers would see it, for the team only."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern

from editorial.actions import publishing
from editorial.public.noun import PublicNoun
from editorial.public.pages import preview_context

from .discussion import Discussion
from .standing import standing_words


class Preview(Discussion):
    """A record can be looked at before it is published, on the page of its public noun, with what is said about it."""

    noun: ClassVar[PublicNoun[Any]]

    def get_urls(self) -> list[URLPattern]:
        return [self.record_path("preview/", self.preview_view, "preview"), *super().get_urls()]

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The working copy as readers would see it: for the team only, marked as a preview, never stored."""
        record = self._seen(request, object_id)
        release = publishing.compose_now(record)
        context = {
            "record": record,
            "back_url": self._address("change", record.pk),
            "discussion": self.discussion(request, record, back=self.text_page),
            "preview_words": f"Preview for the team: {standing_words(record).lower()}. Readers do not see this.",
            **preview_context(self.noun, release),
        }
        return TemplateResponse(request, self.noun.template, context)
