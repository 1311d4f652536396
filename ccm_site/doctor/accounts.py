"""Who can sign in, and whether somebody else could in their name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import check_password

from editorial.actions.accounts import DEMO_PASSWORD
from editorial.models import LoadedFiles, User
from editorial.queries.second_factors import lacks_second_factor

from .condition import Condition, bad, good, warn

KNOWN = (DEMO_PASSWORD, "password", "admin", "changeme", "ccm-monitor")
"""Words that somebody tries first, beside the account's own name."""


def known_passwords(at: datetime) -> Iterator[Condition]:
    """No open account of the desk has a password that anybody guesses."""
    people = User.objects.filter(is_active=True, is_staff=True).order_by("username")
    open_to_all = [person.username for person in people if _is_known(person)]
    if not open_to_all:
        yield good("passwords", f"{len(people)} open accounts of the desk, none with a password that is known")
    elif settings.MONITOR_DEMO_ACCOUNTS:
        yield warn(
            "passwords", f"everybody knows those of {', '.join(open_to_all)}", "On a server: production settings."
        )
    else:
        yield bad(
            "passwords",
            f"everybody knows those of {', '.join(open_to_all)}",
            "manage.py changepassword for each, or make it inactive; then read the audit log.",
        )


def administrators(at: datetime) -> Iterator[Condition]:
    """Somebody can administrate, and not everybody."""
    people = User.objects.filter(is_active=True, is_superuser=True)
    names = list(people.order_by("username").values_list("username", flat=True))
    others = User.objects.filter(is_active=True, is_staff=True, is_superuser=False).count()
    if not names:
        yield warn("administrators", "there is none", "manage.py createsuperuser")
    elif len(names) > max(3, others):
        yield warn(
            "administrators",
            f"{len(names)}: {', '.join(names)}",
            "Give roles: an administrator may do all.",
        )
    else:
        yield good("administrators", ", ".join(names))


def second_factors(at: datetime) -> Iterator[Condition]:
    """Whoever needs a second factor has one."""
    people = User.objects.filter(is_active=True, is_staff=True).order_by("username")
    without = [person.username for person in people if lacks_second_factor(person)]
    if without:
        yield warn(
            "second factors",
            f"asked of {', '.join(without)}, who have none yet",
            "They set one up at their next sign-in: until then a password alone opens the account.",
        )
    else:
        yield good("second factors", "nobody lacks one of whom it is asked")


def demo_content(at: datetime) -> Iterator[Condition]:
    """What was made up for a try-out does not stand among what readers take for the record."""
    if LoadedFiles.objects.filter(name="demo").exists() and not settings.MONITOR_DEMO_ACCOUNTS:
        yield bad(
            "demo content",
            "it was loaded into this database, and readers see it",
            "Begin with an empty database (manage.py set_up), or withdraw what is not yours.",
        )


def _is_known(person: User) -> bool:
    tried = (*KNOWN, person.username)
    return person.has_usable_password() and any(check_password(word, person.password) for word in tried)
