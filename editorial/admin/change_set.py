"""Proposed changes at the desk: what waits for a second person, and the page on which that person reads and decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from editorial.actions.confirming import confirm, decline, fingerprint, sources_named, take_back
from editorial.actions.trying import tried
from editorial.history.comparison import RecordComparison
from editorial.models import ChangeRow, ChangeSet, ReviewComment, Tracked, User, access
from editorial.queries.change_sets import ReadRow, read_rows

from .comment_form import people_who_may_talk
from .discussion import Discussion
from .read_only import ReadOnlyAdmin
from .record_pages import signed_in
from .shown_changes import shown


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


@admin.register(ChangeSet)
class ChangeSetAdmin(ReadOnlyAdmin, Discussion):
    """Everybody of the team reads proposals; who reviews confirms or declines those of others."""

    text_page = "change"

    list_display = ("title", "status", "proposed_by", "proposed_at", "reason", "decided_by")
    list_filter = ("state", "proposed_at")
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
        decisions = ("confirm", "decline", "take_back")
        own = [
            self.record_path(f"{one.replace('_', '-')}/", self.decision_view, one, {"decision": one})
            for one in decisions
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
        self, request: HttpRequest, proposed: ChangeSet, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        rows = read_rows(proposed)
        read = fingerprint(proposed)
        form.initial["read"] = read
        trial = tried(proposed) if proposed.is_open else None
        others = ChangeSet.objects.open().exclude(pk=proposed.pk)
        whole = {row.row.whole_id for row in rows}
        shown_here: dict[str, object] = {
            "proposed": proposed,
            "authors": list(proposed.authors.order_by("pk")),
            "rows": [_shown(row) for row in rows],
            "sources": sources_named(proposed),
            "trial": trial,
            "others": others.filter(rows__whole_id__in=whole).distinct(),
            "form": form,
            "read": read,
            "may_decide": self.may_decide(request, proposed),
            "is_author": proposed.is_author(signed_in(request)),
            "edit_url": self._edit_address(proposed),
            "discussion": self.discussion(request, proposed),
        }
        return self._page(
            request, "admin/change_set.html", str(proposed), shown_here, record=proposed, status=status
        )

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
        """Confirms, declines or takes back what was read on the page."""
        proposed = self._seen(request, object_id)
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self._read_page(request, proposed, form, status=422)
        by, words = signed_in(request), form.cleaned_data["words"]
        if decision != "take_back" and not self.has_verb(request, "review"):
            raise PermissionDenied
        with self._saying_refusals(request):
            if decision == "confirm":
                confirm(change_set=proposed, by=by, read=form.cleaned_data["read"], words=words)
                told = f"Confirmed. Readers see it now: {proposed}."
            elif decision == "decline":
                decline(change_set=proposed, by=by, words=words)
                told = f"Declined: {proposed}. Its author reads why."
            else:
                take_back(change_set=proposed, by=by, words=words)
                told = f"Taken back: {proposed}."
            self.message_user(request, told, messages.SUCCESS)
            return HttpResponseRedirect(self._onward(request))
        return HttpResponseRedirect(self._address("change", proposed.pk))

    def _onward(self, request: HttpRequest) -> str:
        """The next proposal that this person may decide, else the list."""
        waiting = ChangeSet.objects.open().exclude(authors=signed_in(request)).order_by("proposed_at", "pk")
        following = waiting.first() if self.has_verb(request, "review") else None
        return self._address("change", following.pk) if following else self._address("changelist")


def _shown(row: ReadRow) -> dict[str, object]:
    fields, _, _ = shown(RecordComparison(row.fields, ()))
    return {
        "order": row.row.order,
        "named": [(one.name, laid) for one, laid in zip(row.fields, fields, strict=True)],
        "kind": row.kind,
        "what": row.what,
        "label": row.label,
        "is_unsourced": row.is_unsourced,
    }
