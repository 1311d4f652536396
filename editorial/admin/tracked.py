"""The base of every form on tracked records: it asks why, and never overwrites somebody else's change unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.text import capfirst

from editorial.actions.presence import note_presence
from editorial.history.marks import mark_of, state_of_mark
from editorial.history.states import known_at
from editorial.models import ChangeSet, ResearchedTextField, Tracked, access

from .begun import BROUGHT_BACK, BegunForms, numbers_of
from .conflict import merged_rows
from .history_pages import HistoryPages
from .posted_rows import MOST_ROWS, refuse_absurd_counts
from .presence_page import Presence
from .proposals import address_of
from .proposed_in_lists import ProposedInLists
from .record_pages import asked_again, signed_in
from .relations import CarefulRelations
from .researched_text import ResearchedTextWidget
from .source_supports import FIELD as SOURCE_SUPPORTS
from .source_supports import asks
from .tracked_form import ReasonForm, TrackedForm, WrittenText

FOUND_ONCE = 1_000  # records that a search names by their keys


class TrackedAdmin(CarefulRelations, BegunForms, Presence, ProposedInLists, HistoryPages):
    """Forms in the order of the work, the reason last; lists with the columns one decides by.

    ``sections`` takes the place of ``fieldsets``: the reason and the public note are added at its end.
    """

    form = TrackedForm
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    sections: tuple[Any, ...] = ()
    formfield_overrides = {
        models.TextField: {"form_class": WrittenText},
        ResearchedTextField: {"form_class": WrittenText, "widget": ResearchedTextWidget, "strip": False},
        models.URLField: {"assume_scheme": "https"},
    }
    change_list_template = "admin/tracked_list.html"
    delete_confirmation_template = "admin/delete_with_reason.html"

    # ------------------------------------------------------------------ the form

    def get_prepopulated_fields(self, request: HttpRequest, obj: Tracked | None = None) -> dict[str, Any]:
        """An address once given does not follow the name."""
        return {} if obj else {**super().get_prepopulated_fields(request, obj)}

    def get_fieldsets(self, request: HttpRequest, obj: Tracked | None = None) -> Any:
        sections = list(self.sections) or super().get_fieldsets(request, obj)
        own = {"reason", "public_note", "seen_version", SOURCE_SUPPORTS}
        kept = [
            (title, {**options, "fields": [f for f in options["fields"] if f not in own]})
            for title, options in sections
        ]
        if not (self.has_change_permission(request, obj) if obj else self.has_add_permission(request)):
            return kept
        asked = [SOURCE_SUPPORTS] if obj is not None and asks(self.model) else []
        why = {"fields": [*asked, "reason", "public_note", "seen_version"], "classes": ["reason"]}
        return [*kept, ("Why", why)]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        return super().changelist_view(
            request, {"title": capfirst(self.opts.verbose_name_plural), **(extra_context or {})}
        )

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        context |= numbers_of(request)
        if original := context.get("original"):
            context |= {"title": str(original), "subtitle": None}
            if self.has_change_permission(request, original):
                mark = context.get("mark") or mark_of(self.model, original.pk)
                context |= {
                    "mark": mark,
                    "others_proposals": self._others_proposals(original, context.get("proposal")),
                }
                if (proposal := context.get("proposal")) is not None and request.method != "POST":
                    fields = context["adminform"].form.fields
                    fields["reason"].initial, fields["public_note"].initial = proposal.reason, proposal.public_note
                if context.get("is_only_proposed"):
                    context |= dict.fromkeys(
                        ("show_delete", "show_save_and_add_another", "show_save_and_continue"), False
                    )
                else:
                    context |= {
                        "presence_url": self._address("presence", original.pk),
                        "others_here": note_presence(record=original, by=signed_in(request), at=timezone.now()),
                    }
                context["adminform"].form.fields["seen_version"].initial = mark
        return super().render_change_form(request, context, *args, **kwargs)

    def _others_proposals(self, record: Tracked, shown: object) -> list[ChangeSet]:
        """What is proposed on the record beside what its form shows."""
        return [one for one in self.proposals_on(record) if one != shown]

    def get_queryset(self, request: HttpRequest) -> Any:
        """What this person may see: lists, forms, autocompletion, history and export all begin here."""
        return access.accessible(super().get_queryset(request), signed_in(request))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if (limit := access.choices(self.model, db_field.name, signed_in(request))) is not None:
            kwargs["queryset"] = limit
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """Autocompletion of a foreign key offers only what the form will take."""
        asked = request.GET
        if {"app_label", "model_name", "field_name"} <= set(asked):
            try:
                model = apps.get_model(asked["app_label"], asked["model_name"])
            except LookupError:
                return queryset.none(), False
            if (limit := access.choices(model, asked["field_name"], signed_in(request))) is not None:
                queryset = queryset.filter(pk__in=limit.values("pk"))
        found, is_doubled = super().get_search_results(request, queryset, search_term)
        if not is_doubled:
            return found, False
        # Found by several of its names: comparing whole rows would read every text. And who shows them counts them
        # first, which would search twice.
        keys = found.order_by().values_list("pk", flat=True).distinct()
        few = list(keys[: FOUND_ONCE + 1])
        return queryset.filter(pk__in=few if len(few) <= FOUND_ONCE else keys), False

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """The rows as posted; after somebody else has saved, with what only they changed."""
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in kwargs:
            refuse_absurd_counts(kwargs["data"])
        if "data" not in kwargs or obj is None or obj.pk is None or not issubclass(inline.model, Tracked):
            return kwargs
        seen = request.POST.get("seen_version", "")
        if seen == mark_of(self.model, obj.pk) or (base := state_of_mark(self.model, obj.pk, seen)) is None:
            return kwargs
        label = inline.model._meta.label
        now = known_at(self.model, obj.pk, timezone.now())
        form_class = inline.get_formset(request, obj).form
        kwargs["data"] = merged_rows(
            kwargs["data"], prefix, form_class, base.parts.get(label, {}), now.parts.get(label, {})
        )
        return kwargs

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> Any:
        """The form of a record, as stored or as this person proposes it, and what is posted from it."""
        context = extra_context or {}
        if request.method != "POST":
            request, begun = self.asked_for(request)
            context = {**context, "begun": begun}

        def ordinary(**more: object) -> HttpResponse:
            return super(TrackedAdmin, self).changeform_view(request, object_id, form_url, {**context, **more})

        record = self.get_object(request, unquote(object_id)) if object_id is not None else None
        if object_id is not None and record is None:
            return ordinary()  # says that it is gone
        if request.method != "POST" or BROUGHT_BACK in request.POST:
            return self._opened(request, record, ordinary) if record is not None else ordinary()
        # asked before anything is locked: who may not save makes nobody wait
        if record is not None and not self.has_change_permission(request, record):
            raise PermissionDenied
        return self._posted(request, record, ordinary)

    def _opened(
        self, request: HttpRequest, record: Tracked, ordinary: Callable[..., HttpResponse]
    ) -> HttpResponse:
        # the mark is taken before the record is read: nothing comes between the two unseen
        mark = mark_of(self.model, record.pk)
        if (own := self.own_proposal(request, record)) is None:
            return ordinary(mark=mark)
        with self._saying_refusals(request):
            return self.seen_as_proposed(own, lambda: ordinary(mark=mark, proposal=own))
        return HttpResponseRedirect(address_of(own))

    def _posted(
        self, request: HttpRequest, record: Tracked | None, ordinary: Callable[..., HttpResponse]
    ) -> HttpResponse:
        following: object = None
        goes_on = "_next" in request.POST and record is not None

        def act() -> HttpResponse:
            nonlocal following
            if record is not None:
                self._lock(record.pk)
                following = self.next_in_list(request, record.pk) if goes_on else None
            response = ordinary()
            if goes_on and record is not None and isinstance(response, HttpResponseRedirect):
                return self._go_on(request, self.model._base_manager.get(pk=record.pk), following)
            return response

        def onward(made: ChangeSet) -> HttpResponse:
            if goes_on and record is not None:
                return self._go_on(request, record, following, "proposed")
            if "_continue" in request.POST:
                return HttpResponseRedirect(
                    self._address("change", record.pk) if record is not None else address_of(made)
                )
            if "_addanother" in request.POST:
                return HttpResponseRedirect(self._address("add"))
            return HttpResponseRedirect(self._address("changelist"))

        why, told = (request.POST.get(name, "").strip() for name in ("reason", "public_note"))

        def answer() -> HttpResponse:
            return self.carried_out(request, act, record=record, reason=why, public_note=told, onward=onward)

        def shown_again(asked: HttpRequest) -> HttpResponse:
            return super(TrackedAdmin, self).changeform_view(asked)

        with self._saying_refusals(request):
            return self.saved_once(request, answer, shown_again=shown_again if record is None else None)
        return HttpResponseRedirect(request.get_full_path())

    def form_of_new(self, request: HttpRequest, made: ChangeSet, row_id: UUID) -> HttpResponse:
        """The form of a record that is only proposed so far, as the set has it; what is posted amends the set."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        page = HttpResponseRedirect(address_of(made))
        is_posted = request.method == "POST"
        request, begun = (request, None) if is_posted else self.asked_for(request)

        def ordinary() -> HttpResponse:
            record = self.model._base_manager.get(public_id=row_id)
            mark = mark_of(self.model, record.pk)
            context = {"mark": mark, "proposal": made, "is_only_proposed": True, "begun": begun}
            return super(TrackedAdmin, self).changeform_view(request, str(record.pk), request.path, context)

        with self._saying_refusals(request):
            if not is_posted:
                return self.seen_as_proposed(made, ordinary)
            why, told = (request.POST.get(name, "").strip() for name in ("reason", "public_note"))
            return self.saved_once(
                request,
                lambda: self.carried_out(
                    request,
                    ordinary,
                    record=None,
                    reason=why,
                    public_note=told,
                    onward=lambda amended: page,
                    amending=made,
                ),
            )
        return page

    def _lock(self, pk: object) -> None:
        """Two saves at the same moment wait for each other, so that the second sees the first.

        Without the model's order: one that follows a relation joins it, and PostgreSQL locks no row of a join
        whose other side may be missing.
        """
        list(self.model._base_manager.select_for_update().order_by().filter(pk=pk).values_list("pk"))

    # ------------------------------------------------------------------ save and next

    def next_in_list(self, request: HttpRequest, pk: object) -> object:
        """The record after this one in the list it was opened from, with that list's filters and order.

        Asked before saving: a record that is put right may leave the list.
        """
        listed = asked_again(request, request.GET.get("_changelist_filters", ""))
        pks = list(self.get_changelist_instance(listed).queryset.values_list("pk", flat=True))
        here = pks.index(pk) if pk in pks else None
        return pks[here + 1] if here is not None and here + 1 < len(pks) else None

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if "_next" in request.POST:  # changeform_view knows where to
            return HttpResponseRedirect(self._address("change", obj.pk))
        return super().response_change(request, obj)

    def _go_on(
        self, request: HttpRequest, record: Tracked, following: object, done: str = "saved"
    ) -> HttpResponse:
        if following is None:
            self.message_user(request, f"{record} is {done}. It was the last of the list.", messages.SUCCESS)
            return self.response_post_save_change(request, record)
        self.message_user(request, f"{record} is {done}. This is the next one.", messages.SUCCESS)
        kept = self.get_preserved_filters(request)
        return HttpResponseRedirect(self._address("change", following) + (f"?{kept}" if kept else ""))

    # ------------------------------------------------------------------ deleting

    def deletion_refusal(self, obj: Any) -> str:
        """Why this record cannot be deleted and what to do instead; "" where it can."""
        return ""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, object] | None = None
    ) -> Any:
        obj = self.get_object(request, unquote(object_id))
        if obj is not None and self.has_delete_permission(request, obj) and (why := self.deletion_refusal(obj)):
            self.message_user(request, why, messages.ERROR)
            return HttpResponseRedirect(self._address("change", obj.pk))
        form = ReasonForm(request.POST or None)
        context = {**(extra_context or {}), "reason_form": form}
        if request.method != "POST":
            return super().delete_view(request, object_id, context)
        if not form.is_valid():
            # shows the confirmation again, now with what is missing
            return super().delete_view(asked_again(request), object_id, context)
        return self.carried_out(
            request,
            lambda: super(TrackedAdmin, self).delete_view(request, object_id, context),
            record=obj,
            reason=form.cleaned_data["reason"],
            onward=lambda made: HttpResponseRedirect(self._address("changelist")),
        )


class TrackedInline(CarefulRelations, admin.StackedInline):
    """Further rows of a tracked record, saved with it as one change."""

    extra = 0
    max_num = MOST_ROWS
