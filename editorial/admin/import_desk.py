"""What every import at the desk has in common: the list offers it, and its page is for those who may import."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

from .tracked import TrackedAdmin

CONFIRM_WITHIN = 2 * 60 * 60  # seconds for which a file that was read is kept


class ImportDesk(TrackedAdmin):
    """A desk into which files are imported, by a page of its own that its list leads to."""

    import_title = ""  # of the button and the page

    def may_import(self, request: HttpRequest) -> bool:
        """Whether this person may write everything that an import writes."""
        raise NotImplementedError

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """First the file, then what it would become, then the records."""
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        return [self.page_path("import/", self.import_view, "import"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        offered = {"import_url": self._address("import"), "import_title": self.import_title}
        return super().changelist_view(
            request, {**(offered if self.may_import(request) else {}), **(extra_context or {})}
        )
