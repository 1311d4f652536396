"""Groups of states at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from countries.models import GroupMembership, StateGroup
from editorial.admin.tracked import TrackedAdmin, TrackedInline


class GroupMembershipInline(TrackedInline):
    """Members that a source names. A set known by number alone stays without members."""

    model = GroupMembership
    autocomplete_fields = ("country", "source")
    fields = (("country", "role"), ("since", "until"), ("source", "source_locator"))
    verbose_name = "member"


@admin.register(StateGroup)
class StateGroupAdmin(TrackedAdmin):
    list_display = ("name", "stated_size", "members", "agrees")
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("source",)
    inlines = (GroupMembershipInline,)
    sections = (
        (None, {"fields": [("name", "slug"), "description", "stated_size"]}),
        ("Source", {"fields": [("source", "source_locator"), "note"]}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[StateGroup]:
        return super().get_queryset(request).annotate(member_count=Count("memberships", distinct=True))

    @admin.display(description="Members recorded", ordering="member_count")
    def members(self, group: StateGroup) -> int:
        return group.member_count

    @admin.display(description="As many as the source says", boolean=True)
    def agrees(self, group: StateGroup) -> bool | None:
        """None where no source gives a number, or no members are named."""
        if group.stated_size is None or not group.member_count:
            return None
        return group.member_count == group.stated_size
