"""Who guesses is stopped where they guess from; a colleague is not shut out by somebody elsewhere who knows their name.

Three counts, over an hour: of one name at one address (AXES_FAILURE_LIMIT), of all names at one address
(MONITOR_FAILURES_BY_ADDRESS), and none of a name alone. Who has signed in from an address before is not stopped there by
what others did. Passkeys can not be guessed, and are open to everybody at any time.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_username, get_cool_off, get_credentials
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse, QueryDict

from editorial.rules.client_address import counted_as

TRY_LATER = (
    "There were too many wrong tries from your address. Passwords and codes are taken again an hour after the last of "
    "them; a passkey is taken at any time."
)


def counted_address(request: HttpRequest) -> str | None:
    """Under which address tries are counted; None where none is known."""
    return counted_as(request.META.get("REMOTE_ADDR", "")) or None


class LockOut(AxesDatabaseHandler):
    """Keeps wrong tries in the database, so that all workers know them and no cache is needed."""

    def get_failures(self, request: Any, credentials: dict[str, Any] | None = None) -> int:
        """Wrong tries of the name at this address, or as many as shut it where the address has tried too many names."""
        own: int = super().get_failures(request, credentials)
        if own < settings.AXES_FAILURE_LIMIT and _has_tried_many(request, credentials):
            return int(settings.AXES_FAILURE_LIMIT)
        return own

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        """Noted without what was posted: it may hold words of a form, or a password of somebody else's account."""
        if request is None:
            return  # a test or a command; there is no address to count
        posted, request.POST = request.POST, QueryDict()
        try:
            super().user_login_failed(sender, credentials, request, **kwargs)
        finally:
            request.POST = posted


def _has_tried_many(request: Any, credentials: dict[str, Any] | None) -> bool:
    here = {"ip_address": request.axes_ip_address}
    lately = AccessAttempt.objects.filter(**here, attempt_time__gte=get_cool_off_threshold(request))
    wrong = lately.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
    if wrong < settings.MONITOR_FAILURES_BY_ADDRESS:
        return False
    return not AccessLog.objects.filter(**here, username=get_client_username(request, credentials)).exists()


def is_shut(request: HttpRequest, username: str) -> bool:
    """Whether passwords and codes of this name are not taken from this address now."""
    return settings.AXES_ENABLED and not AxesProxyHandler.is_allowed(request, get_credentials(username))


def note_wrong_code(request: HttpRequest, username: str) -> None:
    """A wrong code is a failed sign-in like any other: counted, and in the audit log."""
    user_login_failed.send(sender=__name__, credentials={"username": username}, request=request)


def answer(request: HttpRequest, response: HttpResponse | None, credentials: Any) -> HttpResponse:
    """What stands in the place of the page that would have been answered."""
    from .frame import page  # it needs the desk

    shown = page(request, "admin/locked_out.html", "Too many wrong tries", {"told": TRY_LATER})
    shown.status_code = HTTPStatus.TOO_MANY_REQUESTS
    shown.headers["Retry-After"] = str(int((get_cool_off(request)).total_seconds()))
    return shown.render()
