"""Where open forms of the desk keep what is typed, and ask what was kept. Each person meets their own and nobody else's."""

from __future__ import annotations

import json
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods

from editorial.actions.begun_forms import Opened, TooManyBegun, Typed, forget_begun, keep_begun
from editorial.models import BegunForm, SavedForm

from .begun import number_in
from .record_pages import signed_in

LONGEST = 2_000_000  # characters of one form; what is longer could not be posted either
ASKED_AT_ONCE = 200  # numbers of forms


@require_http_methods(["GET", "POST"])
def begun_forms(request: HttpRequest) -> HttpResponse:
    """GET ?place=…&form=…&form=…: what is begun at a place, and which of these forms are saved by now.

    POST form_id, window, place, title, typed, known_at: keep this. POST forget: throw it away.
    """
    if request.method == "GET":
        return _what_is_kept(request)
    if "forget" in request.POST:
        return _forget(request)
    return _keep(request)


def _what_is_kept(request: HttpRequest) -> JsonResponse:
    person = signed_in(request)
    asked = [number for one in request.GET.getlist("form")[:ASKED_AT_ONCE] if (number := number_in(one))]
    saved = SavedForm.objects.filter(person=person, form_id__in=asked).values_list("form_id", flat=True)
    begun = BegunForm.objects.of(person).filter(place=request.GET.get("place", ""))
    kept = [{"form_id": str(one.form_id), "kept_at": one.kept_at.isoformat()} for one in begun.defer("typed")]
    return JsonResponse({"begun": kept, "saved": [str(one) for one in saved]})


def _keep(request: HttpRequest) -> JsonResponse:
    posted = request.POST
    number, place, words = number_in(posted.get("form_id", "")), posted.get("place", ""), posted.get("typed", "")
    if len(words) > LONGEST:
        return JsonResponse({"detail": f"A form has at most {LONGEST} characters."}, status=413)
    typed = _pairs(words)
    window = number_in(posted.get("window", ""))
    if number is None or window is None or typed is None or not is_form(place):
        return JsonResponse({"detail": "That is no form of the desk."}, status=400)
    opened = Opened(number, window, signed_in(request), place, posted.get("title", "").strip()[:255])
    try:
        begun = keep_begun(opened, typed=typed, known_at=_moment(posted.get("known_at", "")), at=timezone.now())
    except TooManyBegun:
        told = "You have begun more forms than are kept; throw some away on the first page of the desk."
        return JsonResponse({"detail": told}, status=409)
    if begun is None:
        return JsonResponse({"saved": True})
    return JsonResponse({"form_id": str(begun.form_id), "kept_at": begun.kept_at.isoformat()})


def _forget(request: HttpRequest) -> HttpResponse:
    """Throws away what was begun, and leads back: to the form without it, or to the list of such forms."""
    person, number = signed_in(request), number_in(request.POST["forget"])
    begun = BegunForm.objects.filter(person=person, form_id=number).first() if number else None
    if begun is not None:
        forget_begun(person=person, form_id=begun.form_id)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"forgotten": begun is not None})
    messages.info(request, "What you had begun is thrown away.")
    stays = begun is not None and "from_list" not in request.POST
    return HttpResponseRedirect(begun.place if begun is not None and stays else reverse("admin:index"))


def is_form(place: str) -> bool:
    """Whether an address is that of a form at the desk: to add, to change, or to go on with a proposal."""
    try:
        found = resolve(place)
    except Resolver404:
        return False
    name = found.url_name or ""
    return len(place) <= 200 and found.app_names == ["admin"] and name.endswith(("_add", "_change", "_go_on"))


def _pairs(words: str) -> Typed | None:
    try:
        typed = json.loads(words)
    except ValueError:
        return None
    if not isinstance(typed, list):
        return None
    fits = all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair) for pair in typed
    )
    return typed if fits else None


def _moment(said: str) -> datetime | None:
    try:
        return parse_datetime(said)
    except ValueError:
        return None
