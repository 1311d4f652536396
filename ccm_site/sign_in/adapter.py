"""What allauth asks of a site, answered for the desk: who gets in, what things are called, how secrets are kept."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.encoding import force_bytes

from editorial.models import User
from editorial.recent_sign_in import signed_in_recently
from editorial.rules.client_address import counted_as

WRONG = "Please enter the correct username and password for the desk. Both may be case-sensitive."
NOT_RECOGNISED = (
    "That was not recognised. A code is good once and for about a minute; a passkey on this site only."
)


class DeskAccounts(DefaultAccountAdapter):
    """Accounts are made by an administrator; nobody signs up, and no letters are sent."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "incorrect_password": "That is not your password.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return counted_as(request.META.get("REMOTE_ADDR", ""))

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        return not signed_in_recently(self.request)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Who does not work at the desk is told what a wrong password is told."""
        if user.is_active and user.is_staff:
            return None
        clear_login(request)
        messages.error(request, WRONG)
        return HttpResponseRedirect(reverse("account_login"))


class DeskFactors(DefaultMFAAdapter):
    """Second factors bear the site's name; their secrets are kept so that the database alone gives none away."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": NOT_RECOGNISED}

    def get_totp_issuer(self) -> str:
        return str(settings.MONITOR_NAME)

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": settings.MONITOR_NAME}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        said = {"name": user.get_username(), "display_name": str(user)}
        return {**super().get_public_key_credential_user_entity(user), **said}

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        before = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {before + 1}" if before else "Passkey"

    def build_totp_svg(self, url: str) -> str:
        """As a part of the page: without a head of its own."""
        import qrcode  # it and the next draw and lock, which only these pages need
        from qrcode.image.svg import SvgPathImage

        drawn: str = qrcode.make(url, image_factory=SvgPathImage).to_string(encoding="unicode")
        return drawn

    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises ``InvalidToken`` after a change of SECRET_KEY: see ``codes.accepted``."""
        return _lock().decrypt(encrypted_text.encode()).decode()


def _lock() -> Any:
    """Locks with SECRET_KEY, opens with the earlier ones too."""
    from cryptography.fernet import Fernet, MultiFernet

    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    made = (hashlib.sha256(b"second factors" + force_bytes(key)).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in made])
