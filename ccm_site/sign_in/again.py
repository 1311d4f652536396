"""Asks somebody who is signed in to prove again who they are, at the address they asked for, and then goes on with it.

Nothing is kept meanwhile: the page carries what was posted, and posts it again to the same address together with the proof.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.forms import ReauthenticateForm
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.response import TemplateResponse

from editorial.admin.record_pages import signed_in

from .forms import CodeAgainForm
from .frame import page
from .lock_out import TRY_LATER
from .passkeys import PasskeyAgainForm

BY, SAID, ASKED = "again_by", "again_said", "again_asked"
OWN = {BY, SAID, ASKED, "csrfmiddlewaretoken", "again_password", "again_code"}
PASSWORD, CODE, PASSKEY = "password", "code", "passkey"
SAYS = {PASSWORD: "again_password", CODE: "again_code", PASSKEY: SAID}
FORMS: dict[str, tuple[str, Callable[..., forms.Form]]] = {
    PASSWORD: ("password", ReauthenticateForm),
    CODE: ("code", CodeAgainForm),
    PASSKEY: ("credential", PasskeyAgainForm),
}
"""By how it is proved: which field of which form of allauth takes it."""


def ways(request: HttpRequest, *, is_locked: bool) -> list[str]:
    """How this person can prove it. A session that was left alone is opened by a second factor, where they have one."""
    user = signed_in(request)
    held = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    found = [PASSKEY] if Authenticator.Type.WEBAUTHN in held else []
    if user.has_usable_password() and not (is_locked and held):
        found.append(PASSWORD)
    if held - {Authenticator.Type.WEBAUTHN}:
        found.append(CODE)
    return found


def ask(request: HttpRequest, *, is_locked: bool, wrong: str = "") -> HttpResponse:
    """The page that asks; a program is told in its own way. ``is_locked``: the session was left alone for too long."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"detail": "Sign in again."}, status=403)
    open_ways = ways(request, is_locked=is_locked)
    is_post = request.method == "POST" and request.POST.get(ASKED) != "GET"
    carried = [(name, one) for name, several in request.POST.lists() if name not in OWN for one in several]
    shown: dict[str, Any] = {
        "ways": open_ways,
        "carried": carried if is_post else [],
        "asked": "POST" if is_post else "GET",
        "is_locked": is_locked,
        "wrong": wrong,
        "options": begin_authentication(signed_in(request)) if PASSKEY in open_ways else None,
    }
    if is_locked:
        shown |= {"has_permission": False, "available_apps": []}  # no more than who it was
    answered: TemplateResponse = page(request, "admin/sign_in_again.html", "Sign in again", shown)
    answered.headers["Cache-Control"] = "no-store"
    return answered


def take_proof(request: HttpRequest, *, is_locked: bool) -> HttpResponse | None:
    """None where the proof holds and the request goes on as it was first sent; else what to answer."""
    by = request.POST.get(BY, "")
    if by not in ways(request, is_locked=is_locked):
        return ask(request, is_locked=is_locked)
    field, made = FORMS[by]
    form = made({field: request.POST.get(SAYS[by], "")}, user=signed_in(request))
    if not form.is_valid():
        said = str(next(iter(form.errors.values()))[0])
        if getattr(request, "axes_locked_out", False):
            request.axes_locked_out = False  # type: ignore[attr-defined]  # its own page would lose what was typed
            said = TRY_LATER
        return ask(request, is_locked=is_locked, wrong=said)
    if by == PASSWORD:
        reauthenticate_by_password(request)
    else:
        form.save()  # type: ignore[attr-defined]
    if request.POST.get(ASKED) == "GET":
        return HttpResponseRedirect(request.get_full_path())
    request.POST = _without_proof(request.POST)  # type: ignore[assignment]
    return None


def _without_proof(posted: QueryDict) -> QueryDict:
    kept = posted.copy()
    for name in OWN - {"csrfmiddlewaretoken"}:
        kept.pop(name, None)
    kept._mutable = False
    return kept
