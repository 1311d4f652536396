"""Who else has a form open, and whether somebody has saved meanwhile."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from editorial.actions.presence import leave, note_presence
from editorial.history.marks import mark_of

from .record_pages import RecordPages, signed_in


class Presence(RecordPages):
    """What an open form asks the desk every half minute."""

    def get_urls(self) -> list[URLPattern]:
        return [self.record_path("presence/", self.presence_view, "presence"), *super().get_urls()]

    @method_decorator(require_POST)
    def presence_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Who else has it open, and whether somebody saved meanwhile."""
        record = self._seen(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        if "leave" in request.POST:
            leave(record=record, by=signed_in(request))
            return JsonResponse({"others": []})
        others = note_presence(record=record, by=signed_in(request), at=timezone.now())
        names = [{"name": str(one.user), "since": one.opened_at.isoformat()} for one in others]
        return JsonResponse({"others": names, "changed": mark_of(self.model, record.pk)})
