"""Treaty actions at the desk: what an act would change is shown before it is saved; whole tables come as sheets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms.models import modelform_factory
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ConfirmImportForm, ExportForm, ImportForm
from import_export.results import Result

from countries.importing.treaty_action_sheet import COLUMNS, ONLY_WHAT_HAPPENED, TreatyActionSheet
from countries.models import Treaty, TreatyAction
from countries.queries.coverage import acts_towards, record
from countries.queries.treaty_effects import Effect, effects_of
from editorial.admin.tracked import REASON_HELP, TrackedAdmin, TrackedForm, signed_in
from editorial.importing.sheet_file import UnreadableSheet, read_sheet
from editorial.models import recording
from editorial.rules.calendar import spoken

FACTS = ("treaty", "country", "kind", "date", "effective_on", "published_effect", "in_armed_conflict")
LARGEST_SHEET = 2 * 1024 * 1024  # bytes


class NotAhead(forms.ModelForm):
    """An act is recorded once it has happened."""

    def clean_date(self) -> Any:
        day = self.cleaned_data["date"]
        if day > timezone.localdate():
            raise forms.ValidationError(f"{spoken(day)} lies ahead. {ONLY_WHAT_HAPPENED}")
        return day


class TreatyActionForm(NotAhead, TrackedForm):
    """The form at the desk."""


FactsForm = modelform_factory(TreatyAction, form=NotAhead, fields=FACTS)


class SheetForm(ImportForm):
    """The upload, the treaty that a table with a row a state is of, and the reason."""

    treaty = forms.ModelChoiceField(
        Treaty.objects.all(),
        to_field_name="slug",
        required=False,
        help_text="For a table with a row a state (iso3, signed, deposit_date, deposit_kind). "
        "A column “treaty” in the sheet wins.",
    )
    reason = forms.CharField(
        label="Reason for the change",
        max_length=500,
        help_text=REASON_HELP,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    field_order = ["resource", "import_file", "format", "treaty", "reason"]

    def clean_import_file(self) -> Any:
        sheet = self.cleaned_data["import_file"]
        if sheet.size > LARGEST_SHEET:
            raise forms.ValidationError(
                f"The file has {sheet.size / 1024 / 1024:.1f} MB; a sheet of acts has at most 2 MB. Split it."
            )
        try:
            read_sheet(sheet.name, sheet.read())  # before the library reads it without limits
        except UnreadableSheet as problem:
            raise forms.ValidationError(str(problem)) from None
        sheet.seek(0)
        return sheet


class ConfirmSheetForm(ConfirmImportForm):
    treaty = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(max_length=500, widget=forms.HiddenInput)


@admin.register(TreatyAction)
class TreatyActionAdmin(ImportExportMixin, TrackedAdmin):
    """Signatures, deposits, declarations, notices. An order that the treaty forbids is refused with its article."""

    form = TreatyActionForm
    list_display = ("date", "country", "treaty_name", "kind", "published_effect", "place", "official")
    list_display_links = ("date", "country")
    list_filter = ("treaty", "kind", "country__region")
    list_select_related = ("country", "treaty")
    search_fields = ("country__name", "country__iso3", "country__names__name", "official")
    date_hierarchy = "date"
    autocomplete_fields = ("country", "source")
    change_form_template = "admin/treaty_action_form.html"
    delete_confirmation_template = "admin/treaty_action_delete.html"
    sections = (
        (None, {"fields": [("treaty", "country"), ("kind", "date")]}),
        ("Circumstances", {"fields": ["official", "place"]}),
        ("Effect", {"fields": ["published_effect", "effective_on", "in_armed_conflict"]}),
        ("Source", {"fields": [("source", "source_locator"), "note"]}),
    )

    @admin.display(description="Treaty", ordering="treaty__order")
    def treaty_name(self, act: TreatyAction) -> str:
        return act.treaty.short_name

    # ------------------------------------------------------------------ what it would change

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("effects/", self.admin_site.admin_view(self.effects), name="countries_treatyaction_effects"),
            path(
                "<int:pk>/effects/",
                self.admin_site.admin_view(self.effects),
                name="countries_treatyaction_effects_of",
            ),
        ]
        return own + super().get_urls()

    def effects(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """What the facts in the form would change, or why the treaty does not allow them. Saves nothing."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        of_theirs = self.get_queryset(request)
        stored, edited = (of_theirs.filter(pk=pk).first() if pk else None for _ in range(2))
        form = FactsForm(request.POST, instance=edited)
        problems: list[str] = []
        found: tuple[Effect, ...] = ()
        is_complete = all(request.POST.get(name) for name in ("treaty", "country", "kind", "date"))
        if is_complete and form.is_valid():
            act: TreatyAction = form.instance
            found = effects_of(
                treaty=Treaty.objects.select_related("parent").get(pk=act.treaty_id),
                country=act.country,
                act=act.for_rules,
                instead_of=stored,
                today=timezone.localdate(),
            )
        elif is_complete:
            problems = [str(error) for errors in form.errors.values() for error in errors]
        context = {"effects": found, "problems": problems, "is_complete": is_complete}
        if request.headers.get("X-Requested-With") == "fetch":
            return TemplateResponse(request, "admin/_treaty_effects.html", context)
        context |= {**self.admin_site.each_context(request), "title": "What this would change", "opts": self.opts}
        return TemplateResponse(request, "admin/treaty_effects.html", context)

    def save_model(self, request: HttpRequest, obj: TreatyAction, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        until = record().of(*acts_towards(obj.treaty.slug)).until
        if until is not None and obj.date > until:
            self.message_user(
                request,
                f"The record of acts towards the {obj.treaty.short_name} reaches to {spoken(until)}, so pages show this act "
                f"only for days from {spoken(obj.date)} on that are asked for. Once the depositary's list has been compared "
                "up to that day, move the coverage on (All records, Coverage).",
                messages.WARNING,
            )

    # ------------------------------------------------------------------ deleting

    def deletion_refusal(self, obj: TreatyAction) -> str:
        try:
            obj.check_removal()
        except ValidationError as refused:
            return " ".join(refused.messages)
        return super().deletion_refusal(obj)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        act = self.get_object(request, unquote(object_id))
        found: tuple[Effect, ...] = ()
        if act is not None:
            found = effects_of(
                treaty=Treaty.objects.select_related("parent").get(pk=act.treaty_id),
                country=act.country,
                act=None,
                instead_of=act,
                today=timezone.localdate(),
            )
        return super().delete_view(request, object_id, {**(extra_context or {}), "effects": found})

    # ------------------------------------------------------------------ sheets

    resource_classes = [TreatyActionSheet]
    formats = [CSV, XLSX]
    import_form_class = SheetForm
    confirm_form_class = ConfirmSheetForm
    export_form_class = ExportForm
    import_template_name = "admin/treaty_import.html"

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_or_change_permission(request)

    def get_import_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_import_context_data(**kwargs), "columns": COLUMNS}

    def get_import_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        asked = getattr(form, "cleaned_data", {}).get("treaty") or ""
        return {"treaty": getattr(asked, "slug", asked), "today": timezone.localdate()}

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_confirm_form_initial(request, import_form)
        if import_form is not None:
            treaty = import_form.cleaned_data["treaty"]
            initial |= {"treaty": treaty.slug if treaty else "", "reason": import_form.cleaned_data["reason"]}
        return initial

    def import_action(self, request: HttpRequest, **kwargs: Any) -> Any:
        """The preview. Every row that the treaty does not allow is named with its line and its article."""
        response = super().import_action(request, **kwargs)
        context = getattr(response, "context_data", None)
        if context is not None and "result" in context:
            context["problems"] = problems_of(context["result"])
        return response

    def process_dataset(self, dataset: Any, form: Any, request: HttpRequest, **kwargs: Any) -> Result:
        """The import itself: one change by one person for one reason; a single bad row undoes all."""
        reason = form.cleaned_data["reason"]
        with recording(by=signed_in(request), reason=reason):
            result: Result = super().process_dataset(
                dataset, form, request, rollback_on_validation_errors=True, **kwargs
            )
        return result

    def process_result(self, result: Result, request: HttpRequest) -> HttpResponse:
        if problems := problems_of(result):
            self.message_user(request, "Nothing is imported. " + " ".join(problems[:5]), messages.ERROR)
            return self.response_post_save_add(request, None)
        return super().process_result(result, request)


def problems_of(result: Result) -> list[str]:
    """Everything that stands in the way of an import, each with its line in the sheet."""
    if result.base_errors:  # the sheet as a whole could not be read, so its rows have nothing to say
        return [str(error.error) for error in result.base_errors]
    found = []
    for number, errors in result.row_errors():
        found += [f"Line {result.lines[number - 1]}: {error.error}" for error in errors]
    for row in result.invalid_rows:
        found.append(f"Line {result.lines[row.number - 1]}: {' '.join(row.error.messages)}")
    return found
