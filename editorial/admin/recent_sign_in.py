"""Forms that one fills in shortly after a sign-in: those on who may do what."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from editorial.recent_sign_in import require_recent_sign_in


class AfterRecentSignIn(admin.ModelAdmin):
    """Asked before the form is shown, and again where it stood open for long."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.has_add_permission(request) or self.has_change_permission(request):
            require_recent_sign_in(request)
        return super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.has_delete_permission(request):
            require_recent_sign_in(request)
        return super().delete_view(request, *args, **kwargs)
