"""The demo password opens nothing outside development, whoever has it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from editorial.actions.accounts import DEMO_PASSWORD
from editorial.security_log import tell

REFUSED = (
    "The password of the demo accounts opens nothing on a public site. "
    "An administrator sets another one with: manage.py changepassword"
)


def is_refused(password: object) -> bool:
    """Whether this password is never accepted here, for no account: the answer tells nothing about any of them."""
    return password == DEMO_PASSWORD and not settings.MONITOR_DEMO_ACCOUNTS


class NoDemoPassword:
    """Stands before the one that compares passwords. The refusal counts as a failed sign-in like any other.

    It knows no people and no permissions (so no BaseBackend): whoever is signed in was signed in by the next one.
    """

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> None:
        if is_refused(password):
            tell("demo password refused", outcome="refused")
            raise PermissionDenied
