"""What somebody of the team may see and change about themselves: their name, password, and ways to sign in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from editorial.actions.own_name import change_own_name
from editorial.admin.record_pages import signed_in
from editorial.models import User
from editorial.queries.second_factors import must_have_second_factor


class OwnNameForm(forms.ModelForm):
    """The name under which histories and comments show somebody."""

    class Meta:
        model = User
        fields = ("first_name", "last_name")


def account(request: HttpRequest) -> HttpResponse:
    """GET shows it, POST changes the name."""
    user = signed_in(request)
    form = OwnNameForm(request.POST or None, initial={"first_name": user.first_name, "last_name": user.last_name})
    if request.method == "POST" and form.is_valid():
        if change_own_name(by=user, **form.cleaned_data):
            messages.success(request, "Your name is changed.")
        return HttpResponseRedirect(reverse("mfa_index"))
    held = Authenticator.objects.filter(user=user).order_by("created_at", "pk")
    passkeys = [one for one in held if one.type == Authenticator.Type.WEBAUTHN]
    app = next((one for one in held if one.type == Authenticator.Type.TOTP), None)
    codes = next((one for one in held if one.type == Authenticator.Type.RECOVERY_CODES), None)
    shown = {
        "form": form,
        "passkeys": passkeys,
        "app": app,
        "codes": codes,
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "must_have": must_have_second_factor(user),
        "has_one": bool(passkeys or app),
    }
    return TemplateResponse(request, "mfa/index.html", shown)
