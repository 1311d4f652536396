"""What open forms keep and ask: their own person's, of forms of the desk, within bounds."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial.admin import begun_page
from editorial.models import BegunForm, SavedForm, User

URL = reverse("admin:begun_forms")
PLACE = reverse("admin:countries_country_add")
FORM = str(uuid.UUID(int=7))


@pytest.fixture
def desk(at_desk: Any) -> Client:
    return at_desk()


def keep(client: Client, **more: str) -> Any:
    said = {"form_id": FORM, "window": FORM, "place": PLACE, "title": "Add country", "known_at": ""}
    return client.post(URL, said | {"typed": json.dumps([["name", "Ruritania"]])} | more)


def test_it_is_kept_asked_for_and_thrown_away(desk: Client) -> None:
    answer = keep(desk).json()
    assert answer["form_id"] == FORM
    asked = desk.get(URL, {"place": PLACE, "form": FORM}).json()
    assert asked == {"begun": [{"form_id": FORM, "kept_at": answer["kept_at"]}], "saved": []}
    assert desk.get(URL, {"place": reverse("admin:editorial_source_add")}).json()["begun"] == []
    assert desk.post(URL, {"forget": FORM}, headers={"accept": "application/json"}).json() == {"forgotten": True}
    assert not BegunForm.objects.exists()


def test_without_scripts_it_is_thrown_away_and_leads_back(desk: Client) -> None:
    keep(desk)
    assert desk.post(URL, {"forget": FORM})["Location"] == PLACE
    keep(desk)
    assert desk.post(URL, {"forget": FORM, "from_list": "1"})["Location"] == reverse("admin:index")


def test_nobody_else_learns_of_it_or_throws_it_away(desk: Client, at_desk: Any) -> None:
    keep(desk)
    other = at_desk("other")
    assert other.get(URL, {"place": PLACE, "form": FORM}).json() == {"begun": [], "saved": []}
    other.post(URL, {"forget": FORM})
    assert BegunForm.objects.count() == 1
    assert Client().get(URL)["Location"].startswith(reverse("admin:login"))


def test_what_is_saved_is_said(desk: Client) -> None:
    person = User.objects.get(username="researcher")
    SavedForm.objects.create(form_id=FORM, person=person, digest="", saved_at="2026-11-29T10:00Z")
    assert desk.get(URL, {"form": [FORM, "no number"]}).json()["saved"] == [FORM]
    assert keep(desk).json() == {"saved": True}


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "https://elsewhere.test/"},
        {"place": "/countries/"},
        {"place": reverse("admin:index")},
        {"typed": "no list"},
        {"typed": '[["name", 3]]'},
        {"typed": '{"name": "x"}'},
        {"form_id": "7"},
        {"window": ""},
    ],
    ids=str,
)
def test_what_is_no_form_of_the_desk_is_refused(desk: Client, wrong: dict[str, str]) -> None:
    assert keep(desk, **wrong).status_code == 400
    assert not BegunForm.objects.exists()


def test_there_is_a_bound(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(begun_page, "LONGEST", 10)
    assert keep(desk).status_code == 413
    monkeypatch.setattr(begun_page, "LONGEST", 1000)
    monkeypatch.setattr(BegunForm, "AT_MOST", 0)
    assert keep(desk).status_code == 409
    assert not BegunForm.objects.exists()
