"""How long a session lasts: it locks when it is left alone, and is over some time after its sign-in."""

from __future__ import annotations

import time

from allauth.account.signals import authentication_step_completed
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from editorial.recent_sign_in import note_proof

SIGNED_IN_AT, SEEN_AT = "signed_in_at", "seen_at"  # in the session; seconds
NOTED_EVERY = 60  # seconds: a session is not written at every request
BY_ITSELF = ("_presence",)  # what an open page asks while nobody touches it is no sign of its person


def is_over(request: HttpRequest) -> bool:
    """Whether it has lasted MONITOR_SESSION_HOURS. One without a beginning is from before sessions had one."""
    return time.time() - request.session.get(SIGNED_IN_AT, 0) > settings.MONITOR_SESSION_HOURS * 3600


def is_locked(request: HttpRequest) -> bool:
    """Whether its person was away for more than MONITOR_IDLE_MINUTES."""
    return time.time() - request.session.get(SEEN_AT, 0) > settings.MONITOR_IDLE_MINUTES * 60


def note_sign(request: HttpRequest) -> None:
    """The person is there: they asked for a page, or typed."""
    name = getattr(request.resolver_match, "url_name", None) or ""
    if not name.endswith(BY_ITSELF) and time.time() - request.session.get(SEEN_AT, 0) > NOTED_EVERY:
        request.session[SEEN_AT] = time.time()


def _begins(sender: object, request: HttpRequest, **kwargs: object) -> None:
    request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = time.time()
    note_proof(request)


def _is_proved(sender: object, request: HttpRequest, **kwargs: object) -> None:
    """A step of a sign-in, or a proof that was asked for again."""
    request.session[SEEN_AT] = time.time()
    note_proof(request)


def listen() -> None:
    """Called once, when the application starts."""
    user_logged_in.connect(_begins)
    authentication_step_completed.connect(_is_proved)
