"""What is typed to get in: name and password, and codes."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.forms import LoginForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError

from .codes import TooManyWrong, accepted
from .demo_password import REFUSED, is_refused
from .lock_out import TRY_LATER, is_shut, note_wrong_code

NONE_IS_TAKEN = (
    "So many wrong codes were given for your account that none is taken for an hour; a passkey is. Whoever tried them "
    "knows your password: if that was not you, change it."
)


class SignInForm(LoginForm):
    """allauth's, in the desk's words; it says why where the demo password was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("login", "Username"), ("password", "Password")):
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["login"].widget.attrs |= {"autofocus": True, "autocapitalize": "none"}
        self.fields["password"].help_text = ""

    def add_prefix(self, field_name: str) -> str:
        """The name that password managers know from before."""
        return "username" if field_name == "login" else super().add_prefix(field_name)

    def clean(self) -> dict[str, Any] | None:
        try:
            cleaned: dict[str, Any] | None = super().clean()
        except ValidationError:
            if is_refused(self.cleaned_data.get("password")):
                raise ValidationError(REFUSED, code="demo_password") from None
            raise
        return cleaned


class _OneUse(BaseAuthenticateForm):
    """Accepts a code once, whichever worker is asked; a wrong one is a failed sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.pop("placeholder", None)

    def clean_code(self) -> str:
        request, username = context.request, self.user.get_username()
        if is_shut(request, username):
            raise ValidationError(TRY_LATER)
        code: str = self.cleaned_data["code"]
        try:
            found = accepted(self.user, code, at=time.time())
        except TooManyWrong:
            raise ValidationError(NONE_IS_TAKEN) from None
        if found is None:
            note_wrong_code(request, username)
            raise get_adapter().validation_error("incorrect_code")
        found.user = self.user
        self.authenticator = found
        return code


class CodeForm(_OneUse, AuthenticateForm):
    """The second step of a sign-in."""


class CodeAgainForm(_OneUse, ReauthenticateForm):
    """The proof of somebody who is signed in."""
