"""Demo accounts for development: one for each role."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from editorial.models import User
from editorial.rules.roles import EDITOR, PUBLISHER, RESEARCHER

DEMO_PASSWORD = "demo"  # noqa: S105 - printed on purpose; refused outside development
DEMO_ACCOUNTS = {"researcher": RESEARCHER, "editor": EDITOR, "publisher": PUBLISHER, "admin": ""}


class NoDemoHere(RuntimeError):
    """Demo accounts were asked for in an installation that does not allow them."""


@transaction.atomic
def ensure_demo_accounts() -> dict[str, User]:
    """Create researcher, editor, publisher and admin with the password "demo"; existing ones stay untouched.

    Raises NoDemoHere unless the settings allow it (development and tests only).
    """
    if not settings.MONITOR_DEMO_ACCOUNTS:
        raise NoDemoHere("Demo accounts exist in development only.")
    accounts = {}
    for username, role in DEMO_ACCOUNTS.items():
        user, created = User.objects.get_or_create(
            username=username,
            defaults={
                "first_name": "Demo",
                "last_name": username.capitalize(),
                "email": f"{username}@example.org",
                "is_staff": True,
                "is_superuser": not role,
            },
        )
        if created:
            user.set_password(DEMO_PASSWORD)
            user.save(update_fields=["password"])
            if role:
                user.groups.add(Group.objects.get(name=role))
        accounts[username] = user
    return accounts
