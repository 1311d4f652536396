"""Stands before every page of the desk: sessions, second factors, and proofs that are asked for again.

Readers' pages know no session, and pass here without one being looked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from . import clock

DESK = "/admin/"
SIGNING = ("account_login", "mfa_authenticate", "mfa_login_webauthn", "account_logout", "login", "logout")
"""What is open to whoever leaves or comes."""
ALWAYS = (*SIGNING, "jsi18n")
OWN_ACCOUNT = (
    *("mfa_index", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_list_webauthn", "mfa_add_webauthn"),
    *("mfa_edit_webauthn", "mfa_remove_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
    *("mfa_download_recovery_codes", "password_change", "password_change_done"),
)
"""What is open to who has to set up a second factor first."""
SET_ONE_UP = "With your role one signs in with a second factor. Set one up here; the desk opens then."


class DeskGuard:
    """Asked once the address is known and the form is known to come from our own page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not request.path_info.startswith(DESK) or not request.user.is_authenticated:
            return None
        name = getattr(request.resolver_match, "url_name", None)
        return None if name in ALWAYS else _stopped(request, name or "")

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """A door asks for a proof that is no longer recent."""
        if not isinstance(problem, ReauthenticationRequired) or not request.user.is_authenticated:
            return None
        from .again import ask  # the desk is there by now

        return ask(request, is_locked=False)


def _stopped(request: HttpRequest, name: str) -> HttpResponse | None:
    """What is answered in place of the page; None where the person may see it."""
    from editorial.queries.second_factors import lacks_second_factor  # no reader's page needs any of these

    from . import again, sessions

    if clock.is_over(request):
        return sessions.end(request)
    is_locked = clock.is_locked(request)
    if request.method == "POST" and again.BY in request.POST:
        if (answer := again.take_proof(request, is_locked=is_locked)) is not None:
            return answer
    elif is_locked:
        return again.ask(request, is_locked=True)
    clock.note_sign(request)
    if name not in OWN_ACCOUNT and lacks_second_factor(request.user):  # type: ignore[arg-type]
        if request.headers.get("Accept") == "application/json":
            return JsonResponse({"detail": SET_ONE_UP}, status=403)
        messages.warning(request, SET_ONE_UP)
        return HttpResponseRedirect(reverse("mfa_index"))
    return None
