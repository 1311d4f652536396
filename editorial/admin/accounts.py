"""The team at the desk: who may sign in, and in which role."""

from __future__ import annotations

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401 - both register what is taken out again below
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.html import format_html_join

from editorial.actions.second_factors import reset_second_factors
from editorial.models import User
from editorial.queries.second_factors import factor_name, second_factors
from editorial.recent_sign_in import require_recent_sign_in

from .read_only import ReadOnlyAdmin
from .recent_sign_in import AfterRecentSignIn
from .record_pages import RecordPages, signed_in
from .tracked_form import ReasonForm


@admin.register(User)
class TeamMemberAdmin(AfterRecentSignIn, RecordPages, UserAdmin):
    """Accounts. What somebody may do follows from the role alone, so single permissions are not offered."""

    change_form_template = "admin/auth/user/member_form.html"
    list_display = ("username", "name", "email", "roles", "has_second_factor", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("is_active", "is_staff", "is_superuser", "groups")}),
        ("Signing in", {"fields": ("factors", "last_login", "date_joined")}),
    )
    readonly_fields = ("factors", "last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        held = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
        return super().get_queryset(request).prefetch_related("groups").annotate(has_factor=Exists(held))

    @admin.display(description="Name", ordering="last_name")
    def name(self, user: User) -> str:
        return user.get_full_name() or "–"

    @admin.display(description="Role")
    def roles(self, user: User) -> str:
        if user.is_superuser:
            return "Administrator"
        return ", ".join(group.name for group in user.groups.all()) or "–"

    @admin.display(description="Second factor", boolean=True, ordering="has_factor")
    def has_second_factor(self, user: User) -> bool:
        return bool(user.has_factor)  # type: ignore[attr-defined]  # by get_queryset

    @admin.display(description="Second factors")
    def factors(self, user: User) -> str:
        return ", ".join(map(factor_name, second_factors(user))) or "–"

    def get_urls(self) -> list[URLPattern]:
        reset = self.record_path("reset-second-factors/", self.reset_view, "reset_second_factors")
        return [reset, *super().get_urls()]

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        require_recent_sign_in(request)
        answer: HttpResponse = super().user_change_password(request, id, form_url)
        return answer

    def reset_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks why, and takes away what somebody has lost: passkeys, authenticator app, recovery codes."""
        user: User = self._seen(request, object_id)
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        require_recent_sign_in(request)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            with self._saying_refusals(request):
                reset_second_factors(user=user, by=signed_in(request), reason=form.cleaned_data["reason"])
                told = f"{user} signs in with the password alone now, and was signed out everywhere."
                self.message_user(request, told, messages.SUCCESS)
            return HttpResponseRedirect(self._address("change", user.pk))
        shown = {
            "member": user,
            "form": form,
            "factors": [(factor_name(one), one) for one in second_factors(user)],
        }
        return self._page(request, "admin/auth/user/reset_second_factors.html", "Reset second factors", shown)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Accounts are closed, not deleted: the history names them."""
        return False


admin.site.unregister(Group)
# Their forms would show secrets, and letters are not sent: what is theirs to see stands above.
admin.site.unregister([Authenticator, EmailAddress])


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
