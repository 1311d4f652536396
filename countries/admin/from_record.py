"""Beginning an edition at the desk from what is on record: the draft is shown, then kept, and never published by itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern

from countries.actions.profile_draft import (
    ProfileDraft,
    begin_from_record,
    drafted,
    editions_there,
    first_free_year,
)
from countries.exports import profile_as_markdown, profile_file_name
from countries.models import Country, CountryProfile
from countries.queries.access import countries_open_to
from editorial.actions.audit import note_export
from editorial.admin.record_pages import RecordPages, signed_in
from editorial.admin.tracked_form import asked_reason
from editorial.models import User
from editorial.queries import rendered, text_problems


class WhichEdition(forms.Form):
    """Of which state, and of which year. Without a year it is the first that has no edition."""

    country = forms.ModelChoiceField(Country.objects.none(), to_field_name="slug")
    edition = forms.IntegerField(min_value=1999, max_value=2100, required=False)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["country"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        field.queryset = countries_open_to(by).order_by("name")


class BeginForm(forms.Form):
    """Why it is begun."""

    reason = asked_reason("Reason", "For the team, for example: work on the new edition begins.")


class FromRecord(RecordPages):
    """Adds to the desk of country profiles: the draft of a state from what is on record, as a page and as a file."""

    def get_urls(self) -> list[URLPattern]:
        return [
            self.page_path("from-record/", self.from_record_view, "from_record"),
            self.page_path("from-record/download/", self.draft_file_view, "from_record_download"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {**self._offered(request), **(extra_context or {})})

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().add_view(request, form_url, {**self._offered(request), **(extra_context or {})})

    def _offered(self, request: HttpRequest) -> dict[str, str]:
        return {"from_record_url": self._address("from_record")} if self.has_add_permission(request) else {}

    def from_record_view(self, request: HttpRequest) -> HttpResponse:
        """First which edition; then the draft with what the checker finds; with a reason, it becomes an edition."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        by = signed_in(request)
        asked = WhichEdition(request.POST or request.GET or None, by=by)
        why = BeginForm(request.POST if request.method == "POST" else None)
        context: dict[str, object] = {"form": asked, "why": why}
        status = 200
        if asked.is_valid():
            country = asked.cleaned_data["country"]
            draft = drafted(country)
            edition = asked.cleaned_data["edition"] or first_free_year(country, draft.day.year)
            if why.is_valid():
                with self._saying_refusals(request):
                    begun = begin_from_record(
                        country=country, edition=edition, by=by, reason=why.cleaned_data["reason"]
                    )
                    self.message_user(request, _begun(begun), messages.SUCCESS)
                    return HttpResponseRedirect(self._address("change", begun.pk))
                status = 409
            elif why.is_bound:
                status = 422
            context |= self._shown(country, edition, draft, by)
        elif asked.is_bound:
            status = 422
        return self._page(
            request, "admin/countries/from_record.html", "Begin from what is on record", context, status=status
        )

    def _shown(self, country: Country, edition: int, draft: ProfileDraft, by: User) -> dict[str, object]:
        there = editions_there(country)
        return {
            "country": country,
            "edition": edition,
            "draft": draft,
            "there": there.get(edition),
            "other_editions": [one for year, one in sorted(there.items()) if year != edition],
            "free_year": first_free_year(country, max(edition, draft.day.year)),
            "is_too_early": edition < draft.day.year,
            "text": rendered(draft.text, doc_id="draft"),
            "problems": text_problems(draft.text),
            "form": WhichEdition(initial={"country": country.slug, "edition": edition}, by=by),
            "download_url": f"{self._address('from_record_download')}?country={country.slug}&edition={edition}",
        }

    def draft_file_view(self, request: HttpRequest) -> HttpResponse:
        """The draft as a file with its sources at the head, as an edition is downloaded. Nothing is begun."""
        asked = WhichEdition(request.GET, by=signed_in(request))
        if not self.has_add_permission(request) or not asked.is_valid():
            raise PermissionDenied
        country = asked.cleaned_data["country"]
        draft = drafted(country)
        profile = draft.as_edition(asked.cleaned_data["edition"] or draft.day.year)
        note_export(by=signed_in(request), what=f"{profile}, drafted from what is on record", rows=1)
        answer = HttpResponse(profile_as_markdown(profile), content_type="text/markdown; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{profile_file_name(profile)}"'
        return answer


def _begun(profile: CountryProfile) -> str:
    return f"“{profile}” is begun as a draft from what is on record. Read every sentence before you submit it."
