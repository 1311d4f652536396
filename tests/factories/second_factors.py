"""Second factors as people have them: an authenticator app with its codes, and recovery codes."""

from __future__ import annotations

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from editorial.models import User


def an_app(user: User) -> str:
    """Set up an authenticator app; the secret from which its codes follow."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str, *, later: int = 0) -> str:
    """What the app shows now, or some half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def recovery_codes(user: User) -> list[str]:
    """Those that open, made where there are none."""
    return RecoveryCodes.activate(user).get_unused_codes()


def a_passkey(user: User, name: str = "Laptop") -> Authenticator:
    """As far as the database knows one: it signs nobody in."""
    made: Authenticator = Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": {}}
    )
    return made
