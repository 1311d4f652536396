"""An edition year at the desk: what is to do, starting it, releasing it whole; and one profile section by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from countries.actions.edition_year import confirm_section, freeze_edition, start_edition
from countries.models import Country, CountryProfile, ProfileTheme
from countries.queries.edition_work import STATES, edition_work, section_states
from editorial.actions.jobs import ask_for
from editorial.admin.record_pages import RecordPages, signed_in
from editorial.models import Status, User
from editorial.recent_sign_in import require_recent_sign_in

NO_REGION = ("", "Every region")
RELEASED_AT_ONCE = 20  # profiles: some seconds


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


class EditionPages(RecordPages):
    """Adds to the desk of country profiles: the work of an edition year, and the sections of one profile."""

    def get_urls(self) -> list[URLPattern]:
        return [
            self.page_path("work/", self.work_view, "work"),
            self.record_path("confirm-section/", self.confirm_view, "confirm_section"),
            *super().get_urls(),
        ]

    def work_view(self, request: HttpRequest) -> HttpResponse:
        """To do, in draft, in review, approved, published, stale: per country and theme of one edition year."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        newest = CountryProfile.objects.aggregate(newest=Max("edition"))["newest"] or timezone.now().year
        form = EditionYearForm(request.GET)
        asked = form.cleaned_data if form.is_valid() else {}
        edition = asked.get("edition") or newest
        may_start, may_freeze = self.has_add_permission(request), self.has_verb(request, "publish")
        starts = "start" in request.POST
        freezes = request.method == "POST" and not starts
        if (starts and not may_start) or (freezes and not may_freeze):
            raise PermissionDenied
        if freezes:
            require_recent_sign_in(request)
        start = StartForm(request.POST if starts else None, initial={"since": edition - 1}, regions=form.regions)
        freeze = FreezeForm(request.POST if freezes else None)
        filled, take = (start, _start) if starts else (freeze, _freeze)
        if filled.is_valid():
            if freezes and _is_long(edition):
                return self._freeze_later(request, edition, filled.cleaned_data)
            with self._saying_refusals(request):
                done = take(edition, filled.cleaned_data, signed_in(request))
                self.message_user(request, done, messages.SUCCESS)
                return HttpResponseRedirect(self._address("work") + f"?edition={edition}")
        items = edition_work(edition, signed_in(request), asked.get("region") or "")
        counts = Counter(item.state for item in items)
        context = {
            **self._context(request, f"Edition {edition}"),
            "form": EditionYearForm(initial={"edition": edition, **asked}),
            "edition": edition,
            "counts": [(state, words, counts.get(state, 0)) for state, words in STATES.items()],
            "items": [item for item in items if not asked.get("state") or item.state == asked["state"]],
            "region": asked.get("region") or "",
            "start_form": start if may_start else None,
            "freeze_form": freeze if may_freeze else None,
        }
        return TemplateResponse(request, "admin/countries/edition_work.html", context)

    def _freeze_later(self, request: HttpRequest, edition: int, asked: Mapping[str, Any]) -> HttpResponse:
        """A whole year is released in the background: its page says how far it is, or which profile stands in the way."""
        with self._saying_refusals(request):
            job = ask_for(
                "freeze",
                title=f"Release edition {edition} whole",
                by=signed_in(request),
                given={"edition": edition, "reason": asked["freeze_reason"]},
                asked_from=f"{self._address('work')}?edition={edition}",
            )
            return HttpResponseRedirect(job.get_absolute_url())
        return HttpResponseRedirect(self._address("work") + f"?edition={edition}")

    # ------------------------------------------------------------------ sections of one profile

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if (profile := context.get("original")) is not None:
            stored = CountryProfile.objects.select_related("rolled_from").get(pk=profile.pk)
            context |= {
                "sections": section_states(stored),
                "confirm_url": self._address("confirm_section", stored.pk),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    @method_decorator(require_POST)
    def confirm_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Notes that somebody has looked at a section and it still holds."""
        profile = self._seen(request, object_id)
        if not self.has_change_permission(request, profile):
            raise PermissionDenied
        key = request.POST.get("section", "")
        with self._saying_refusals(request):
            confirm_section(profile=profile, text_key=key, by=signed_in(request), at=timezone.now())
        return HttpResponseRedirect(self._address("change", profile.pk) + "#sections")


def _is_long(edition: int) -> bool:
    """Whether releasing a year takes longer than somebody should wait for a page."""
    waiting = CountryProfile.objects.filter(edition=edition, status=Status.IN_REVIEW)
    return waiting.count() > RELEASED_AT_ONCE


def _start(edition: int, asked: Mapping[str, Any], by: User) -> str:
    report = start_edition(
        edition=edition,
        since=asked["since"],
        by=by,
        reason=asked["reason"],
        country=asked["country"].upper(),
        region=asked["start_region"],
        theme=asked["theme"].slug if asked["theme"] else "",
    )
    return f"{len(report.created)} profiles of {edition} are begun; {len(report.existing)} were there already."


def _freeze(edition: int, asked: Mapping[str, Any], by: User) -> str:
    releases = freeze_edition(edition=edition, by=by, reason=asked["freeze_reason"])
    return f"{len(releases)} profiles of {edition} are released."
