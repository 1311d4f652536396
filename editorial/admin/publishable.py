"""The base of forms on records that a second person reviews: problems, steps, preview, publications."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html

from editorial.actions import publishing
from editorial.actions.reviewing import checklist, comment, settle
from editorial.models import ChangeKind, ReviewComment, Status, Tracked, User
from editorial.rules.transitions import Refused, Step, steps

from .problem_counts import problem_counts, with_digest
from .tracked import TrackedAdmin, signed_in
from .versions import newest_versions


def _words(label: str, help_text: str, *, required: bool = True, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class SubmitForm(forms.Form):
    reason = _words(
        "For the reviewer", "What changed and what to look at, for example: new stockpile figures, note 7.", rows=2
    )


class ApproveForm(forms.Form):
    reason = _words("Remark", "What you checked, for example: all fifteen notes against their sources.", rows=2)


class SendBackForm(forms.Form):
    reason = _words(
        "What has to change", "The author reads it, for example: note 3 does not say what the text says."
    )


class EmbargoForm(forms.Form):
    """Publishing now, or from a later moment."""

    visible_from = forms.DateTimeField(
        label="Readers see it from",
        required=False,
        help_text="Leave empty for now. An embargo ends by itself; times are UTC.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    field_order = ("change_kind", "public_note", "reason", "visible_from")

    def clean_visible_from(self) -> datetime | None:
        moment: datetime | None = self.cleaned_data["visible_from"]
        if moment is not None and moment < timezone.now():
            raise forms.ValidationError("This moment is past. Leave the field empty to publish now.")
        return moment


class FirstPublicationForm(EmbargoForm):
    reason = _words("Reason", "For the team, for example: 2009 edition, agreed in the editorial meeting.", rows=2)


class CorrectionForm(EmbargoForm):
    change_kind = forms.ChoiceField(
        label="This correction is",
        choices=[
            (ChangeKind.MINOR, "minor: spelling, layout, a dead address"),
            (ChangeKind.SUBSTANTIVE, "substantive: a fact, a date, a figure or a source"),
        ],
        widget=forms.RadioSelect,
    )
    public_note = _words(
        "What changed, for readers",
        "They see these words in the corrections log, for example: "
        "Corrected the year in which the stock was declared (note 4).",
    )


class WithdrawForm(forms.Form):
    public_reason = _words(
        "Reason, for readers",
        "They see these words in place of the text, for example: "
        "Withdrawn because its figures belong to another state; a new edition follows.",
    )


@dataclass(frozen=True)
class StepOffered:
    """A step that this person may take now, with the form it needs."""

    name: Step
    words: str
    form: forms.Form
    address: str


WORDS: dict[Step, tuple[str, str]] = {
    # step → what the button says, what the message says afterwards
    "submit": ("Submit for review", "is submitted for review"),
    "approve": ("Approve", "is approved and can be published"),
    "send_back": ("Send back", "is sent back to its author"),
    "publish": ("Publish", "is published"),
    "withdraw": ("Withdraw", "is withdrawn; readers see the reason"),
}
PERMISSION: dict[Step, str] = {
    "submit": "change",
    "approve": "review",
    "send_back": "review",
    "publish": "publish",
    "withdraw": "withdraw",
}


class PublishableList(ChangeList):
    """A list with the newest change and the number of problems of each row shown, in a fixed number of queries."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        return with_digest(super().get_queryset(request, exclude_parameters))

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        newest = newest_versions(cast(type[Tracked], self.model), [row.pk for row in rows])
        counts = problem_counts(rows)
        for row in rows:
            row.newest_version = newest.get(row.pk)
            row.problem_count = counts.get(row.pk, 0)
        self.result_list = rows


class PublishableAdmin(TrackedAdmin):
    """A tracked record with its way to the public: each step is one POST that calls one action."""

    change_form_template = "admin/publishable_form.html"
    step_template = "admin/publishable_step.html"
    preview_template = ""

    # ------------------------------------------------------------------ lists

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PublishableList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        people = ("submitted_by", "reviewed_by", "published_by", "withdrawn_by")
        return super().get_queryset(request).select_related(*people)

    @admin.display(description="Status", ordering="status")
    def status_chip(self, obj: Any) -> str:
        return format_html('<span class="status is-{}">{}</span>', obj.status, standing_words(obj))

    @admin.display(description="Who")
    def who(self, obj: Any) -> str:
        return str(_since(obj)[0] or "–")

    @admin.display(description="Since")
    def since(self, obj: Any) -> datetime | None:
        return _since(obj)[1]

    @admin.display(description="Problems")
    def problems(self, obj: Any) -> str:
        if not obj.problem_count:
            return "–"
        return format_html('<span class="problem-count">{}</span>', obj.problem_count)

    # ------------------------------------------------------------------ the form

    def view_on_site(self, obj: Any) -> str | None:
        """Its public page, where readers can see one."""
        return obj.get_absolute_url() if obj.releases.visible(timezone.now()).exists() else None

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        if obj is not None:
            stored = self.model._default_manager.get(pk=obj.pk)  # a refused form has changed the one in hand
            releases = stored.releases.order_by("-number")
            now = timezone.now()
            context |= {
                "record": stored,
                "standing": standing_words(stored),
                "blockers": publishing.blockers(stored)
                if stored.status in (Status.DRAFT, Status.IN_REVIEW)
                else [],
                "checklist": checklist(stored) if stored.status == Status.IN_REVIEW else [],
                "comments": ReviewComment.objects.about(stored).select_related("by", "settled_by"),
                "comment_url": self._address("comment", stored.pk),
                "settle_url": self._address("settle", stored.pk),
                "offered": self.steps_offered(request, stored),
                "sent_back": sent_back(stored),
                "changes_url": self.changes_address(stored),
                "waits_for": self.waits_for(request, stored),
                "releases": releases.select_related("released_by")[:10],
                "readers_see": releases.visible(now).first(),
                "under_embargo": releases.not_withdrawn().filter(visible_from__gt=now).first(),
                "preview_url": self._address("preview", stored.pk) if self.preview_template else "",
                # saving new words makes a draft of whatever it was, so this is open from everywhere
                "save_and_submit": self.may(request, "submit", stored),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if "_submit" not in request.POST:
            return super().response_change(request, obj)
        form = SubmitForm({"reason": request.POST.get("reason", "")})
        form.full_clean()
        return self._take(request, obj, "submit", form)

    def deletion_refusal(self, obj: Any) -> str:
        if obj.releases.exists():
            return f"{obj} has been published: what was published stays published. Withdraw it instead."
        return super().deletion_refusal(obj)

    # ------------------------------------------------------------------ steps

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                "<path:object_id>/preview/", self.admin_site.admin_view(self.preview_view), name=f"{name}_preview"
            ),
            path(
                "<path:object_id>/comment/", self.admin_site.admin_view(self.comment_view), name=f"{name}_comment"
            ),
            path("<path:object_id>/settle/", self.admin_site.admin_view(self.settle_view), name=f"{name}_settle"),
            *(
                path(
                    f"<path:object_id>/{step.replace('_', '-')}/",
                    self.admin_site.admin_view(self.step_view),
                    {"step": step},
                    name=f"{name}_{step}",
                )
                for step in WORDS
            ),
        ]
        return [*own, *super().get_urls()]

    def may(self, request: HttpRequest, step: Step, record: Any) -> bool:
        """The person's role covers the step; for approving, they are also not among its authors."""
        verb = PERMISSION[step]
        if not request.user.has_perm(f"{self.opts.app_label}.{verb}_{self.opts.model_name}"):
            return False
        return step != "approve" or not self.is_barred_author(request, record)

    def is_barred_author(self, request: HttpRequest, record: Any) -> bool:
        return settings.MONITOR_REVIEWER_MUST_DIFFER and request.user.pk in publishing.authors(record)

    def steps_allowed(self, request: HttpRequest, record: Any) -> list[Step]:
        return [step for step in steps(record.standing) if self.may(request, step, record)]

    def steps_offered(self, request: HttpRequest, record: Any) -> list[StepOffered]:
        return [
            StepOffered(
                name=step,
                words=WORDS[step][0],
                form=self.step_form(step, record),
                address=self._address(step, record.pk),
            )
            for step in self.steps_allowed(request, record)
        ]

    def changes_address(self, record: Any) -> str:
        """Where the words changed since the newest publication are compared; "" where nothing has changed."""
        versions = record.history.order_by("-history_date", "-history_id").values_list("history_id", flat=True)
        newest, published = versions.first(), versions.filter(status=Status.PUBLISHED).first()
        if published is None or published == newest or record.status == Status.WITHDRAWN:
            return ""
        return f"{self._address('compare', record.pk)}?from={published}&to={newest}"

    def waits_for(self, request: HttpRequest, record: Any) -> str:
        """Who acts next, where this person may not."""
        if record.status != Status.IN_REVIEW:
            return ""
        if record.reviewed_at:
            return "" if self.may(request, "publish", record) else "A publisher publishes it."
        if self.is_barred_author(request, record):
            return "You wrote or submitted this; a second person reviews it."
        return "" if self.may(request, "approve", record) else "An editor reviews it."

    def step_form(self, step: Step, record: Any, data: Any = None) -> forms.Form:
        if step == "publish":
            return (CorrectionForm if record.releases.exists() else FirstPublicationForm)(data, prefix=step)
        kinds: dict[Step, type[forms.Form]] = {
            "submit": SubmitForm,
            "approve": ApproveForm,
            "send_back": SendBackForm,
            "withdraw": WithdrawForm,
        }
        return kinds[step](data, prefix=step)

    def step_view(self, request: HttpRequest, object_id: str, step: Step) -> HttpResponse:
        """Takes one step. What is missing in its form is asked for again, with the words typed kept."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record = self._record(request, object_id)
        if not self.may(request, step, record):
            raise PermissionDenied
        form = self.step_form(step, record, request.POST)
        if form.is_valid():
            return self._take(request, record, step, form)
        context = {
            **self.admin_site.each_context(request),
            "title": WORDS[step][0],
            "subtitle": str(record),
            "opts": self.opts,
            "record": record,
            "step": StepOffered(step, WORDS[step][0], form, self._address(step, record.pk)),
        }
        return TemplateResponse(request, self.step_template, context, status=422)

    def _take(self, request: HttpRequest, record: Any, step: Step, form: forms.Form) -> HttpResponse:
        try:
            self.take_step(step, record, signed_in(request), form.cleaned_data)
        except Refused as refused:
            for words in (refused.message, *refused.problems):
                self.message_user(request, words, messages.ERROR)
        else:
            self.message_user(request, f"{record} {WORDS[step][1]}.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", record.pk))

    def take_step(self, step: Step, record: Any, by: User, words: dict[str, Any]) -> None:
        """Calls the one action of a step. Raises Refused."""
        reason = words.get("reason", "").strip()
        if step == "submit":
            publishing.submit(record=record, by=by, reason=reason)
        elif step == "approve":
            publishing.approve(record=record, by=by, reason=reason)
        elif step == "send_back":
            publishing.send_back(record=record, by=by, reason=reason)
        elif step == "publish":
            note = words.get("public_note", "").strip()
            self.publish(
                record=record,
                by=by,
                reason=reason or note,
                public_note=note,
                change_kind=words.get("change_kind", ChangeKind.FIRST),
                visible_from=words.get("visible_from"),
            )
        else:
            told = words["public_reason"].strip()
            publishing.withdraw(record=record, by=by, reason=told, public_reason=told)

    def publish(self, *, record: Any, **words: Any) -> None:
        """The action that publishes; a record whose own action adds computed facts calls that one."""
        publishing.publish(record=record, **words)

    # ------------------------------------------------------------------ comments

    def comment_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Adds a comment to the record. POST only, by whoever may change or review it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record = self._discussed(request, object_id)
        try:
            comment(
                record=record, by=signed_in(request), text=request.POST.get("text", "")[:4000], at=timezone.now()
            )
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
        else:
            self.message_user(request, "Your comment is added.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", record.pk) + "#comments")

    def settle_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Marks a comment as dealt with. POST only."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record = self._discussed(request, object_id)
        number = request.POST.get("comment", "")
        try:
            if not number.isdecimal() or len(number) > 18:
                raise Refused("Say which comment.")
            settle(record=record, number=int(number), by=signed_in(request), at=timezone.now())
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
        return HttpResponseRedirect(self._address("change", record.pk) + "#comments")

    def _discussed(self, request: HttpRequest, object_id: str) -> Any:
        record = self._record(request, object_id)
        if not (self.has_change_permission(request, record) or self.may_review(request)):
            raise PermissionDenied
        return record

    def may_review(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.review_{self.opts.model_name}")

    # ------------------------------------------------------------------ preview

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The working copy as readers would see it: for the team only, marked as a preview, never stored."""
        record = self._record(request, object_id)
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

    def _record(self, request: HttpRequest, object_id: str) -> Any:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404(f"There is no {self.opts.verbose_name} {object_id}.")
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record


def sent_back(record: Any) -> Any | None:
    """The version by which a reviewer sent this draft back, with the reason; None where nobody did."""
    if record.status != Status.DRAFT:
        return None
    order = ("history_date", "history_id")
    reviewed = record.history.filter(status=Status.IN_REVIEW).order_by(*(f"-{name}" for name in order)).first()
    if reviewed is None:
        return None
    later = Q(history_date__gt=reviewed.history_date)
    later |= Q(history_date=reviewed.history_date, history_id__gt=reviewed.history_id)
    following = record.history.filter(later).select_related("history_user").order_by(*order).first()
    # an author who goes on writing takes it back themselves
    by_reviewer = following is not None and following.history_user_id not in (None, reviewed.submitted_by_id)
    return following if by_reviewer and following.status == Status.DRAFT else None


def standing_words(record: Any) -> str:
    """Where the working copy stands, in the words of the desk."""
    if record.status == Status.IN_REVIEW and record.reviewed_at:
        return "Approved"
    if record.status == Status.DRAFT and record.published_at and not record.is_withdrawn:
        return "Draft of a correction"
    return str(record.get_status_display())


def _since(record: Any) -> tuple[Any, datetime | None]:
    """Who brought the record to where it stands, and when; for a draft, who changed it last."""
    if record.status == Status.IN_REVIEW:
        if record.reviewed_at:
            return record.reviewed_by, record.reviewed_at
        return record.submitted_by, record.submitted_at
    if record.status == Status.PUBLISHED:
        return record.published_by, record.published_at
    if record.status == Status.WITHDRAWN:
        return record.withdrawn_by, record.withdrawn_at
    version = record.newest_version
    return (version.history_user, version.history_date) if version else (None, None)
