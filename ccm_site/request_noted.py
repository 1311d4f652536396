"""Notes what Django knows of a request: the name of its address, who is signed in, how many questions were asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch

from editorial.request_at_hand import KEY, RequestNote, note_at_hand, number_of
from editorial.security_log import tell

from .metrics import meter


class RequestNoted:
    """Without a server's layer around (the test client) it makes the note itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        note: RequestNote | None = request.META.get(KEY)
        if note is not None:
            return self._answer(request, note)
        note = RequestNote(number_of(""), request.method or "")
        token = note_at_hand.set(note)
        try:
            return self._answer(request, note)
        finally:
            note_at_hand.reset(token)

    def _answer(self, request: HttpRequest, note: RequestNote) -> HttpResponseBase:
        note.request = request
        with connection.execute_wrapper(_Counting(note)):
            response = self.get_response(request)
        note.route = route_of(request.resolver_match)
        note.note_person()
        if response.status_code == 403:
            tell("refused", outcome="refused", about=note.route)
        note.request = None  # not kept alive by a line that is written later
        return response


def route_of(match: ResolverMatch | None) -> str:
    """The name of an address, "country" or "admin:index"; "" where there is no page."""
    return match.view_name or "unnamed" if match is not None else ""


class _Counting:
    """Counts what is asked of the database on the way, and what it refuses."""

    def __init__(self, note: RequestNote) -> None:
        self.note = note

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.note.queries += 1
        try:
            return execute(sql, params, many, context)
        except DatabaseError:
            if measure := meter():
                measure.database_error()
            raise
