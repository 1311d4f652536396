"""Teams and the countries in their hands, for administrators."""

from __future__ import annotations

from django.contrib import admin

from countries.models import CountryAssignment, Team, TeamMember
from editorial.admin.recent_sign_in import AfterRecentSignIn
from editorial.admin.tracked import TrackedAdmin, TrackedInline


class TeamMemberInline(TrackedInline):
    model = TeamMember
    autocomplete_fields = ("person",)


@admin.register(Team)
class TeamAdmin(AfterRecentSignIn, TrackedAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    inlines = (TeamMemberInline,)
    sections = ((None, {"fields": ["name"]}),)


@admin.register(CountryAssignment)
class CountryAssignmentAdmin(AfterRecentSignIn, TrackedAdmin):
    list_display = ("country", "person", "team")
    list_filter = ("team", "person")
    list_select_related = ("country", "person", "team")
    search_fields = ("country__name", "country__iso3")
    autocomplete_fields = ("country", "person", "team")
    sections = ((None, {"fields": ["country", "person", "team"]}),)
