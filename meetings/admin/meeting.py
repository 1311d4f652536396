"""Meetings at the desk, with their dates, counts and pasted attendance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from editorial.admin.tracked import TrackedAdmin, TrackedInline, signed_in
from editorial.models import Source
from meetings.actions.attendance import enter_attendance
from meetings.models import Absence, Attendance, Capacity, Meeting, MeetingCount, MeetingSpan
from meetings.queries.names import names_in_lists
from meetings.rules.delegation_list import read_delegations

from .pasted_names import FIELD, PastedNamesForm


class MeetingForm(PastedNamesForm):
    """The meeting, and a delegation list to be entered with it."""

    LISTS = ("delegations",)

    delegations = forms.CharField(
        label="Delegation list",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
        help_text="Paste it: one state a line, if need be with the head of delegation (Peru – Amb. A. Garcia), or all "
        "in running text (Chile, Croatia, Mexico and Portugal). What is no state stays here until you have said what it is.",
    )
    delegations_capacity = forms.ChoiceField(
        label="They took part as", choices=Capacity.choices, initial=Capacity.PARTICIPANT, required=False
    )
    delegations_source = forms.ModelChoiceField(
        Source.objects.in_library(),
        label="Source of the list",
        to_field_name="key",
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Key of the source in the library, for example CMC-Lima-2007.",
    )

    def names(self) -> Mapping[str, Any]:
        return names_in_lists()

    def unknown_in(self, pasted: str) -> tuple[str, ...]:
        return read_delegations(pasted, self.known).unknown


class MeetingSpanInline(TrackedInline):
    """One row for each stretch of days."""

    model = MeetingSpan
    fields = (("start", "end", "label", "is_planned"), ("source", "source_locator"))
    autocomplete_fields = ("source",)
    verbose_name = "date"


class MeetingCountInline(TrackedInline):
    """Counts as sources give them; those that disagree stand side by side."""

    model = MeetingCount
    fields = (
        ("counted", "number"),
        ("certainty", "rank"),
        "rank_reason",
        ("source", "source_locator"),
        "made_on",
        "note",
    )
    autocomplete_fields = ("source",)
    verbose_name = "count"


class AttendanceInline(TrackedInline):
    """States that a source names as present."""

    model = Attendance
    fields = (("country", "capacity"), "head_of_delegation", ("source", "source_locator"))
    autocomplete_fields = ("country", "source")
    verbose_name = "state named as present"
    verbose_name_plural = "states named as present"


class AbsenceInline(TrackedInline):
    """States that a source says were not there."""

    model = Absence
    fields = ("country", ("source", "source_locator"))
    autocomplete_fields = ("country", "source")
    verbose_name = "state said not to have been there"
    verbose_name_plural = "states said not to have been there"


@admin.register(Meeting)
class MeetingAdmin(TrackedAdmin):
    form = MeetingForm
    list_display = ("short_name", "kind", "dates", "place", "parent", "states")
    list_filter = ("kind",)
    ordering = ("name",)  # the count of states groups the rows, which drops the table’s own order
    list_select_related = ("country", "parent")
    search_fields = ("name", "short_name", "slug", "city")
    autocomplete_fields = ("parent", "country", "host", "source")
    prepopulated_fields = {"slug": ("short_name",)}
    inlines = (MeetingSpanInline, MeetingCountInline, AttendanceInline, AbsenceInline)
    sections = (
        (None, {"fields": ["name", "short_name", "slug", "kind", "parent"]}),
        ("Place", {"fields": ["city", "country", "is_virtual", "host", "president"]}),
        ("Text", {"fields": ["note", ("source", "source_locator")]}),
        ("Attendance", {"fields": ["delegations", FIELD, ("delegations_capacity", "delegations_source")]}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Meeting]:
        rows = super().get_queryset(request).prefetch_related("spans")
        return rows.annotate(state_count=Count("attendance__country", distinct=True))

    @admin.display(description="Dates")
    def dates(self, meeting: Meeting) -> str:
        return ", ".join(str(span) for span in meeting.spans.all())

    @admin.display(description="States named", ordering="state_count")
    def states(self, meeting: Meeting) -> int:
        return meeting.state_count

    def deletion_refusal(self, obj: Meeting) -> str:
        if obj.statements.exists() or obj.parts.exists() or obj.documents.exists():
            return f"{obj} has statements, parts or documents. Move them to another meeting first."
        return super().deletion_refusal(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        pasted = form.cleaned_data.get("delegations", "")
        if not pasted.strip():
            return
        entered = enter_attendance(
            meeting=form.instance,
            pasted=pasted,
            capacity=Capacity(form.cleaned_data.get("delegations_capacity") or Capacity.PARTICIPANT),
            source=form.cleaned_data.get("delegations_source"),
            by=signed_in(request),
            reason=form.cleaned_data["reason"],
        )
        words = f"Delegation list: {entered.added} entered, {entered.already} there already."
        self.message_user(request, words, messages.SUCCESS)
        if entered.unknown:
            words = "Left out, marked as no state: " + "; ".join(entered.unknown) + "."
            self.message_user(request, words, messages.WARNING)
