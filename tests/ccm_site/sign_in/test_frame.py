"""Pages of allauth look like the desk, are as strict, and are imported when one is asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from ccm_site.sign_in import frame
from editorial.models import User

ROOT = Path(__file__).parents[3]
PAGES = [
    "/admin/account/",
    "/admin/account/app/",
    "/admin/account/passkeys/add/",
]


def said(request: HttpRequest) -> HttpResponse:
    return HttpResponse("said")


def test_a_late_view_is_found_when_it_is_asked() -> None:
    view: Any = frame.late(f"{__name__}.said")
    assert view(RequestFactory().get("/")).content == b"said"
    assert view.__name__ == "said"
    with pytest.raises(ImportError):
        frame.late(f"{__name__}.nothing")(RequestFactory().get("/"))


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_a_page_stands_in_the_desks_frame_under_its_policy(at_desk: Callable[..., Client], address: str) -> None:
    answer = at_desk().get(address)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "All records" in page
    assert 'href="/admin/countries/country/"' in page
    assert "<h1>" in page
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "'unsafe-inline'" not in policy.partition("style-src-attr")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", *PAGES])
def test_no_page_brings_scripts_of_its_own(client: Client, at_desk: Callable[..., Client], address: str) -> None:
    answer = (client if "login" in address else at_desk()).get(address)
    page = answer.content.decode()
    assert page.count("<script") == page.count("<script src=") + page.count(
        '<script type="module" src='
    ) + page.count('<script id="passkey-options" type="application/json">')


@pytest.mark.django_db
def test_a_page_of_our_own(rf: RequestFactory, ana: User) -> None:
    request: Any = rf.get("/admin/")
    request.user = ana
    answer: Any = frame.page(request, "admin/locked_out.html", "A title", {"told": "Some words"})
    assert answer.context_data["title"] == "A title"
    assert "Some words" in answer.context_data["told"]


def test_no_reader_waits_for_what_signing_in_needs() -> None:
    code = (
        "import sys, django; django.setup(); from django.urls import resolve, reverse; "
        "resolve('/countries/mali/'); reverse('account_login'); print(*sys.modules)"
    )
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "ccm_site.settings.testing"},
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {
        "fido2",
        "cryptography",
        "qrcode",
        "allauth.account.views",
        "allauth.account.forms",
        "axes.handlers.database",
    }
    assert sorted(heavy & set(run.stdout.split())) == []
