"""Demo accounts for development: one for each role. Their password is known to everybody."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.models import Q

from editorial.models import User, release_models
from editorial.rules.roles import EDITOR, PUBLISHER, RESEARCHER

DEMO_PASSWORD = "demo"  # noqa: S105 - printed on purpose; refused outside development
DEMO_ACCOUNTS = {"researcher": RESEARCHER, "editor": EDITOR, "publisher": PUBLISHER, "admin": ""}

ELSEWHERE = (
    "The database is at {address}, not on this machine: accounts whose password everybody knows are not put there. "
    "On a server set DJANGO_SETTINGS_MODULE=ccm_site.settings.production; to look around, use a database on this "
    "machine (without DATABASE_URL it is SQLite in var/); to do without demo accounts: manage.py set_up --without-demo"
)
IN_USE = (
    "This database is in use by people ({what}): no accounts whose password everybody knows and no demo content are "
    "put into it. To look around, use an empty database on this machine; on a server set "
    "DJANGO_SETTINGS_MODULE=ccm_site.settings.production."
)


class NoDemoHere(RuntimeError):
    """Demo accounts were asked for in an installation that does not allow them."""


def demo_refusal() -> str:
    """Why this installation takes no demo accounts and no demo content, and what to do; "" where it does.

    They go into a database on this machine in which nobody but demo accounts has worked. One that has all of them,
    each still open with the demo password, is a demo database whoever else has an account there by now.
    """
    if not settings.MONITOR_DEMO_ACCOUNTS:
        return "Demo accounts exist in development only."
    if address := database_elsewhere():
        return ELSEWHERE.format(address=address)
    ours = list(User.objects.filter(_is_demo()))
    people = User.objects.exclude(_is_demo()).count()
    if not people and (ours or not _has_releases()):
        return ""
    if len(ours) == len(DEMO_ACCOUNTS) and all(one.is_active and has_demo_password(one) for one in ours):
        return ""
    return IN_USE.format(what=f"accounts of their own: {people}" if people else "releases are published")


def database_elsewhere(database: Any = connection) -> str:
    """The address of the database if it is on another machine; "" for a file, a local socket or this machine."""
    if database.vendor != "postgresql":
        return ""
    database.ensure_connection()
    info = database.connection.info  # what was really connected to, whatever said so: URL, options or environment
    address: str = info.hostaddr or info.host
    return "" if _is_this_machine(address) else address


def has_demo_password(user: User) -> bool:
    """Whether anybody who knows this programme can sign in as this person."""
    return check_password(DEMO_PASSWORD, user.password)


@transaction.atomic
def ensure_demo_accounts() -> dict[str, User]:
    """Create researcher, editor, publisher and admin with the password "demo"; existing ones stay untouched.

    Raises NoDemoHere, saying what to do, where demo accounts are refused.
    """
    if refusal := demo_refusal():
        raise NoDemoHere(refusal)
    accounts = {}
    for username, role in DEMO_ACCOUNTS.items():
        user, created = User.objects.get_or_create(
            username=username,
            defaults={
                "first_name": "Demo",
                "last_name": username.capitalize(),
                "email": _address_of(username),
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


def _address_of(username: str) -> str:
    return f"{username}@example.org"


def _is_demo() -> Q:
    """Accounts made here: the user name alone could be a person's own."""
    made = (Q(username=username, email=_address_of(username)) for username in DEMO_ACCOUNTS)
    return Q(*made, _connector=Q.OR)


def _has_releases() -> bool:
    return any(model.objects.exists() for model in release_models())


def _is_this_machine(address: str) -> bool:
    if address in ("", "localhost") or address.startswith(("/", "@")):  # a socket in the file system
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
