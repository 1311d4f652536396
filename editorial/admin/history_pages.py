"""The desk's pages on what was: timeline of a whole, comparison of two versions, restoring, deleted records."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from editorial.actions.restoring import bring_back, restore
from editorial.history.acts import NamedAct, acts_named, version_named
from editorial.history.comparison import compare
from editorial.history.deleted import Deleted, deleted
from editorial.history.index import index_of, people_of
from editorial.history.states import PastState, known_at_both
from editorial.history.timeline import timeline
from editorial.history.words import content_fields, label_of
from editorial.models import Tracked
from editorial.rules.transitions import Refused

from .history_forms import NarrowForm, RestoreForm
from .proposals import Proposals
from .record_pages import signed_in
from .shown_changes import shown

VIEWS = ("auto", "inline")


class HistoryPages(Proposals):
    """What all tracked records' admins show of the past. What a person may not see has no history either."""

    object_history_template = "admin/history.html"

    def get_urls(self) -> list[URLPattern]:
        return [
            self.page_path("deleted/", self.deleted_view, "deleted"),
            self.page_path("deleted/<path:object_id>/bring-back/", self.bring_back_view, "bring_back"),
            self.page_path("deleted/<path:object_id>/", self.gone_view, "gone"),
            self.record_path("history/compare/", self.compare_view, "compare"),
            self.record_path("history/restore/", self.restore_view, "restore"),
            *super().get_urls(),
        ]

    # ------------------------------------------------------------------ timeline

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        record = self._seen(request, object_id)
        index = index_of(self.model, record.pk)
        narrow = NarrowForm(request.GET, model=self.model, people=people_of(index))
        asked = narrow.cleaned_data if narrow.is_valid() else {}
        found = timeline(
            index,
            request.GET.get("page", 1),
            person=int(asked["person"]) if asked.get("person") else None,
            field=asked.get("field", ""),
            portion=request.GET.get("portion", 1),
        )
        context = {
            "acts": found.acts,
            "page": found.page,
            "portion": found.portion,
            "narrow": narrow,
            "is_narrowed": any(asked.values()),
            "is_popup": IS_POPUP_VAR in request.GET,
            **(extra_context or {}),
        }
        return self._page(request, self.object_history_template, f"History of {record}", context, record=record)

    # ------------------------------------------------------------------ comparison

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What differs between two versions of the whole. Without ``from``, the change that ``to`` made."""
        record = self._seen(request, object_id)
        to, since = request.GET.get("to", ""), request.GET.get("from", "")
        named = acts_named(self.model, record.pk, (to, since))
        new = _act(named, record, to)
        old = _act(named, record, since) if since else None
        if old is not None and old.complete > new.complete:
            old, new = new, old
        before, after = known_at_both(
            self.model, record.pk, old.complete if old is not None else new.before, new.complete
        )
        found = compare(before, after)
        restorable = {f.name for f in content_fields(self.model)}
        names = [(f.name, f.label) for f in found.fields if f.name in restorable]
        way = request.GET.get("view", VIEWS[0])
        context = {
            "old": before,
            "new": after,
            "old_act": old,
            "new_act": new,
            "changes": shown(found),
            "is_created": before.record is None,
            "view": way if way in VIEWS else VIEWS[0],
            "restore_form": RestoreForm(names=names)
            if old is not None and before.record is not None and self.has_change_permission(request, record)
            else None,
        }
        return self._page(request, "admin/compare.html", f"Compare versions of {record}", context, record=record)

    @method_decorator(require_POST)
    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Brings back a version, or some of its fields, as a new version."""
        record = self._seen(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        token = request.POST.get("version", "")
        if (version := version_named(self.model, record.pk, token)) is None:
            raise _no_version(record, token)
        names = [(f.name, str(f.verbose_name)) for f in content_fields(self.model)]
        form = RestoreForm(request.POST, names=names)
        back = self._address("history", record.pk)
        if not form.is_valid():
            for field, problems in form.errors.items():
                label = form.fields[field].label if field in form.fields else ""
                messages.error(request, f"{label}: {' '.join(map(str, problems))} Nothing was restored.")
            return HttpResponseRedirect(back)
        wanted = form.cleaned_data.get("fields_wanted") or None
        reason = form.cleaned_data["reason"]
        by, at = signed_in(request), f"{version.history_date:%d %B %Y, %H:%M} UTC"

        def act() -> None:
            restore(record=record, version=version, by=by, reason=reason, fields=wanted)
            messages.success(request, f"{_brought_back(self.model, record, wanted)} as it was on {at}.")

        onward = HttpResponseRedirect(back)
        with self._saying_refusals(request):
            self.carried_out(request, act, record=record, reason=reason, onward=lambda made: onward)
        return HttpResponseRedirect(back)

    # ------------------------------------------------------------------ deleted records

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """Records of this table that were deleted and can be brought back."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        context = {
            "gone": deleted(self.model, visible_to=signed_in(request)),
            "may_bring_back": self.has_add_permission(request),
        }
        return self._page(request, "admin/deleted.html", f"Deleted {self.opts.verbose_name_plural}", context)

    def gone_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What a deleted record said last, and how it came to that."""
        one = self._gone(request, object_id)
        index = index_of(self.model, one.pk)
        found = timeline(index, request.GET.get("page", 1), portion=request.GET.get("portion", 1))
        [newest] = timeline(index, 1).acts[:1]
        act = acts_named(self.model, one.pk, (newest.token,))[newest.token]
        last, _ = known_at_both(self.model, one.pk, act.before, act.complete)
        context = {"one": one, "said": _said(last), "acts": found.acts, "page": found.page}
        return self._page(request, "admin/gone.html", f"Deleted: {one.label}", context)

    def _gone(self, request: HttpRequest, object_id: str) -> Deleted:
        """The deleted record of an address. Raises Http404 where there is none that the person may see."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        pk = unquote(object_id)
        for one in deleted(self.model, visible_to=signed_in(request)):
            if str(one.pk) == pk:
                return one
        raise Http404(f"No deleted {self.opts.verbose_name} has this number.")

    @method_decorator(require_POST)
    def bring_back_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        pk = self._gone(request, object_id).pk
        reason = request.POST.get("reason", "").strip()
        by, deleted_ones = signed_in(request), HttpResponseRedirect(self._address("deleted"))

        def act() -> HttpResponse:
            record = bring_back(model=self.model, pk=pk, by=by, reason=reason)
            messages.success(request, f"{record} is back.")
            return HttpResponseRedirect(self._address("change", record.pk))

        with self._saying_refusals(request):
            if not reason:
                raise Refused("Say why it comes back. Nothing has happened yet.")
            return self.carried_out(request, act, record=None, reason=reason, onward=lambda made: deleted_ones)
        return deleted_ones


def _said(last: PastState) -> list[tuple[str, str]]:
    """All that a whole said at a moment, by the name of the field or of the kind of part."""
    rows = [row for rows in last.parts.values() for row in rows.values()]
    own = [(label_of(f), last.record.shown(f)) for f in content_fields(last.record.model)] if last.record else []
    return [(name, words) for name, words in own if words] + [
        (label_of(row.model), row.describe()) for row in rows
    ]


def _brought_back(model: type[Tracked], record: Tracked, wanted: Collection[str] | None) -> str:
    """What came back, to be followed by "as it was on …": the record, or the fields that were chosen."""
    if not wanted:
        return f"{record} is"
    names = [label_of(f) for f in content_fields(model) if f.name in wanted]
    return f"{', '.join(names)} of {record} {'is' if len(names) == 1 else 'are'}"


def _act(acts: dict[str, NamedAct], record: Tracked, token: str) -> NamedAct:
    if token not in acts:
        raise _no_version(record, token)
    return acts[token]


def _no_version(record: Tracked, token: str) -> Http404:
    return Http404(f"{record} has no version “{token}”.")
