"""The site of the desk: nothing is deleted many at a time, and its pages may set styles but no scripts."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse

from ccm_site.admin_site import MonitorAdminSite

pytestmark = pytest.mark.django_db


def policy(answer) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";"))
    return {name: values for name, _, values in parts if name}


def test_no_list_deletes_many_at_once(at_desk, peru) -> None:
    client = at_desk("boss", "")
    where = reverse("admin:countries_country_changelist")
    assert "delete_selected" not in client.get(where).content.decode()
    client.post(where, {"action": "delete_selected", "_selected_action": [peru.pk], "post": "yes"})
    peru.refresh_from_db()
    assert "delete_selected" not in dict(MonitorAdminSite("another").actions)


def test_styles_of_the_admin_are_allowed_and_scripts_stay_as_strict_as_everywhere(at_desk, client) -> None:
    desk, sign_in = at_desk().get(reverse("admin:index")), client.get(reverse("admin:login"))
    public = client.get("/about/")
    for page in (desk, sign_in):
        assert "'unsafe-inline'" in policy(page)["style-src-attr"]
        assert "'nonce-" in policy(page)["style-src-elem"]
        assert "'unsafe-inline'" not in policy(page).get("script-src", policy(page)["default-src"])
    assert "'unsafe-inline'" not in public["Content-Security-Policy"]


def test_the_first_page_is_todays_work_under_the_monitors_name(at_desk) -> None:
    page = at_desk().get(reverse("admin:index"))
    assert page.context["site_header"] == settings.MONITOR_NAME
    assert [task.title for task in page.context["work"]][:2] == [
        "Comments addressed to you",
        "My proposed changes",
    ]
    assert "Today’s work" in page.content.decode()


@pytest.mark.parametrize("name", ["sources", "check", "preview"])
def test_what_the_editor_of_texts_asks_is_for_the_team_alone(client, name: str) -> None:
    where = reverse(f"admin:researched_text_{name}")
    assert where == f"/admin/texts/{name}/"
    answer = client.get(where)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("admin:login"))
