"""Country profiles at the desk: write, submit, review, publish, correct."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from countries.actions.country_profile import publish_edition
from countries.models import CountryProfile, ProfileTheme
from countries.views.profile import PROFILES
from editorial.admin.publishable import PublishableAdmin
from editorial.admin.tracked import TrackedAdmin

from .edition_work import EditionPages
from .from_record import FromRecord
from .import_profile import ProfileImport


@admin.register(ProfileTheme)
class ProfileThemeAdmin(TrackedAdmin):
    list_display = ("title", "slug", "order")
    sections = ((None, {"fields": ["title", "slug", "order"]}),)


@admin.register(CountryProfile)
class CountryProfileAdmin(EditionPages, FromRecord, ProfileImport, PublishableAdmin):
    list_display = ("edition_of", "theme", "edition", "language", "status_chip", "who", "since", "problems")
    list_filter = ("status", "theme", "edition", "language")
    list_select_related = ("country", "theme")
    search_fields = ("country__name", "country__iso3", "country__names__name", "edition")
    autocomplete_fields = ("country",)
    change_list_template = "admin/countries/profile_list.html"
    change_form_template = "admin/countries/profile_form.html"
    noun = PROFILES
    sections = (
        (None, {"fields": ["country", ("theme", "edition", "language"), "covers_until"]}),
        ("Text", {"fields": ["lead", "text"]}),
    )

    @admin.display(description="Country", ordering="country__name")
    def edition_of(self, profile: CountryProfile) -> str:
        return profile.country.name

    def publish(self, *, record: CountryProfile, **words: Any) -> None:
        publish_edition(profile=record, **words)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What an edition is of is its address; it stays once readers can cite it."""
        if obj is not None and obj.releases.exists():
            return ("country", "theme", "edition", "language")
        return ()
