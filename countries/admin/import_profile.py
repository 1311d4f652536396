"""Importing a legacy report at the desk: upload, reconciliation report, confirmation; undo; and the way back out."""

from __future__ import annotations

import base64
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from countries.actions.profile_import import undo_blockers, undo_import
from countries.exports import profile_as_markdown, profile_file_name
from countries.importing.save_profile import (
    MISSING_NOTES,
    Destination,
    PreparedImport,
    prepare_import,
    write_import,
)
from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.audit import note_export
from editorial.actions.imported_sources import imported_sources
from editorial.admin.tracked import ReasonForm, signed_in
from editorial.importing.problems import NotWritten, Problem, UnusableInput, by_severity
from editorial.models import SourceKind, User
from editorial.rules.transitions import Refused

MAX_UPLOAD = 1024 * 1024  # bytes; a report has some 10 KB. What is larger goes through the command
CONFIRM_WITHIN = 2 * 60 * 60  # seconds between the report and the confirmation
SHOWN = 200  # rows of one table


class DestinationForm(forms.Form):
    """Which edition a file becomes."""

    country = forms.ModelChoiceField(queryset=Country.objects.order_by("name"))
    theme = forms.ModelChoiceField(queryset=ProfileTheme.objects.all())
    edition = CountryProfile._meta.get_field("edition").formfield(
        help_text="Year of the edition, for example 2009."
    )
    language = forms.RegexField(
        r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$", initial="en", max_length=12, help_text="Language code: en, es, fr."
    )
    allow_missing_notes = forms.BooleanField(
        required=False,
        label="Import it although notes are missing",
        help_text="For pages of which only a part is left. Their marks stay visible as unresolved.",
    )

    @property
    def destination(self) -> Destination:
        """The edition that the valid form names."""
        chosen = self.cleaned_data
        return Destination(chosen["country"], chosen["theme"], chosen["edition"], chosen["language"])


class UploadForm(DestinationForm):
    """The file itself, and what it is."""

    file = forms.FileField(
        label="Report", help_text="A text file in UTF-8: a page of the archive saved as text, or our own export."
    )
    field_order = ("file", "country", "theme", "edition", "language", "allow_missing_notes")


class ConfirmForm(ReasonForm, DestinationForm):
    """What was reported on, signed so that exactly that is imported, and why."""

    upload = forms.CharField(widget=forms.HiddenInput, max_length=2 * MAX_UPLOAD)
    field_order = ("upload", "country", "theme", "edition", "language", "allow_missing_notes", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("country", "theme", "edition", "language"):
            self.fields[name].widget = forms.HiddenInput()
        self.fields["reason"].label = "Reason for the import"
        self.fields["reason"].help_text = "For the team, for example: edition 2009 from the archive."


class ImportPages(admin.ModelAdmin):
    """Adds to the desk of country profiles: import, undo of an import, and download as text."""

    # ------------------------------------------------------------------ addresses and rights

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view
        own = [
            path("import/", guarded(self.import_view), name="countries_countryprofile_import"),
            path(
                "<path:object_id>/undo-import/",
                guarded(self.undo_view),
                name="countries_countryprofile_undo_import",
            ),
            path(
                "<path:object_id>/download/", guarded(self.download_view), name="countries_countryprofile_download"
            ),
        ]
        return [*own, *super().get_urls()]

    def may_import(self, request: HttpRequest) -> bool:
        """An import writes a profile and sources."""
        return self.has_add_permission(request) and request.user.has_perm("editorial.add_source")

    def may_undo(self, request: HttpRequest, profile: CountryProfile) -> bool:
        """Undoing deletes both."""
        return self.has_delete_permission(request, profile) and request.user.has_perm("editorial.delete_source")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"may_import": self.may_import(request), **(extra_context or {})})

    # ------------------------------------------------------------------ import

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """First the file, then what it would become, then the draft. Nothing is kept between the three."""
        if not self.may_import(request):
            raise PermissionDenied
        if "confirm" in request.POST:
            return self._confirmed(request)
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if not form.is_valid():
            return self._upload_page(request, form)
        name, data = _read(form.cleaned_data["file"])
        try:
            prepared = _prepare(form, name, data)
        except UnusableInput as refusal:
            return self._upload_page(request, form, refusal.problems)
        again = {key: request.POST.get(key, "") for key in ("country", "theme", "edition", "language")}
        again["allow_missing_notes"] = form.cleaned_data["allow_missing_notes"]
        again["upload"] = _signed(name, data, signed_in(request))
        return self._report_page(request, ConfirmForm(initial=again), prepared)

    def _confirmed(self, request: HttpRequest) -> HttpResponse:
        form = ConfirmForm(request.POST)
        form.full_clean()
        upload = _unsigned(request.POST.get("upload", ""), signed_in(request))
        if upload is None or {"country", "theme", "edition", "language"} & set(form.errors):
            self.message_user(request, "This report is too old. Choose the file again.", messages.WARNING)
            return HttpResponseRedirect(reverse("admin:countries_countryprofile_import"))
        try:
            prepared = _prepare(form, *upload)
        except UnusableInput as refusal:
            return self._upload_page(request, UploadForm(), refusal.problems)
        if not form.is_valid() or not prepared.can_be_written:
            return self._report_page(request, form, prepared)
        try:
            done = write_import(prepared, by=signed_in(request), reason=form.cleaned_data["reason"])
        except NotWritten as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return self._report_page(request, form, _prepare(form, *upload))
        words = f"{done.profile} is imported as a draft: {len(done.created)} sources to be checked came with it"
        self.message_user(request, f"{words}, {len(done.reused)} were in the library.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:countries_countryprofile_change", args=[done.profile.pk]))

    def _upload_page(
        self, request: HttpRequest, form: forms.Form, problems: tuple[Problem, ...] = ()
    ) -> HttpResponse:
        refused = bool(problems or form.errors)
        context = {
            **self._import_context(request, "Import a report"),
            "form": form,
            "problems": problems,
            "limit": MAX_UPLOAD // 1024**2,
        }
        return TemplateResponse(
            request, "admin/countries/import_profile.html", context, status=422 if refused else 200
        )

    def _report_page(self, request: HttpRequest, form: ConfirmForm, prepared: PreparedImport) -> HttpResponse:
        report = prepared.report
        labels = dict(SourceKind.choices)
        context = {
            **self._import_context(request, "Import a report"),
            "form": form,
            "prepared": prepared,
            "to": prepared.destination,
            "report": report,
            "problems": by_severity(report.problems)[:SHOWN],
            "notes_missing": any(problem.code in MISSING_NOTES for problem in prepared.problems),
            "only_notes_missing": all(
                problem.code in MISSING_NOTES for problem in prepared.problems if problem.blocks
            ),
            "shown": SHOWN,
            "sources": [(source, labels.get(source.kind, source.kind)) for source in report.sources[:SHOWN]],
            "text": prepared.text,
        }
        refused = not prepared.can_be_written or bool(form.errors)
        return TemplateResponse(
            request, "admin/countries/import_report.html", context, status=422 if refused else 200
        )

    def _import_context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "subtitle": None, "opts": self.opts}

    # ------------------------------------------------------------------ undo and download

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What would go, what stays and why; with a reason, it goes."""
        profile = self.get_object(request, object_id)
        if profile is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.may_undo(request, profile):
            raise PermissionDenied
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                done = undo_import(profile=profile, by=signed_in(request), reason=form.cleaned_data["reason"])
            except Refused as refused:
                self.message_user(request, str(refused), messages.ERROR)
                return HttpResponseRedirect(reverse("admin:countries_countryprofile_change", args=[profile.pk]))
            self.message_user(request, _undone(done.profile, done.deleted, done.kept), messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:countries_countryprofile_changelist"))
        context = {
            **self._import_context(request, "Undo import"),
            "profile": profile,
            "blockers": undo_blockers(profile),
            "sources": imported_sources(profile),
            "form": form,
        }
        return TemplateResponse(
            request, "admin/countries/undo_import.html", context, status=422 if form.errors else 200
        )

    def download_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The working copy as Markdown with its sources, for the team."""
        profile = self.get_object(request, object_id)
        if profile is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_permission(request, profile):
            raise PermissionDenied
        note_export(by=signed_in(request), what=str(profile), rows=1)
        answer = HttpResponse(profile_as_markdown(profile), content_type="text/markdown; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{profile_file_name(profile)}"'
        return answer


def _read(upload: UploadedFile) -> tuple[str, bytes]:
    """Name and bytes of an upload: never more than one byte over the limit, and a name that can be printed."""
    name = "".join(c for c in str(upload.name or "upload") if c.isprintable())
    return name[-100:], upload.read(MAX_UPLOAD + 1)


def _prepare(form: DestinationForm, name: str, data: bytes) -> PreparedImport:
    allowed = bool(form.cleaned_data.get("allow_missing_notes"))
    return prepare_import(data, form.destination, name=name, allow_missing_notes=allowed, max_bytes=MAX_UPLOAD)


def _signed(name: str, data: bytes, by: User) -> str:
    """The file as a hidden field: nobody can change it or confirm somebody else's, and nothing is kept here."""
    return signing.dumps([name, base64.b64encode(data).decode()], salt=_salt(by), compress=True)


def _unsigned(signed: str, by: User) -> tuple[str, bytes] | None:
    try:
        name, data = signing.loads(signed, salt=_salt(by), max_age=CONFIRM_WITHIN)
    except signing.BadSignature:
        return None
    return name, base64.b64decode(data)


def _salt(by: User) -> str:
    return f"countries.import_profile.{by.pk}"


def _undone(profile: str, deleted: tuple[str, ...], kept: tuple[tuple[str, str], ...]) -> str:
    words = f"The import of {profile} is undone; {len(deleted)} sources went with it."
    if kept:
        words += f" {len(kept)} stay: " + "; ".join(f"{key}: {why}" for key, why in kept[:10])
        words += f"; and {len(kept) - 10} more." if len(kept) > 10 else "."
    return words
