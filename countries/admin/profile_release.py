"""Publications of profiles at the desk: to read, never to change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from countries.models import CountryProfile, ProfileRelease
from editorial.admin.read_only import ReleaseAdmin
from editorial.admin.tracked import signed_in


@admin.register(ProfileRelease)
class ProfileReleaseAdmin(ReleaseAdmin):
    list_display = ("title", "label", "change_kind", "released_at", "released_by", "public_note")
    list_filter = ("change_kind", "profile__theme")
    list_select_related = ("released_by",)
    search_fields = ("title", "public_note", "sha256")
    ordering = ("-released_at",)
    fields = (
        "title",
        "label",
        ("released_at", "released_by", "visible_from", "taken_back_at"),
        ("change_kind", "public_note"),
        "sha256",
        "intact",
        "lead",
        "resolved_text",
    )
    readonly_fields = ("label", "intact")

    def get_queryset(self, request: HttpRequest) -> Any:
        """Releases under embargo are the business of those who may see the profile."""
        profiles = CountryProfile.objects.accessible_by(signed_in(request))
        return super().get_queryset(request).filter(profile__in=profiles)

    @admin.display(description="Still as published", boolean=True)
    def intact(self, release: ProfileRelease) -> bool:
        return release.is_intact
