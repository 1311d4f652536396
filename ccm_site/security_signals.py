"""What libraries announce that belongs into the security log: who is locked out after failed sign-ins."""

from __future__ import annotations

from axes.signals import user_locked_out

from editorial.models import User
from editorial.security_log import tell


def listen() -> None:
    """Called once, when the application starts."""
    user_locked_out.connect(_locked_out, dispatch_uid="security-log")


def _locked_out(sender: object, username: str | None = None, **kwargs: object) -> None:
    known = User.objects.filter(username=username or "").exists()
    tell("locked out", outcome="refused", name=str(username) if known else "unknown")
