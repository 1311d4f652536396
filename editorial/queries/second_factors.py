"""What somebody has to prove who they are, beside a password: passkeys and authenticator apps.

Recovery codes are none: they stand in for one that was lost.
"""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import QuerySet

from editorial.models import User
from editorial.rules.second_factor import NOBODY, must_have_one


def second_factors(user: User) -> QuerySet[Authenticator]:
    """The oldest first."""
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user=user)
    return found.exclude(type=Authenticator.Type.RECOVERY_CODES).order_by("created_at", "pk")


def factor_name(factor: Authenticator) -> str:
    """What a person calls it: “passkey “Laptop””, “authenticator app”, “recovery codes”."""
    if factor.type == Authenticator.Type.WEBAUTHN:
        return f"passkey “{factor.data.get('name', '')}”"
    return "authenticator app" if factor.type == Authenticator.Type.TOTP else "recovery codes"


def must_have_second_factor(user: User) -> bool:
    """By the setting MONITOR_SECOND_FACTOR and the person's roles."""
    whom = settings.MONITOR_SECOND_FACTOR
    roles = () if whom == NOBODY else user.groups.values_list("name", flat=True)
    return must_have_one(whom, roles=roles, is_administrator=user.is_superuser)


def lacks_second_factor(user: User) -> bool:
    """Whether the desk stays shut to this person until they have set one up."""
    return must_have_second_factor(user) and not second_factors(user).exists()
