"""Importing a legacy report at the desk as an edition, undoing that; and the way back out."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

from countries.exports import profile_as_markdown, profile_file_name
from countries.importing.country_profile import NEEDED, EditionDestination
from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.audit import note_export
from editorial.admin.import_form import ImportForm
from editorial.admin.import_pages import ImportPages
from editorial.admin.tracked import signed_in


class ProfileImportForm(ImportForm[EditionDestination]):
    """Which edition a file becomes."""

    file = forms.FileField(
        label="Report", help_text="A text file in UTF-8: a page of the archive saved as text, or our own export."
    )
    country = forms.ModelChoiceField(queryset=Country.objects.order_by("name"))
    theme = forms.ModelChoiceField(queryset=ProfileTheme.objects.all())
    edition = CountryProfile._meta.get_field("edition").formfield(
        help_text="Year of the edition, for example 2009."
    )

    groups = (("", ("file", "country", "theme", "edition", "language")),)

    @property
    def destination(self) -> EditionDestination:
        """The edition that the valid form names."""
        chosen = self.cleaned_data
        return EditionDestination(chosen["country"], chosen["theme"], chosen["edition"], chosen["language"])


class ProfileImport(ImportPages[EditionDestination]):
    """Adds to the desk of country profiles: import, undo of an import, and download as text."""

    import_form = ProfileImportForm
    import_title = "Import a report"
    import_words = "Choose a report and say which edition it is."
    import_needs = NEEDED
    undo_needs = ("editorial.delete_source",)
    reason_example = "edition 2009 from the archive"

    def import_destination(self, to: EditionDestination) -> str:
        return f"{to.country}, {to.theme}, {to.edition}" + f" ({to.language})" * (to.language != "en")

    # ------------------------------------------------------------------ download

    def get_urls(self) -> list[URLPattern]:
        return [self.record_path("download/", self.download_view, "download"), *super().get_urls()]

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
