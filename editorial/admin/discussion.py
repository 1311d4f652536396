"""Comments on a record under review or on a proposed change: asked, replied to and settled on its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from editorial.actions.commenting import comment, reply, settle
from editorial.models import User
from editorial.queries.comments import Thread, threads
from editorial.rules.transitions import Refused

from .comment_form import LONGEST_COMMENT, CommentForm, people_who_may_talk
from .record_pages import RecordPages, signed_in

TALKERS = ("change", "review")


@dataclass(frozen=True)
class ShownDiscussion:
    """The talk about a record, ready for its pages. ``form`` is None for who may only read."""

    threads: list[Thread]
    form: CommentForm | None
    reader: int
    comment_url: str
    reply_url: str
    form_url: str
    text_url: str  # of the page that shows the text, or the change
    back: str = ""

    @property
    def open_count(self) -> int:
        return sum(1 for thread in self.threads if thread.is_open)


class Discussion(RecordPages):
    """Whoever may change or review a record may comment on it, reply, and settle."""

    text_page = "preview"

    def get_urls(self) -> list[URLPattern]:
        return [
            self.record_path("comment/", self.comment_view, "comment"),
            self.record_path("reply/", self.reply_view, "reply"),
            *super().get_urls(),
        ]

    def discussion(self, request: HttpRequest, record: Model, *, back: str = "") -> ShownDiscussion:
        """What the template part admin/_comments.html shows. ``back`` is the page to come back to ("preview")."""
        may = self.may_talk(request, record)
        return ShownDiscussion(
            threads=threads(record),
            form=CommentForm(record=record, people=self.people(record)) if may else None,
            reader=signed_in(request).pk,
            comment_url=self._address("comment", record.pk),
            reply_url=self._address("reply", record.pk),
            form_url=self._address("change", record.pk),
            text_url=self._address(self.text_page, record.pk),
            back=back,
        )

    def may_talk(self, request: HttpRequest, record: Any) -> bool:
        return self.has_change_permission(request, record) or self.has_verb(request, "review")

    def people(self, record: Any) -> QuerySet[User]:
        """Whom a comment can be addressed to."""
        return people_who_may_talk([f"{self.opts.app_label}.{verb}_{self.opts.model_name}" for verb in TALKERS])

    @method_decorator(require_POST)
    def comment_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Adds a comment. Where it is refused, its form comes back with the reason and all that was typed."""
        record = self._discussed(request, object_id)
        form = CommentForm(request.POST, record=record, people=self.people(record))
        if form.is_valid():
            given = form.cleaned_data
            try:
                comment(
                    record=record,
                    by=signed_in(request),
                    text=given["words"],
                    at=timezone.now(),
                    where=form.where(),
                    addressee=given["addressee"],
                )
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                self.message_user(request, "Your comment is added.", messages.SUCCESS)
                return self._back(request, record)
        context = {
            "subtitle": str(record),
            "record": record,
            "form": form,
            "address": self._address("comment", record.pk),
            "back": request.POST.get("back", ""),
        }
        return self._page(request, "admin/comment_form.html", "New comment", context, record=record, status=422)

    @method_decorator(require_POST)
    def reply_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Replies to a comment; with the button that says so, settles it."""
        record = self._discussed(request, object_id)
        number, words = request.POST.get("comment", ""), request.POST.get("words", "")[:LONGEST_COMMENT]
        with self._saying_refusals(request):
            if not number.isdecimal() or len(number) > 18:
                raise Refused("Say which comment.")
            act: dict[str, Any] = {"record": record, "number": int(number), "by": signed_in(request)}
            if "settle" in request.POST:
                settle(**act, at=timezone.now(), words=words)
            else:
                reply(**act, at=timezone.now(), text=words)
        return self._back(request, record)

    def _back(self, request: HttpRequest, record: Model) -> HttpResponse:
        page = self.text_page if request.POST.get("back") == self.text_page else "change"
        return HttpResponseRedirect(self._address(page, record.pk) + "#comments")

    def _discussed(self, request: HttpRequest, object_id: str) -> Any:
        record = self._seen(request, object_id)
        if not self.may_talk(request, record):
            raise PermissionDenied
        return record
