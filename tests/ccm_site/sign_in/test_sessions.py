"""A session ends, and what its person had typed does not."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from countries.models import CountryProfile
from editorial.models import AuditAction, AuditEntry, BegunForm, User

pytestmark = pytest.mark.django_db
NUMBER = "6f2a1c7e-0b1d-4c55-9d1e-3a5b6c7d8e9f"
RIGHT = "the right words"


@pytest.fixture
def ana(person: Callable[..., User]) -> User:
    user = person("ana", "Researcher")
    user.set_password(RIGHT)
    user.save()
    return user


def later(**much: int) -> Any:
    return time_machine.travel(timezone.now() + timedelta(**much), tick=False)


def typed(draft: CountryProfile) -> dict[str, str]:
    return {
        "form_id": NUMBER,
        "_window": str(uuid.uuid4()),
        "lead": "Her new lead.\r\nOf two lines.",
        "reason": "More exact",
        "_save": "Save",
    }


def form_of(draft: CountryProfile) -> str:
    return reverse("admin:countries_countryprofile_change", args=[draft.pk])


def test_a_locked_session_carries_a_long_text_through_the_proof(
    at_desk: Callable[..., Client], ana: User, draft: CountryProfile
) -> None:
    client, text = at_desk("ana"), "A long text.\r\n" * 500
    with later(hours=3):
        asked = client.post(form_of(draft), {**typed(draft), "text": text})
        assert "so the desk was locked for ana" in asked.content.decode()
        assert "All records" not in asked.content.decode()
        assert dict(asked.context["carried"])["text"] == text
        proof = {"again_by": "password", "again_password": RIGHT}
        went_on = client.post(form_of(draft), {**dict(asked.context["carried"]), **proof})
    assert went_on.status_code in (200, 302)
    assert "so the desk was locked" not in went_on.content.decode()


def test_what_arrives_after_the_end_is_kept_and_shown_after_the_sign_in(
    at_desk: Callable[..., Client], ana: User, draft: CountryProfile
) -> None:
    client = at_desk("ana")
    with later(hours=13):
        answer = client.post(form_of(draft), typed(draft))
        assert answer["Location"].startswith("/admin/login/?next=")
        assert "_auth_user_id" not in client.session
        page = client.get(answer["Location"])
        assert "12 hours have passed since you signed in" in page.content.decode()
        asked = page.context["redirect_field_value"]
        assert asked == f"{form_of(draft)}?begun={NUMBER}"
        posted = {"username": "ana", "password": RIGHT, "next": asked}
        back = client.post("/admin/login/", posted)
        assert back["Location"] == asked
        shown = client.get(asked).content.decode()
    assert "Her new lead.\nOf two lines." in shown
    draft.refresh_from_db()
    assert draft.lead.startswith("Peru signed in Oslo"), "nothing was saved"
    begun = BegunForm.objects.get()
    assert (begun.person, begun.title) == (ana, "country profile")
    assert ["_save", "Save"] not in begun.typed
    assert AuditEntry.objects.filter(action=AuditAction.SIGNED_OUT, user=ana).exists()


def test_words_of_a_step_are_shown_to_be_copied(
    at_desk: Callable[..., Client], ana: User, draft: CountryProfile
) -> None:
    client = at_desk("ana")
    with later(hours=13):
        page = client.post(
            reverse("admin:countries_countryprofile_submit", args=[draft.pk]),
            {"submit-reason": "Look at note 3", "submit-read": "17"},
        ).content.decode()
    assert "<blockquote>Look at note 3</blockquote>" in page
    assert "17" not in page.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert "_auth_user_id" not in client.session


def test_a_password_is_not_shown(at_desk: Callable[..., Client]) -> None:
    client = at_desk("chief", "")
    with later(hours=13):
        page = client.post(
            "/admin/password_change/", {"old_password": "one", "new_password1": "two"}
        ).content.decode()
    assert "Your session has ended" in page
    assert "<blockquote>" not in page


def test_a_page_is_asked_for_again_after_the_sign_in(at_desk: Callable[..., Client], ana: User) -> None:
    client = at_desk("ana")
    with later(hours=13):
        answer = client.get("/admin/countries/country/?q=peru")
    assert answer["Location"] == "/admin/login/?next=/admin/countries/country/%3Fq%3Dperu"


def test_an_open_page_is_told_that_nobody_is_signed_in(at_desk: Callable[..., Client], ana: User) -> None:
    client = at_desk("ana")
    with later(hours=13):
        assert client.get("/admin/begun/", HTTP_ACCEPT="application/json").status_code == 403


def test_more_than_is_kept_of_one_person_is_shown_to_be_copied(
    at_desk: Callable[..., Client], ana: User, draft: CountryProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BegunForm, "AT_MOST", 0)
    client = at_desk("ana")
    with later(hours=13):
        page = client.post(form_of(draft), typed(draft)).content.decode()
    assert "Her new lead." in page
