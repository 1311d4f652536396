"""Comments on a record under review: added and settled at its form."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from editorial.actions.reviewing import comment, settle
from editorial.models import Publishable
from editorial.rules.transitions import Refused

from .record_pages import RecordPages, signed_in

LONGEST_COMMENT = 4000  # characters


class Discussion(RecordPages):
    """Whoever may change or review a record may comment on it and settle comments."""

    def get_urls(self) -> list[URLPattern]:
        return [
            self.record_path("comment/", self.comment_view, "comment"),
            self.record_path("settle/", self.settle_view, "settle"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def comment_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Adds a comment to the record."""
        record = self._discussed(request, object_id)
        text = request.POST.get("text", "")[:LONGEST_COMMENT]
        with self._saying_refusals(request):
            comment(record=record, by=signed_in(request), text=text, at=timezone.now())
            self.message_user(request, "Your comment is added.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", record.pk) + "#comments")

    @method_decorator(require_POST)
    def settle_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Marks a comment as dealt with."""
        record = self._discussed(request, object_id)
        number = request.POST.get("comment", "")
        with self._saying_refusals(request):
            if not number.isdecimal() or len(number) > 18:
                raise Refused("Say which comment.")
            settle(record=record, number=int(number), by=signed_in(request), at=timezone.now())
        return HttpResponseRedirect(self._address("change", record.pk) + "#comments")

    def _discussed(self, request: HttpRequest, object_id: str) -> Publishable:
        record: Publishable = self._seen(request, object_id)
        if not (self.has_change_permission(request, record) or self.has_verb(request, "review")):
            raise PermissionDenied
        return record
