"""An edition year at the desk: what is to do, starting it, releasing it whole; and one profile section by section."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from countries.actions.edition_year import confirm_section, freeze_edition, start_edition
from countries.models import Country, CountryProfile, ProfileTheme
from countries.queries.edition_work import STATES, edition_work, section_states
from editorial.admin.tracked import signed_in
from editorial.rules.transitions import Refused

NO_REGION = ("", "Every region")


class EditionYearForm(forms.Form):
    """Which year and region the page shows."""

    edition = forms.IntegerField(min_value=1999, max_value=2100, required=False)
    region = forms.ChoiceField()
    state = forms.ChoiceField(required=False, choices=[("", "Everything"), *STATES.items()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = Country.objects.exclude(region="").order_by("region").values_list("region", flat=True).distinct()
        self.regions = [NO_REGION, *((one, one) for one in regions)]
        self.fields["region"] = forms.ChoiceField(choices=self.regions, required=False)


class StartForm(forms.Form):
    """From which year, and of what."""

    since = forms.IntegerField(label="From the edition of", min_value=1999, max_value=2100)
    country = forms.CharField(
        label="Country", required=False, max_length=3, help_text="ISO code, for example PER; empty for all."
    )
    start_region = forms.ChoiceField()
    theme = forms.ModelChoiceField(
        ProfileTheme.objects.all(), to_field_name="slug", required=False, empty_label="Every theme"
    )
    reason = forms.CharField(
        max_length=500, help_text="For the team, for example: work on the new edition begins."
    )

    def __init__(self, *args: Any, regions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start_region"] = forms.ChoiceField(label="Region", choices=regions, required=False)


class FreezeForm(forms.Form):
    """Why the year comes out now."""

    freeze_reason = forms.CharField(
        label="Reason", max_length=500, help_text="For the team, for example: agreed in the editorial meeting."
    )


class EditionPages(admin.ModelAdmin):
    """Adds to the desk of country profiles: the work of an edition year, and the sections of one profile."""

    def get_urls(self) -> list[URLPattern]:
        guarded = self.admin_site.admin_view
        own = [
            path("work/", guarded(self.work_view), name="countries_countryprofile_work"),
            path(
                "<path:object_id>/confirm-section/",
                guarded(self.confirm_view),
                name="countries_countryprofile_confirm_section",
            ),
        ]
        return [*own, *super().get_urls()]

    def work_view(self, request: HttpRequest) -> HttpResponse:
        """To do, in draft, in review, approved, published, stale: per country and theme of one edition year."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        newest = CountryProfile.objects.aggregate(newest=Max("edition"))["newest"] or timezone.now().year
        form = EditionYearForm(request.GET)
        asked = form.cleaned_data if form.is_valid() else {}
        edition = asked.get("edition") or newest
        start = StartForm(initial={"since": edition - 1}, regions=form.regions)
        freeze = FreezeForm()
        if request.method == "POST":
            if "start" in request.POST:
                start = StartForm(request.POST, regions=form.regions)
                answer = self._start(request, start, edition)
            else:
                freeze = FreezeForm(request.POST)
                answer = self._freeze(request, freeze, edition)
            if answer is not None:
                return answer
        items = edition_work(edition, signed_in(request), asked.get("region") or "")
        counts = Counter(item.state for item in items)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Edition {edition}",
            "subtitle": None,
            "opts": self.opts,
            "form": EditionYearForm(initial={"edition": edition, **asked}),
            "edition": edition,
            "counts": [(state, words, counts.get(state, 0)) for state, words in STATES.items()],
            "items": [item for item in items if not asked.get("state") or item.state == asked["state"]],
            "region": asked.get("region") or "",
            "start_form": start if self.has_add_permission(request) else None,
            "freeze_form": freeze if self._may_freeze(request) else None,
        }
        return TemplateResponse(request, "admin/countries/edition_work.html", context)

    def _may_freeze(self, request: HttpRequest) -> bool:
        return request.user.has_perm("countries.publish_countryprofile")

    def _start(self, request: HttpRequest, form: StartForm, edition: int) -> HttpResponse | None:
        if not self.has_add_permission(request):
            raise PermissionDenied
        if not form.is_valid():
            return None
        asked = form.cleaned_data
        try:
            report = start_edition(
                edition=edition,
                since=asked["since"],
                by=signed_in(request),
                reason=asked["reason"],
                country=asked["country"].upper(),
                region=asked["start_region"],
                theme=asked["theme"].slug if asked["theme"] else "",
            )
        except Refused as refused:
            self._say(request, refused)
            return None
        words = (
            f"{len(report.created)} profiles of {edition} are begun; {len(report.existing)} were there already."
        )
        self.message_user(request, words, messages.SUCCESS)
        return self._back(edition)

    def _freeze(self, request: HttpRequest, form: FreezeForm, edition: int) -> HttpResponse | None:
        if not self._may_freeze(request):
            raise PermissionDenied
        if not form.is_valid():
            return None
        try:
            releases = freeze_edition(
                edition=edition, by=signed_in(request), reason=form.cleaned_data["freeze_reason"]
            )
        except Refused as refused:
            self._say(request, refused)
            return None
        self.message_user(request, f"{len(releases)} profiles of {edition} are released.", messages.SUCCESS)
        return self._back(edition)

    def _say(self, request: HttpRequest, refused: Refused) -> None:
        for words in (refused.message, *refused.problems):
            self.message_user(request, words, messages.ERROR)

    def _back(self, edition: int) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:countries_countryprofile_work") + f"?edition={edition}")

    # ------------------------------------------------------------------ sections of one profile

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if (profile := context.get("original")) is not None:
            stored = CountryProfile.objects.select_related("rolled_from").get(pk=profile.pk)
            context |= {
                "sections": section_states(stored),
                "confirm_url": reverse("admin:countries_countryprofile_confirm_section", args=[stored.pk]),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def confirm_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Notes that somebody has looked at a section and it still holds. POST only."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        profile = self.get_object(request, object_id)
        if profile is None:
            raise Http404(f"There is no profile {object_id}.")
        if not self.has_change_permission(request, profile):
            raise PermissionDenied
        try:
            confirm_section(
                profile=profile,
                text_key=request.POST.get("section", ""),
                by=signed_in(request),
                at=timezone.now(),
            )
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
        address = reverse("admin:countries_countryprofile_change", args=[profile.pk])
        return HttpResponseRedirect(address + "#sections")
