"""The addresses of signing in, below /admin/. Their names are allauth's, which looks them up by these."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.http import require_POST
from django.views.generic import RedirectView

from .frame import entrance, inside, late

urlpatterns = [
    path("login/", entrance("allauth.account.views.login", "Sign in"), name="account_login"),
    path(
        "login/second-step/", entrance("allauth.mfa.base.views.authenticate", "Sign in"), name="mfa_authenticate"
    ),
    path("login/passkey/", late("allauth.mfa.webauthn.views.login_webauthn"), name="mfa_login_webauthn"),
    path("login/cancel/", require_POST(late("allauth.account.views.logout")), name="account_logout"),
    path("account/", inside("ccm_site.sign_in.account_page.account", "My account"), name="mfa_index"),
    path(
        "account/app/",
        inside("allauth.mfa.totp.views.activate_totp", "Authenticator app"),
        name="mfa_activate_totp",
    ),
    path(
        "account/app/remove/",
        inside("allauth.mfa.totp.views.deactivate_totp", "Remove the authenticator app"),
        name="mfa_deactivate_totp",
    ),
    path("account/passkeys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path(
        "account/passkeys/add/",
        inside("allauth.mfa.webauthn.views.add_webauthn", "Add a passkey"),
        name="mfa_add_webauthn",
    ),
    path(
        "account/passkeys/<int:pk>/name/",
        inside("allauth.mfa.webauthn.views.edit_webauthn", "Name a passkey"),
        name="mfa_edit_webauthn",
    ),
    path(
        "account/passkeys/<int:pk>/remove/",
        inside("allauth.mfa.webauthn.views.remove_webauthn", "Remove a passkey"),
        name="mfa_remove_webauthn",
    ),
    path(
        "account/recovery-codes/",
        inside("allauth.mfa.recovery_codes.views.view_recovery_codes", "Recovery codes"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/recovery-codes/new/",
        inside("allauth.mfa.recovery_codes.views.generate_recovery_codes", "New recovery codes"),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/recovery-codes/file/",
        inside("allauth.mfa.recovery_codes.views.download_recovery_codes", "Recovery codes"),
        name="mfa_download_recovery_codes",
    ),
]
