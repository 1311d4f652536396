"""The team at the desk: who may sign in, and in which role."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join

from editorial.models import User

from .read_only import ReadOnlyAdmin


@admin.register(User)
class TeamMemberAdmin(UserAdmin):
    """Accounts. What somebody may do follows from the role alone, so single permissions are not offered."""

    list_display = ("username", "name", "email", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("is_active", "is_staff", "is_superuser", "groups")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="Name", ordering="last_name")
    def name(self, user: User) -> str:
        return user.get_full_name() or "–"

    @admin.display(description="Role")
    def roles(self, user: User) -> str:
        if user.is_superuser:
            return "Administrator"
        return ", ".join(group.name for group in user.groups.all()) or "–"

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Accounts are closed, not deleted: the history names them."""
        return False


admin.site.unregister(Group)


@admin.register(Group)
class TeamRoleAdmin(ReadOnlyAdmin):
    """The roles, to read: what each may do is the rule in editorial.rules.roles and is set again at every set-up."""

    list_display = ("name", "members")
    fields = ("name", "members", "may")
    readonly_fields = ("members", "may")

    @admin.display(description="Members")
    def members(self, role: Group) -> str:
        return ", ".join(str(user) for user in User.objects.filter(groups=role, is_active=True)) or "–"

    @admin.display(description="May")
    def may(self, role: Group) -> str:
        names = role.permissions.order_by("content_type__model", "codename").values_list("name")
        return format_html_join("", "{}<br>", names)
