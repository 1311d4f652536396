"""The base of forms on records that a second person reviews: where they stand, what stands in the way, the steps."""

from __future__ import annotations

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
from editorial.actions.reviewing import checklist
from editorial.models import Publishable, Status
from editorial.rules.transitions import Step, steps

from . import standing
from .preview_page import Preview
from .standing import PublishableList
from .steps import STEPS, StepOffered, SubmitForm
from .suggestions import Suggestions
from .tracked import TrackedAdmin, signed_in


class PublishableAdmin(Suggestions, Preview, TrackedAdmin):
    """A tracked record with its way to the public: each step is one POST that calls one action."""

    change_form_template = "admin/publishable_form.html"
    list_select_related: ClassVar[tuple[str, ...]] = ()

    # ------------------------------------------------------------------ lists

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PublishableList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        people = ("submitted_by", "reviewed_by", "published_by", "withdrawn_by")
        return super().get_queryset(request).select_related(*people, *self.list_select_related)

    @admin.display(description="Status", ordering="status")
    def status_chip(self, obj: Publishable) -> str:
        return format_html('<span class="status is-{}">{}</span>', obj.status, standing.standing_words(obj))

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
            stored = self.model._default_manager.get(pk=original.pk)  # a refused form has changed the one in hand
            releases = stored.releases.order_by("-number")
            now = timezone.now()
            context |= {
                "record": stored,
                "standing": standing.standing_words(stored),
                "blockers": publishing.blockers(stored)
                if stored.status in (Status.DRAFT, Status.IN_REVIEW)
                else [],
                "checklist": checklist(stored) if stored.status == Status.IN_REVIEW else [],
                "discussion": self.discussion(request, stored),
                "suggestions": self.suggestions(stored),
                "suggest_url": self._address("suggest", stored.pk) if self.may_talk(request, stored) else "",
                "offered": self.steps_offered(request, stored),
                "sent_back": standing.sent_back(stored),
                "changes_url": self.changes_address(stored),
                "waits_for": self.waits_for(request, stored),
                "releases": releases.select_related("released_by")[:10],
                "readers_see": releases.visible(now).first(),
                "under_embargo": releases.not_withdrawn().filter(visible_from__gt=now).first(),
                "preview_url": self._address("preview", stored.pk),
                # saving new words makes a draft of whatever it was, so this is open from everywhere
                "save_and_submit": self.may(request, "submit", stored),
            }
        return super().render_change_form(request, context, *args, **kwargs)

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
        own = [
            self.record_path(f"{step.replace('_', '-')}/", self.step_view, step, {"step": step}) for step in STEPS
        ]
        return [*own, *super().get_urls()]

    def may(self, request: HttpRequest, step: Step, record: Publishable) -> bool:
        """The person's role covers the step; for approving, they are also not among its authors."""
        if not self.has_verb(request, STEPS[step].permission):
            return False
        return step != "approve" or not self.is_barred_author(request, record)

    def is_barred_author(self, request: HttpRequest, record: Publishable) -> bool:
        return settings.MONITOR_REVIEWER_MUST_DIFFER and request.user.pk in publishing.authors(record)

    def steps_offered(self, request: HttpRequest, record: Publishable) -> list[StepOffered]:
        open_steps = [step for step in steps(record.standing) if self.may(request, step, record)]
        return [self.offered(step, record, STEPS[step].form(record)) for step in open_steps]

    def offered(self, step: Step, record: Publishable, form: forms.Form) -> StepOffered:
        return StepOffered(step, STEPS[step].label, form, self._address(step, record.pk))

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
            return "" if self.may(request, "publish", record) else "A publisher publishes it."
        if self.is_barred_author(request, record):
            return "You wrote or submitted this; a second person reviews it."
        return "" if self.may(request, "approve", record) else "An editor reviews it."

    @method_decorator(require_POST)
    def step_view(self, request: HttpRequest, object_id: str, step: Step) -> HttpResponse:
        """Takes one step. What is missing in its form is asked for again, with the words typed kept."""
        record = self._seen(request, object_id)
        if not self.may(request, step, record):
            raise PermissionDenied
        form = STEPS[step].form(record, request.POST)
        if form.is_valid():
            return self._take(request, record, step, form)
        offered = self.offered(step, record, form)
        context = {"subtitle": str(record), "record": record, "step": offered}
        return self._page(
            request, "admin/publishable_step.html", offered.words, context, record=record, status=422
        )

    def _take(self, request: HttpRequest, record: Publishable, step: Step, form: forms.Form) -> HttpResponse:
        with self._saying_refusals(request):
            STEPS[step].take(record, signed_in(request), form.cleaned_data, self.publish)
            self.message_user(request, f"{record} {STEPS[step].done}.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", record.pk))

    def publish(self, *, record: Any, **words: Any) -> None:
        """The action that publishes; a record whose own action adds computed facts calls that one."""
        publishing.publish(record=record, **words)
