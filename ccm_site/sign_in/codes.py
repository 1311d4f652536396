"""Codes of authenticator apps and recovery codes: each opens once, and few may be tried.

The database keeps which were used and tried, so that all workers know it and no cache is needed.
"""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from allauth.mfa.utils import decrypt
from cryptography.fernet import InvalidToken
from django.db import transaction

from editorial.models import User

WRONG_AN_HOUR = 20  # of one person, who has given the right password before: of a million codes three are right
HOUR = 3600  # seconds
GOOD_FOR = 120  # seconds; longer than any code is


class TooManyWrong(Exception):
    """So many codes of this person were wrong in the last hour that none is looked at."""


@transaction.atomic
def accepted(user: User, code: str, *, at: float) -> Authenticator | None:
    """Whose code it is: the authenticator app's or the list's of recovery codes; None for a wrong one.

    It is used up by it. ``at`` is in seconds. Raises TooManyWrong. After a change of SECRET_KEY nothing fits, as the
    secrets cannot be read any more: the person uses a passkey, or an administrator resets what they have.
    """
    held = Authenticator.objects.select_for_update().filter(user=user)
    rows = sorted(held.exclude(type=Authenticator.Type.WEBAUTHN), key=_apps_first)
    if not rows:
        return None
    wrong = [when for when in rows[0].data.get("wrong", ()) if when > at - HOUR]
    if len(wrong) >= WRONG_AN_HOUR:
        raise TooManyWrong
    for row in rows:
        if _fits(row, code, at):
            return row
    rows[0].data["wrong"] = [*wrong, at]
    rows[0].save(update_fields=["data"])
    return None


def _apps_first(row: Authenticator) -> bool:
    return row.type != Authenticator.Type.TOTP


def _fits(row: Authenticator, code: str, at: float) -> bool:
    try:
        if row.type == Authenticator.Type.TOTP:
            return _is_of_app(row, code, at)
        fits: bool = row.wrap().validate_code(code)
        row.refresh_from_db()  # it was read and written anew
        return fits
    except InvalidToken:
        return False


def _is_of_app(row: Authenticator, code: str, at: float) -> bool:
    digits = "".join(code.split())
    used = [[one, when] for one, when in row.data.get("used", ()) if when > at - GOOD_FOR]
    if digits in (one for one, _ in used) or not validate_totp_code(decrypt(row.data["secret"]), digits):
        return False
    row.data["used"] = [*used, [digits, at]]
    row.save(update_fields=["data"])
    return True
