"""The end of a session, and what was on its way into it.

A session that was left alone goes on where it was as soon as its person proves who they are (``again``), with all that was
typed. One that has ended does not; what was posted into it is kept for its person.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from editorial.actions.begun_forms import Opened, TooManyBegun, keep_begun
from editorial.admin.begun import WINDOW, form_id_of, number_in
from editorial.admin.begun_page import is_form
from editorial.admin.record_pages import signed_in
from editorial.models import BegunForm

from .frame import page

NOT_SHOWN = ("csrfmiddlewaretoken", "form_id", "read", "seen_version", "next")
ENDED = "You were signed out, as {hours:g} hours have passed since you signed in. Sign in again to go on."


def end(request: HttpRequest) -> HttpResponse | None:
    """Sign the person out, keeping what was posted; None where the request leads to the sign-in by itself."""
    begun = _keep_posted(request) if request.method == "POST" else None
    logout(request)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"detail": "Sign in again."}, status=403)
    messages.info(request, ENDED.format(hours=settings.MONITOR_SESSION_HOURS))
    if request.method != "POST":
        return None
    if begun is not None:
        query = urlencode({"next": f"{begun.place}?begun={begun.form_id}"})
        return HttpResponseRedirect(f"{reverse('account_login')}?{query}")
    words = [one for name, several in request.POST.lists() if _is_said(name) for one in several if one.strip()]
    return page(request, "admin/session_over.html", "Your session has ended", {"words": words})


def _is_said(name: str) -> bool:
    return not name.startswith("_") and name.rpartition("-")[2] not in NOT_SHOWN and "password" not in name


def _keep_posted(request: HttpRequest) -> BegunForm | None:
    """What was sent from a form of the desk, as if its person had been interrupted while typing."""
    number, place = form_id_of(request), request.path
    if number is None or not is_form(place):
        return None
    window = number_in(request.POST.get(WINDOW, "")) or number
    before = BegunForm.objects.filter(person=signed_in(request), form_id=number).first()
    opened = Opened(number, window, signed_in(request), place, before.title if before else _kind_of(request))
    typed = [
        [name, one.replace("\r\n", "\n")]
        for name, several in request.POST.lists()
        if not name.startswith("_") and name not in ("csrfmiddlewaretoken", "form_id")
        for one in several
    ]
    known_at: datetime | None = before.kept_at if before else None
    try:
        return keep_begun(opened, typed=typed, known_at=known_at, at=timezone.now())
    except TooManyBegun:
        return None


def _kind_of(request: HttpRequest) -> str:
    """Of what kind the record is: "treaty action"."""
    app, _, rest = (getattr(request.resolver_match, "url_name", "") or "").partition("_")
    try:
        model: Any = apps.get_model(app, rest.partition("_")[0])
    except LookupError:
        return request.path[:255]
    return str(model._meta.verbose_name)
