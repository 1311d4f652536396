"""What `check --deploy --database default` looks for in the data of a public installation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import DEFAULT_DB_ALIAS, DatabaseError

from editorial.actions.accounts import has_demo_password
from editorial.models import User


def no_demo_password(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Nobody's password is the one that the demo accounts have everywhere. Looks only where a database is named."""
    if settings.MONITOR_DEMO_ACCOUNTS or DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    try:
        known = [user.username for user in User.objects.order_by("username") if has_demo_password(user)]
    except DatabaseError as problem:
        return [
            Warning(
                "Whether an account has the demo password could not be looked up.",
                hint=str(problem),
                id="ccm_site.W001",
            )
        ]
    if not known:
        return []
    return [
        Error(
            f"These accounts have the demo password, which everybody knows: {', '.join(known)}.",
            hint="Give each another one with manage.py changepassword; an account that nobody needs is made inactive "
            "as well. The desk's audit log and the histories show what was done with them. Until then nobody can "
            "sign in with that password, but sessions that are open already stay open.",
            id="ccm_site.E001",
        )
    ]
