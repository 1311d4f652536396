"""The source library at the desk: compare with the documents, see where used, merge two into one."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from editorial.actions.source_library import merge_sources
from editorial.models import CitationUse, Source, Tracked
from editorial.queries import alike_sources
from editorial.queries.where_used import facts_naming, public_sources
from editorial.rules.explained import shown

from .tracked import ReasonForm, TrackedAdmin, TrackedForm, signed_in

USES_SHOWN = 100


class MergeForm(ReasonForm):
    """Which of the chosen sources stays; the others become other names of it."""

    keep = forms.ModelChoiceField(
        queryset=Source.objects.none(),
        label="Keep",
        empty_label=None,
        widget=forms.RadioSelect,
        help_text="Every text that cites one of the others cites this one from then on.",
    )
    field_order = ("keep", "reason")

    def __init__(self, *args: Any, chosen: QuerySet[Source], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["keep"]).queryset = chosen


class SourceForm(TrackedForm):
    """Whoever takes the mark "to be checked" away has compared the entry: on that day, in that name."""

    asked_by = ""  # who fills in the form; set by the admin

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if cleaned is None or "to_be_checked" not in cleaned:
            return cleaned
        if cleaned["to_be_checked"]:
            cleaned |= {"compared_on": None, "compared_by": ""}
        else:
            cleaned["compared_on"] = cleaned.get("compared_on") or timezone.localdate()
            cleaned["compared_by"] = cleaned.get("compared_by") or self.asked_by
            if cleaned["compared_on"] > timezone.localdate():
                self.add_error("compared_on", "This day is still to come.")
        return cleaned


@admin.register(Source)
class SourceAdmin(TrackedAdmin):
    form = SourceForm
    change_list_template = "admin/source_list.html"
    ordering = ("-to_be_checked", "key")
    list_display = ("key", "compared", "line_shown", "kind", "document_date", "uses_counted")
    list_filter = ("to_be_checked", "kind")
    search_fields = ("key", "title", "english_title", "authors", "publisher", "un_symbol", "as_printed")
    actions = ("merge",)
    readonly_fields = ("line_shown", "where_used")
    sections = (
        (None, {"fields": ["line_shown", "to_be_checked", ("compared_on", "compared_by")]}),
        ("The document", {"fields": ["key", "kind", "authors", "title", "english_title", "language"]}),
        (
            "Where and when",
            {"fields": ["publisher", "un_symbol", "meeting_session", "place", "document_date", "event_date"]},
        ),
        ("Where to find it", {"fields": ["url", "archived_url", "accessed_on"]}),
        ("As imported", {"fields": ["as_printed", "remarks"]}),
        ("Where it is used", {"fields": ["where_used"]}),
    )

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.asked_by = str(signed_in(request))
        for name, usual in (("compared_on", "today"), ("compared_by", "you")):
            if field := form.base_fields.get(name):
                field.help_text += f" Left empty: {usual}."
        return form

    def proposes(self, record: Tracked | None) -> bool:
        """A source that nothing public rests on is shown nowhere: it is changed at once, too."""
        return record is not None and public_sources(timezone.now()).filter(pk=record.pk).exists()

    def get_urls(self) -> list[URLPattern]:
        return [self.page_path("perhaps-the-same/", self.alike_view, "alike"), *super().get_urls()]

    def alike_view(self, request: HttpRequest) -> HttpResponse:
        """Entries that may be one document, each set with the way to merge it."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        context = {"found": alike_sources(), "may_merge": self.has_change_permission(request)}
        return self._page(request, "admin/sources_alike.html", "Perhaps the same", context)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        found: QuerySet[Source] = super().get_queryset(request).filter(merged_into__isnull=True)
        return found.annotate(use_count=Count("uses"))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in {"title", "english_title", "authors", "as_printed", "remarks"}:
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description="As readers see it")
    def line_shown(self, source: Source) -> str:
        return source.line() if source.pk else "–"

    @admin.display(description="Used", ordering="use_count")
    def uses_counted(self, source: Source) -> int:
        return source.use_count  # type: ignore[attr-defined]  # annotated above

    @admin.display(description="Compared with the document", ordering="to_be_checked")
    def compared(self, source: Source) -> str:
        return f"{shown(source.compared_on)}, {source.compared_by}" if source.compared_on else "to be checked"

    @admin.display(description="Cited in")
    def where_used(self, source: Source) -> str:
        if not source.pk:
            return "–"
        uses = list(source.uses.select_related("content_type").prefetch_related("text")[:USES_SHOWN])
        lines = [_use(use) for use in uses]
        if more := source.uses.count() - len(uses):
            lines.append(f"and {more} more")
        for key, facts in facts_naming(source):
            if named := facts.count():
                lines.append(f"{named} {key.model._meta.verbose_name_plural} name it")
        if merged := source.merged_sources.count():
            lines.append(
                "another entry was merged into it" if merged == 1 else f"{merged} others were merged into it"
            )
        if not lines:
            return "Nothing rests on it."
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line,) for line in lines)))

    def deletion_refusal(self, obj: Source) -> str:
        if used := obj.uses.count():
            places = "1 place" if used == 1 else f"{used} places"
            return f"{obj} is cited in {places}, so it cannot be deleted. Merge it into another source instead."
        return super().deletion_refusal(obj)

    @admin.action(description="Merge the chosen sources into one", permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Shows what would be merged; writes only after the confirmation."""
        chosen = queryset.order_by("-use_count", "key")
        if not 2 <= len(chosen) <= 20:
            self.message_user(
                request, "Choose two to twenty sources that are the same document.", messages.WARNING
            )
            return None
        form = MergeForm(request.POST if "confirmed" in request.POST else None, chosen=chosen)
        if form.is_valid():
            kept = form.cleaned_data["keep"]
            others = [source for source in chosen if source != kept]
            by, reason = signed_in(request), form.cleaned_data["reason"]
            back = HttpResponseRedirect(request.get_full_path())

            def act() -> None:
                for source in others:
                    merge_sources(source=source, into=kept, by=by, reason=reason)
                self.message_user(request, f"{len(others)} merged into {kept}.", messages.SUCCESS)

            seen = next((one for one in chosen if self.proposes(one)), None)
            with self._saying_refusals(request):
                self.carried_out(request, act, record=seen, reason=reason, onward=lambda made: back)
            return back
        context = {"sources": chosen, "form": form}
        return self._page(request, "admin/merge_sources.html", "Merge sources", context)


def _use(use: CitationUse) -> str:
    where = f"note {use.note}" if use.note else "text"
    detail = f"{where}, {use.locator}" if use.locator else where
    table = use.content_type
    try:
        address = reverse(f"admin:{table.app_label}_{table.model}_change", args=[use.object_id])
    except NoReverseMatch:
        return f"{use.text} ({detail})"
    return format_html('<a href="{}">{}</a> ({})', address, use.text, detail)
