"""The base of every form on tracked records: it asks why, and never overwrites somebody else's change unseen."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst

from editorial.actions.presence import leave, note_presence
from editorial.history.states import known_at
from editorial.models import ResearchedTextField, Tracked, User, access, recording

from .conflict import Conflict, mark_of, merged_form, merged_rows, state_of_mark
from .history_pages import HistoryPages
from .researched_text import ResearchedTextWidget
from .source_supports import FIELD as SOURCE_SUPPORTS
from .source_supports import SourceSupports, asks

REASON_HELP = "For the team, kept with this change, for example: date of deposit corrected after the notification."
NOTE_HELP = "Only where readers should be told about this change; they see these words. Most changes need none."


class ReasonForm(forms.Form):
    """Why something is done. Every act on a tracked record carries it."""

    reason = forms.CharField(
        label="Reason for the change",
        max_length=500,
        help_text=REASON_HELP,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class WrittenText(forms.CharField):
    """Words of several lines. Browsers send every line end as two characters; the record keeps one.

    Otherwise saving a form in which nothing was changed would rewrite every line of its texts.
    """

    def to_python(self, value: Any) -> Any:
        words = super().to_python(value)
        return words.replace("\r\n", "\n").replace("\r", "\n") if isinstance(words, str) else words


class TrackedForm(SourceSupports):
    """A form of a tracked record with the reason, the public note, and the version that the person has seen."""

    reason = forms.CharField(
        label="Reason for the change",
        max_length=500,
        help_text=REASON_HELP,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    public_note = forms.CharField(
        label="Public note",
        required=False,
        help_text=NOTE_HELP,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    )
    seen_version = forms.CharField(required=False, widget=forms.HiddenInput)

    conflict: Conflict | None = None  # what somebody else did meanwhile

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # the mark was taken before the record was read, so that nothing can come between the two unseen
        self.fields["seen_version"].initial = getattr(self.instance, "seen_mark", "")

    def clean(self) -> dict[str, Any] | None:
        """Refuses, once, to save over a change that was made after this form was opened.

        The form then holds both people's changes where they do not overlap, and says what is left to decide.
        """
        cleaned = super().clean()
        if self.instance.pk is None or not isinstance(self.instance, Tracked):
            return cleaned
        model, pk = type(self.instance), self.instance.pk
        newest = mark_of(model, pk)
        seen = str(self.cleaned_data.get("seen_version") or "")
        if seen != newest:
            data, self.conflict = merged_form(self, state_of_mark(model, pk, seen))
            data[self.add_prefix("seen_version")] = newest
            self.data = data
            raise forms.ValidationError(
                "%(who)s changed this since you opened the form. Nothing is saved yet, and nothing you typed is lost: "
                "see both versions here, then save again.",
                code="changed_meanwhile",
                params={"who": self.conflict.acts[0].by or "Somebody" if self.conflict.acts else "Somebody"},
            )
        return cleaned


def signed_in(request: HttpRequest) -> User:
    """Who is at the desk: the admin lets nobody in who has not signed in."""
    return cast(User, request.user)


class CarefulAutocomplete(AutocompleteSelect):
    """Django's looks up whatever was sent for the record's number, even what is none; the form then says so itself."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [one for one in value if self._can_be_one(one)], attr)

    def _can_be_one(self, value: Any) -> bool:
        key = self.field.target_field
        try:
            key.run_validators(key.to_python(value))
        except ValidationError:
            return False
        return True


class CarefulRelations:
    """Beside a field that names another record stand "add" and "view": changing and deleting it is no side task."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # a mixin
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        options = cast(Any, self)
        if db_field.name in options.get_autocomplete_fields(request):
            kwargs.setdefault(
                "widget", CarefulAutocomplete(db_field, options.admin_site, using=kwargs.get("using"))
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # a mixin


class TrackedInline(CarefulRelations, admin.StackedInline):
    """Further rows of a tracked record, saved with it as one change."""

    extra = 0


class TrackedAdmin(CarefulRelations, HistoryPages):
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

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
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

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(
            request, {"title": capfirst(self.opts.verbose_name_plural), **(extra_context or {})}
        )

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if original := context.get("original"):
            context |= {"title": str(original), "subtitle": None}
            if self.has_change_permission(request, original):
                context |= {
                    "presence_url": self._address("presence", original.pk),
                    "others_here": note_presence(record=original, by=signed_in(request), at=timezone.now()),
                    "mark": mark_of(self.model, original.pk),
                }
        return super().render_change_form(request, context, *args, **kwargs)

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
        return super().get_search_results(request, queryset, search_term)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The record; for a form, carrying the mark of the newest version at the time it was read."""
        if not getattr(request, "wants_mark", False):
            return super().get_object(request, object_id, from_field)
        try:
            mark = mark_of(self.model, self.model._meta.pk.to_python(object_id))
        except ValidationError:
            return None
        record = super().get_object(request, object_id, from_field)
        if record is not None:
            record.seen_mark = mark
        return record

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """The rows as posted; after somebody else has saved, with what only they changed."""
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
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
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method != "POST":
            request.wants_mark = True  # type: ignore[attr-defined]  # read by get_object
            return super().changeform_view(request, object_id, form_url, extra_context)
        if object_id is not None:
            # asked before anything is locked: who may not save makes nobody wait
            record = self.get_object(request, unquote(object_id))
            if record is None:
                return super().changeform_view(request, object_id, form_url, extra_context)  # says that it is gone
            if not self.has_change_permission(request, record):
                raise PermissionDenied
        request.wants_mark = True  # type: ignore[attr-defined]
        with (
            transaction.atomic(),
            recording(
                by=signed_in(request),
                reason=request.POST.get("reason", "").strip(),
                public_note=request.POST.get("public_note", "").strip(),
            ),
        ):
            if object_id is not None:
                self._lock(record.pk)
                if "_next" in request.POST:
                    request.next_in_list = self.next_in_list(request, unquote(object_id))  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _lock(self, pk: Any) -> None:
        """Two saves at the same moment wait for each other, so that the second sees the first.

        Without the model's order: one that follows a relation joins it, and PostgreSQL locks no row of a join
        whose other side may be missing.
        """
        list(self.model._base_manager.select_for_update().order_by().filter(pk=pk).values_list("pk"))

    # ------------------------------------------------------------------ who else is here

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_presence"
        own = path("<path:object_id>/presence/", self.admin_site.admin_view(self.presence_view), name=name)
        return [own, *super().get_urls()]

    def presence_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asked by an open form every half minute: who else has it open, and whether somebody saved meanwhile."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record = self._seen(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        if "leave" in request.POST:
            leave(record=record, by=signed_in(request))
            return JsonResponse({"others": []})
        others = note_presence(record=record, by=signed_in(request), at=timezone.now())
        return JsonResponse(
            {
                "others": [{"name": str(one.user), "since": one.opened_at.isoformat()} for one in others],
                "changed": mark_of(self.model, record.pk),
            }
        )

    # ------------------------------------------------------------------ save and next

    def next_in_list(self, request: HttpRequest, pk: str) -> Any | None:
        """The record after this one in the list it was opened from, with that list's filters and order."""
        listed = QueryDict(request.GET.get("_changelist_filters", ""))
        asked = request.GET
        request.GET = listed  # the list reads its filters from here
        try:
            pks = list(self.get_changelist_instance(request).get_queryset(request).values_list("pk", flat=True))
        finally:
            request.GET = asked
        here = next((i for i, one in enumerate(pks) if str(one) == pk), None)
        return pks[here + 1] if here is not None and here + 1 < len(pks) else None

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if "_next" not in request.POST:
            return super().response_change(request, obj)
        following = getattr(request, "next_in_list", None)
        if following is None:
            self.message_user(request, f"{obj} is saved. It was the last of the list.", messages.SUCCESS)
            return self.response_post_save_change(request, obj)
        self.message_user(request, f"{obj} is saved. This is the next one.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", following) + self._kept_filters(request))

    def _address(self, name: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args)

    def _kept_filters(self, request: HttpRequest) -> str:
        kept = self.get_preserved_filters(request)
        return f"?{kept}" if kept else ""

    # ------------------------------------------------------------------ deleting

    def deletion_refusal(self, obj: Any) -> str:
        """Why this record cannot be deleted and what to do instead; "" where it can."""
        return ""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
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
            # shows the confirmation again, now with what is missing; Django deletes only what is posted
            request.POST = QueryDict()
            return super().delete_view(request, object_id, context)
        with recording(by=signed_in(request), reason=form.cleaned_data["reason"]):
            return super().delete_view(request, object_id, context)
