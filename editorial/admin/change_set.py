"""Proposed changes at the desk: what waits for a second person, and the page on which that person reads and decides."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from editorial.actions.confirming import (
    confirm,
    decline,
    fingerprint,
    hurry,
    note_read,
    sources_named,
    take_back,
)
from editorial.actions.reviewing import refuse_open_comments
from editorial.actions.trying import Trial, looked_over, tried
from editorial.history.comparison import RecordComparison
from editorial.models import ChangeRow, ChangeSet, ReviewComment, Tracked, User, access
from editorial.queries.change_sets import ReadRow, read_rows
from editorial.recent_sign_in import require_recent_sign_in
from editorial.rules.transitions import Refused

from .comment_form import people_who_may_talk
from .discussion import Discussion
from .long_sets import ask_to_confirm, is_many, part_of
from .read_only import ReadOnlyAdmin
from .record_pages import signed_in
from .shown_changes import shown

SHOWN_OPEN = 8  # records; a longer set is folded, and read record by record
TRIED_AT_ONCE = 40  # records; what a longer set would lead to takes seconds, and is shown when it is asked for


class DecisionForm(forms.Form):
    """What the person has read, and words to it."""

    read = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="Words",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="The author reads them. To decline, say why.",
    )


DECISIONS: dict[str, tuple[str, Callable[..., None], str]] = {
    "confirm": ("review", confirm, "Confirmed. Readers see it now: {}."),
    "decline": ("review", decline, "Declined: {}. Its author reads why."),
    "take_back": ("", take_back, "Taken back: {}."),
    "hurry": ("hurry", hurry, "Readers see it now: {}. A second person reads it afterwards."),
    "note_read": ("review", note_read, "Read: {}."),
}
"""By its name: which verb it needs, what does it, and what the person is told."""


@admin.register(ChangeSet)
class ChangeSetAdmin(ReadOnlyAdmin, Discussion):
    """Everybody of the team reads proposals; who reviews confirms or declines those of others."""

    text_page = "change"

    list_display = ("title", "status", "proposed_by", "proposed_at", "reason", "decided_by")
    list_filter = ("state", "urgent", "proposed_at")
    list_select_related = ("proposed_by", "decided_by")
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("title", "reason", "public_note", "rows__label")
    ordering = ("-proposed_at", "-pk")

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {"title": "Proposed changes", **(extra_context or {})})

    @admin.display(description="Status", ordering="state")
    def status(self, obj: ChangeSet) -> str:
        return format_html('<span class="status is-{}">{}</span>', obj.state, obj.get_state_display())

    def get_queryset(self, request: HttpRequest) -> QuerySet[ChangeSet]:
        """A person kept to some countries sees the proposals on these, and their own."""
        return access.accessible(super().get_queryset(request), signed_in(request))

    def get_urls(self) -> list[URLPattern]:
        own = [
            self.record_path(f"{one.replace('_', '-')}/", self.decision_view, one, {"decision": one})
            for one in ("try", *DECISIONS)
        ]
        return [*own, self.record_path("go-on/", self.go_on_view, "go_on"), *super().get_urls()]

    # ------------------------------------------------------------------ reading

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        return self._read_page(request, self._seen(request, object_id), DecisionForm())

    def _read_page(
        self,
        request: HttpRequest,
        proposed: ChangeSet,
        form: forms.Form,
        status: int = 200,
        only: Collection[UUID] | None = None,
    ) -> HttpResponse:
        """The set as a second person reads it; ``only`` are the records that were chosen so far."""
        prefetch_related_objects([proposed], "rows")  # a long set is read once, whoever asks for its rows below
        part = part_of(request, proposed)
        groups = _grouped(read_rows(proposed, part.rows))
        read = fingerprint(proposed)
        form.initial["read"] = read
        others = ChangeSet.objects.open().exclude(pk=proposed.pk)
        is_many = part.page is not None
        shown_here: dict[str, object] = {
            "proposed": proposed,
            "authors": list(proposed.authors.order_by("pk")),
            "groups": groups,
            "is_long": len(groups) > SHOWN_OPEN,
            "page": part.page,
            "may_choose": len(groups) > 1 and not is_many,
            "taken": {group.whole_id for group in groups} if only is None else set(only),
            "sources": sources_named(proposed),
            "trial": self._trial(proposed, part.number, only) if proposed.is_open else None,
            "others": others.filter(rows__whole_id__in=proposed.rows.values("whole_id")).distinct(),
            "form": form,
            "read": read,
            "may_decide": self.may_decide(request, proposed),
            "may_hurry": proposed.is_open and not is_many and self.has_verb(request, "hurry"),
            "may_read_afterwards": self._may_read_afterwards(request, proposed),
            "is_author": proposed.is_author(signed_in(request)),
            "edit_url": self._edit_address(proposed),
            "discussion": self.discussion(request, proposed),
        }
        return self._page(
            request, "admin/change_set.html", str(proposed), shown_here, record=proposed, status=status
        )

    def _trial(self, proposed: ChangeSet, records: int, only: Collection[UUID] | None) -> Trial:
        """What it would lead to; of a long one only when that is asked for."""
        return tried(proposed, only) if records <= TRIED_AT_ONCE or only is not None else looked_over(proposed)

    def _may_read_afterwards(self, request: HttpRequest, proposed: ChangeSet) -> bool:
        waits = proposed.urgent and proposed.reviewed_at is None
        return waits and self.has_verb(request, "review") and not proposed.is_author(signed_in(request))

    def may_talk(self, request: HttpRequest, record: ChangeSet) -> bool:
        """Who reviews, who wrote in it, and whom somebody asked."""
        user = signed_in(request)
        asked = ReviewComment.objects.about(record).filter(addressee=user)
        return self.has_verb(request, "review") or record.is_author(user) or asked.exists()

    def people(self, record: ChangeSet) -> QuerySet[User]:
        reviewers = people_who_may_talk(["editorial.review_changeset"])
        return User.objects.filter(
            Q(pk__in=reviewers.values("pk")) | Q(pk__in=record.authors.values("pk"))
        ).order_by("first_name", "last_name", "username")

    def may_decide(self, request: HttpRequest, proposed: ChangeSet) -> bool:
        """Whether the person reviews, and is none of the authors, or alone by the team's setting."""
        if not proposed.is_open or not self.has_verb(request, "review"):
            return False
        return not (settings.MONITOR_REVIEWER_MUST_DIFFER and proposed.is_author(signed_in(request)))

    def _edit_address(self, proposed: ChangeSet) -> str:
        """Where its author goes on with it: the form of the first record that it makes or changes, if it has one."""
        found = self._first_record(proposed)
        if found is None:
            return ""
        stored = found[1]
        if stored is None:
            return self._address("go_on", proposed.pk)
        return reverse(f"admin:{stored._meta.app_label}_{stored._meta.model_name}_change", args=[stored.pk])

    def go_on_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The form of a new record that is only proposed so far."""
        proposed: ChangeSet = self._seen(request, object_id)
        found = self._first_record(proposed)
        if not proposed.is_open or found is None or found[1] is not None:
            return HttpResponseRedirect(self._address("change", proposed.pk))
        row, _ = found
        desk: Any = self.admin_site.get_model_admin(row.model)
        form: HttpResponse = desk.form_of_new(request, proposed, row.row_id)
        return form

    def _first_record(self, proposed: ChangeSet) -> tuple[ChangeRow, Tracked | None] | None:
        """The first whole that it makes or changes and that has a form, as stored; None where nothing is stored."""
        for row in proposed.rows.all():
            if row.whole_id == row.row_id and row.after is not None and self.admin_site.is_registered(row.model):
                return row, row.model._base_manager.filter(public_id=row.row_id).first()
        return None

    # ------------------------------------------------------------------ deciding

    @method_decorator(require_POST)
    def decision_view(self, request: HttpRequest, object_id: str, decision: str) -> HttpResponse:
        """Does with a set what was pressed on its page: see DECISIONS. With ``try`` it only shows what would follow."""
        proposed = self._seen(request, object_id)
        form = DecisionForm(request.POST)
        only = _chosen(request)
        if decision == "try":
            written = DecisionForm(initial={"words": request.POST.get("words", "")})
            return self._read_page(request, proposed, written, only=only)
        if not form.is_valid():
            return self._read_page(request, proposed, form, 422, only)
        verb, decide, told = DECISIONS[decision]
        if verb and not self.has_verb(request, verb):
            raise PermissionDenied
        if decision == "hurry":  # nobody else has read it
            require_recent_sign_in(request)
        said = {"words": form.cleaned_data["words"]}
        if decision in ("confirm", "hurry"):
            said["read"] = form.cleaned_data["read"]
        if decision == "confirm":
            said["only"] = only
        if decision == "hurry" and is_many(proposed):
            raise PermissionDenied
        if decision == "confirm" and is_many(proposed):
            return self._confirmed_later(request, proposed, form)
        with self._saying_refusals(request):
            decide(change_set=proposed, by=signed_in(request), **said)
            self.message_user(request, told.format(proposed), messages.SUCCESS)
            return HttpResponseRedirect(self._onward(request))
        return HttpResponseRedirect(self._address("change", proposed.pk))

    def _confirmed_later(self, request: HttpRequest, proposed: ChangeSet, form: forms.Form) -> HttpResponse:
        """A set of thousands of rows is confirmed whole, in the background; what forbids it is said at once."""
        if not self.may_decide(request, proposed):
            raise PermissionDenied
        said = form.cleaned_data
        with self._saying_refusals(request):
            if fingerprint(proposed) != said["read"]:
                raise Refused("This was changed since you opened it. Read it again: nothing was confirmed.")
            refuse_open_comments(proposed)
            by = signed_in(request)
            job = ask_to_confirm(
                proposed,
                by=by,
                read=said["read"],
                words=said["words"],
                asked_from=self._address("change", proposed.pk),
            )
            return HttpResponseRedirect(job.get_absolute_url())
        return HttpResponseRedirect(self._address("change", proposed.pk))

    def _onward(self, request: HttpRequest) -> str:
        """The next proposal that this person may decide, else the list."""
        waiting = access.accessible(ChangeSet.objects.waiting_for(signed_in(request)), signed_in(request))
        following = waiting.first() if self.has_verb(request, "review") else None
        return self._address("change", following.pk) if following else self._address("changelist")


@dataclass(frozen=True)
class Group:
    """The rows of one record with its parts: what is taken or left out together."""

    whole_id: UUID
    label: str
    rows: list[dict[str, object]]


def _grouped(rows: list[ReadRow]) -> list[Group]:
    found: dict[UUID, Group] = {}
    for row in rows:
        group = found.setdefault(row.row.whole_id, Group(row.row.whole_id, row.label, []))
        group.rows.append(_shown(row))
    return list(found.values())


def _chosen(request: HttpRequest) -> set[UUID] | None:
    """The records that are taken; None where the page offered no choice."""
    if "choose" not in request.POST:
        return None
    found = set()
    for text in request.POST.getlist("take"):
        with suppress(ValueError):
            found.add(UUID(text))
    return found


def _shown(row: ReadRow) -> dict[str, object]:
    fields = shown(RecordComparison(row.fields, ())).fields
    return {
        "order": row.row.order,
        "named": [(one.name, laid) for one, laid in zip(row.fields, fields, strict=True)],
        "kind": row.kind,
        "what": row.what,
        "label": row.label,
        "is_unsourced": row.is_unsourced,
        "left_out": row.row.left_out,
    }
