"""The base of forms on records that a second person reviews: where they stand, what stands in the way, the steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from editorial.actions import publishing
from editorial.actions.approving import NotAsApproved, binding_approval, since_approval
from editorial.actions.publishing import ChangedMeanwhile
from editorial.actions.reviewing import checklist
from editorial.actions.small_changes import is_alone, small_changes_since
from editorial.history.marks import mark_of
from editorial.models import Publishable, Status
from editorial.recent_sign_in import require_recent_sign_in
from editorial.rules.printed import PrintedDifference
from editorial.rules.transitions import Refused, Step, steps

from . import standing
from .meanwhile import meanwhile, since_look
from .preview_page import Preview
from .small_change import SmallChanges
from .standing import PublishableList
from .steps import LONGEST_WORDS, STEPS, StepForm, StepOffered, Words
from .suggestions import Suggestions
from .tracked import signed_in

AFTER_RECENT_SIGN_IN = ("publish", "withdraw")  # permissions: readers see at once what was done with them
PEOPLE = ("submitted_by", "reviewed_by", "published_by", "withdrawn_by")


class PublishableAdmin(Suggestions, Preview, SmallChanges):
    """A tracked record with its way to the public: each step is one POST that calls one action."""

    change_form_template = "admin/publishable_form.html"
    list_select_related: ClassVar[tuple[str, ...]] = ()

    # ------------------------------------------------------------------ lists

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PublishableList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*PEOPLE, *self.list_select_related)

    @admin.display(description="Status", ordering="status")
    def status_chip(self, obj: Publishable) -> str:
        return format_html(
            '<span class="status is-{}">{}</span>', standing.chip(obj), standing.standing_words(obj)
        )

    @admin.display(description="Who")
    def who(self, obj: Publishable) -> str:
        return str(standing.since(obj)[0] or "–")

    @admin.display(description="Since")
    def since(self, obj: Publishable) -> datetime | None:
        return standing.since(obj)[1]

    @admin.display(description="Problems")
    def problems(self, obj: Any) -> str:
        if not obj.problem_count:
            return "–"
        return format_html('<span class="problem-count">{}</span>', obj.problem_count)

    # ------------------------------------------------------------------ the form

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The lead is a few sentences, not a text."""
        if db_field.name == "lead":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def view_on_site(self, obj: Any) -> str | None:
        """Its public page, where readers can see one."""
        return obj.get_absolute_url() if obj.releases.visible(timezone.now()).exists() else None

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if original := context.get("original"):
            # the mark is taken before the record is read: nothing comes between the two unseen
            mark = context.get("mark") or mark_of(self.model, original.pk)
            # read anew: a refused form has changed the one in hand
            asked = self.model._default_manager.select_related(*PEOPLE, *self.list_select_related)
            stored = standing.with_moment(asked).get(pk=original.pk)
            releases = stored.releases.kept().without_texts().order_by("-number")
            now = timezone.now()
            in_review = stored.status == Status.IN_REVIEW
            otherwise = since_approval(publishing.compose_now(stored)) if in_review else ()
            context |= {
                "record": stored,
                "standing": standing.standing_words(stored),
                "blockers": publishing.blockers(stored)
                if stored.status in (Status.DRAFT, Status.IN_REVIEW)
                else [],
                "checklist": checklist(stored, is_as_approved=not otherwise) if in_review else [],
                "discussion": self.discussion(request, stored),
                "suggestions": self.suggestions(stored),
                "suggest_url": self._address("suggest", stored.pk) if self.may_talk(request, stored) else "",
                "offered": self.steps_offered(request, stored, mark, otherwise),
                "otherwise": otherwise,
                "small_changes": small_changes_since(stored) if in_review else (),
                "approval": binding_approval(stored) if otherwise else None,
                "sent_back": standing.sent_back(stored),
                "changes_url": self.changes_address(stored),
                "since_look": since_look(stored, signed_in(request), now) if in_review else None,
                "compare_url": self._address("compare", stored.pk),
                "waits_for": self.waits_for(request, stored),
                "releases": releases.select_related("released_by")[:10],
                "readers_see": releases.visible(now).first(),
                "under_embargo": stored.waiting_release(now),
                "chip": standing.chip(stored),
                "preview_url": self._address("preview", stored.pk),
                # saving new words makes a draft of whatever it was, so this is open from everywhere
                "save_and_submit": self.may(request, "submit", stored),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if "_submit" not in request.POST:
            return super().response_change(request, obj)
        # what is submitted is what this form has just written, and the row is locked since
        words = {"reason": request.POST.get("reason", ""), "read": mark_of(self.model, obj.pk)}
        with self._saying_refusals(request):
            self._taken(request, obj, "submit", words)
        return HttpResponseRedirect(self._address("change", obj.pk))

    def deletion_refusal(self, obj: Any) -> str:
        if obj.releases.kept().exists():
            return f"{obj} has been published: what was published stays published. Withdraw it instead."
        if obj.releases.exists():
            return (
                f"{obj} was taken back before anybody saw it. Its seal stays in the public chain, and so does it."
            )
        return super().deletion_refusal(obj)

    # ------------------------------------------------------------------ steps

    def get_urls(self) -> list[URLPattern]:
        own = [
            self.record_path(f"{step.replace('_', '-')}/", self.step_view, step, {"step": step}) for step in STEPS
        ]
        return [*own, *super().get_urls()]

    def may(self, request: HttpRequest, step: Step, record: Publishable) -> bool:
        """The person's role covers the step; for approving, they are also not among its authors, and for
        publishing, somebody else has read the words that they corrected."""
        if not self.has_verb(request, STEPS[step].permission):
            return False
        if step == "publish":
            return not self.is_alone(request, record)
        return step != "approve" or not self.is_barred_author(request, record)

    def is_alone(self, request: HttpRequest, record: Publishable) -> bool:
        return settings.MONITOR_REVIEWER_MUST_DIFFER and is_alone(record, signed_in(request))

    def is_barred_author(self, request: HttpRequest, record: Publishable) -> bool:
        return settings.MONITOR_REVIEWER_MUST_DIFFER and request.user.pk in publishing.authors(record)

    def steps_offered(
        self, request: HttpRequest, record: Publishable, mark: str, otherwise: Sequence[PrintedDifference] = ()
    ) -> list[StepOffered]:
        """The steps that are open to this person, each with a form that carries the mark of what is on the page.

        Where something would be printed ``otherwise`` than it was approved, a new approval takes the place of publishing.
        """
        shut = "publish" if otherwise else "review_again"
        unseen = record.standing.waits and not record.releases.visible(timezone.now()).exists()
        found = []
        for step in steps(record.standing):
            if unseen and step == "withdraw":  # no reader saw anything: take it back
                continue
            if step == shut or not self.may(request, step, record):
                continue
            form = STEPS[step].form(record, read=mark)
            if step == "review_again":
                form.initial["reason"] = " ".join(map(str, otherwise))[:LONGEST_WORDS]
            found.append(self.offered(step, record, form, again=bool(otherwise)))
        return found

    def offered(self, step: Step, record: Publishable, form: StepForm, *, again: bool = False) -> StepOffered:
        words = f"{STEPS[step].label} again" if again and step == "approve" else STEPS[step].label
        return StepOffered(step, words, form, self._address(step, record.pk))

    def changes_address(self, record: Publishable) -> str:
        """Where the words changed since the newest publication are compared; "" where nothing has changed."""
        versions = record.history.order_by("-history_date", "-history_id").values_list("history_id", flat=True)
        newest, published = versions.first(), versions.filter(status=Status.PUBLISHED).first()
        if published is None or published == newest or record.status == Status.WITHDRAWN:
            return ""
        return f"{self._address('compare', record.pk)}?from={published}&to={newest}"

    def waits_for(self, request: HttpRequest, record: Publishable) -> str:
        """Who acts next, where this person may not."""
        if record.status != Status.IN_REVIEW:
            return ""
        if record.reviewed_at:
            if self.is_alone(request, record):
                return "You corrected words in this and approved it; a second person publishes it."
            return "" if self.may(request, "publish", record) else "A publisher publishes it."
        if self.is_barred_author(request, record):
            return "You wrote or submitted this; a second person reviews it."
        return "" if self.may(request, "approve", record) else "An editor reviews it."

    @method_decorator(require_POST)
    def step_view(self, request: HttpRequest, object_id: str, step: Step) -> HttpResponse:
        """Takes one step. Where it cannot be taken, the page says why and keeps the words typed."""
        record = self._seen(request, object_id)
        if not self.may(request, step, record):
            raise PermissionDenied
        if STEPS[step].permission in AFTER_RECENT_SIGN_IN:
            require_recent_sign_in(request)
        form = STEPS[step].form(record, request.POST)
        if not form.is_valid():
            return self._not_taken(request, record, step, form)
        try:
            self._taken(request, record, step, form.cleaned_data)
        except Refused as refused:
            return self._not_taken(request, record, step, form, refused)
        return HttpResponseRedirect(self._address("change", record.pk))

    def _not_taken(
        self,
        request: HttpRequest,
        record: Publishable,
        step: Step,
        form: StepForm,
        refused: Refused | None = None,
    ) -> HttpResponse:
        """The form of the step again, with why it was refused; where another version is stored by now, with what changed
        since the one that the person had on the screen."""
        read, mark = str(form["read"].value() or ""), mark_of(self.model, record.pk)
        stored = self.model._default_manager.get(pk=record.pk)
        is_stale = isinstance(refused, ChangedMeanwhile)
        if is_stale:
            form.shown_again(mark)
        offered = self.offered(step, stored, form)
        context = {
            "subtitle": str(stored),
            "record": stored,
            "step": offered,
            "refused": refused,
            "is_open": step in steps(stored.standing),
            "instead": self._instead(request, stored, mark) if isinstance(refused, NotAsApproved) else None,
            "meanwhile": meanwhile(self.model, stored.pk, read, timezone.now()) if is_stale else None,
        }
        status = 409 if is_stale else 422
        return self._page(
            request, "admin/publishable_step.html", offered.words, context, record=stored, status=status
        )

    def _instead(self, request: HttpRequest, record: Publishable, mark: str) -> StepOffered | None:
        """The step that a publication leads to which is not what was approved, where this person may take it."""
        otherwise = since_approval(publishing.compose_now(record))
        offered = self.steps_offered(request, record, mark, otherwise)
        return next((one for one in offered if one.name == "review_again"), None)

    def _taken(self, request: HttpRequest, record: Publishable, step: Step, words: Words) -> None:
        STEPS[step].take(record, signed_in(request), words, self.publish)
        self.message_user(request, f"{record} {STEPS[step].said(record)}.", messages.SUCCESS)

    def publish(self, *, record: Any, **words: Any) -> None:
        """The action that publishes; a record whose own action adds computed facts calls that one."""
        publishing.publish(record=record, **words)
