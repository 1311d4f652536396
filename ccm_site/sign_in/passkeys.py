"""What a browser says with a passkey. Anybody may send anything in its place: that is refused in words."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

NO_PASSKEY = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError, struct.error),
    *(InvalidSignature, UnsupportedAlgorithm),
)
"""What taking a passkey apart raises where it is none, or another's."""


@contextmanager
def refused_in_words() -> Iterator[None]:
    """Raises ValidationError for what is no passkey of this site."""
    try:
        yield
    except NO_PASSKEY as problem:
        raise get_adapter().validation_error("incorrect_code") from problem


class _Given(AuthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        with refused_in_words():
            found: Authenticator = super().clean_credential()
        return found


class PasskeySignInForm(_Given, LoginWebAuthnForm):
    """By a passkey alone."""


class PasskeyForm(_Given):
    """The second step of a sign-in."""


class PasskeyAgainForm(_Given, ReauthenticateWebAuthnForm):
    """The proof of somebody who is signed in."""


class NewPasskeyForm(AddWebAuthnForm):
    """One more."""

    def clean(self) -> dict[str, Any]:
        with refused_in_words():
            cleaned: dict[str, Any] = super().clean()
        return cleaned
