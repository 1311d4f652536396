"""Second factors in the audit log; and taking away those that somebody has lost."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from editorial.models import AuditAction, User
from editorial.queries.second_factors import factor_name
from editorial.rules.transitions import Refused

from .audit import note


@transaction.atomic
def reset_second_factors(*, user: User, by: User | None, reason: str) -> int:
    """Take away somebody's passkeys, authenticator app and recovery codes, and end their sessions; answers how many.

    They sign in with their password then, and are led to set up new ones if their role needs one. ``by`` is None for a
    command. Raises Refused where there is nothing to take away.
    """
    held = Authenticator.objects.filter(user=user)
    names = ", ".join(factor_name(one) for one in held.order_by("created_at", "pk"))
    if not names:
        raise Refused(f"{user} has no passkey, authenticator app or recovery codes.")
    number: int = held.count()
    held.delete()
    end_sessions(user)
    note(
        action=AuditAction.ACCOUNT,
        by=by,
        about=user.get_username(),
        detail=f"second factors reset: {names}; {reason}",
        username="" if by else "manage.py",
    )
    return number


def end_sessions(user: User) -> None:
    """Sign somebody out everywhere. Every session is read for that: only the desk has any, so there are few."""
    for session in Session.objects.filter(expire_date__gte=timezone.now()):
        if str(session.get_decoded().get(SESSION_KEY)) == str(user.pk):
            session.delete()


def _noted(verb: str) -> Any:
    def follow(sender: type, user: User, authenticator: Authenticator, **kwargs: object) -> None:
        detail = f"{verb}: {factor_name(authenticator)}"
        note(action=AuditAction.ACCOUNT, by=user, about=user.get_username(), detail=detail)

    return follow


_added, _removed, _made_anew = _noted("added"), _noted("removed"), _noted("made anew")


def _used(sender: type, user: User, authenticator: Authenticator, **kwargs: object) -> None:
    """A recovery code is used where something was lost: worth a line."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        left = len(authenticator.wrap().get_unused_codes())
        detail = f"a recovery code was used; {left} are left"
        note(action=AuditAction.ACCOUNT, by=user, about=user.get_username(), detail=detail)


def listen() -> None:
    """Called once, when the application starts."""
    authenticator_added.connect(_added)
    authenticator_removed.connect(_removed)
    authenticator_reset.connect(_made_anew)
    authenticator_used.connect(_used)
