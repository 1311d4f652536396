"""What cannot be taken back is done by somebody who has just proved who they are.

A door calls ``require_recent_sign_in`` before it acts. Where the proof is too old, the roof asks for it at the same address
and carries what was posted along (ccm_site/sign_in/again.py); the door never notices.
"""

from __future__ import annotations

import time

from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest

PROVED_AT = "proved_at"  # in the session: when the person last gave a password, a code or a passkey; seconds


def note_proof(request: HttpRequest) -> None:
    """Somebody has just proved who they are."""
    request.session[PROVED_AT] = time.time()


def signed_in_recently(request: HttpRequest) -> bool:
    """Within MONITOR_RECENT_SIGN_IN minutes; with 0 nobody is asked again."""
    minutes = settings.MONITOR_RECENT_SIGN_IN
    return not minutes or time.time() - request.session.get(PROVED_AT, 0) < minutes * 60


def require_recent_sign_in(request: HttpRequest) -> None:
    """Raises ReauthenticationRequired, which asks the person and then comes back."""
    if not signed_in_recently(request):
        raise ReauthenticationRequired
