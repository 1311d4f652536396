"""The desk's styles: Django's own come in the lowest layer of one sheet, never beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from countries.models import Country, CountryProfile

CSS = Path(settings.BASE_DIR) / "static" / "css"
# These come with the field that needs them.
WITH_A_FIELD = {"select2.css", "select2.min.css", "autocomplete.css", "unusable_password_field.css"}


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/countries/country/",
        "/admin/countries/country/{country}/change/",
        "/admin/countries/country/{country}/history/",
        "/admin/countries/countryprofile/{profile}/delete/",
        "/admin/countries/country/deleted/",
        "/admin/countries/countryprofile/{profile}/change/",
        "/admin/auth/group/",
        "/admin/editorial/user/add/",
        "/admin/editorial/user/{user}/password/",
        "/admin/password_change/",
    ],
)
def test_no_page_links_a_sheet_of_djangos(
    address: str, at_desk: Callable[..., Client], peru: Country, draft: CountryProfile
) -> None:
    client = at_desk("chief", role="")
    user = client.session["_auth_user_id"]
    page = client.get(address.format(country=peru.pk, profile=draft.pk, user=user))
    assert page.status_code == 200
    sheets = re.findall(r'<link[^>]*href="([^"]+\.css)"', page.content.decode())
    assert sheets[0] == "/static/css/desk.css"
    assert [one for one in sheets if "/admin/css/" in one and one.rpartition("/")[2] not in WITH_A_FIELD] == []


def test_signing_in_has_the_desks_sheet(client: Client, db: None) -> None:
    page = client.get("/admin/login/").content.decode()
    assert re.findall(r'href="([^"]+\.css)"', page) == ["/static/css/desk.css"]


def test_every_sheet_of_the_desk_is_in_its_layer_and_imported() -> None:
    entry = (CSS / "desk.css").read_text()
    for sheet in sorted((CSS / "desk").glob("*.css")):
        assert f'@import url("desk/{sheet.name}");' in entry, sheet.name
        without_comments = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)
        assert without_comments.strip().startswith("@layer desk {"), sheet.name
    imported = re.findall(r'@import url\("(\.\./admin/[^"]+)"\)([^;]*);', entry)
    assert imported
    assert {layer.strip() for _, layer in imported} == {"layer(django)"}
