"""Who does what cannot be taken back proves once more who they are, and loses nothing by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from countries.models import CountryProfile
from editorial.models import AuditAction, AuditEntry, User
from tests.editorial.admin.taking import take
from tests.factories.second_factors import an_app, code_of

pytestmark = pytest.mark.django_db
ASKS = "show once more that it is you"
USERS = "/admin/editorial/user/add/"


@pytest.fixture(autouse=True)
def a_quarter_of_an_hour(settings: Any) -> None:
    settings.MONITOR_RECENT_SIGN_IN = 15


@pytest.fixture
def chief(person: Callable[..., User]) -> User:
    user = person("chief", is_superuser=True)
    user.set_password("the right words")
    user.save()
    return user


def later(minutes: int) -> Any:
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False)


def carried(answer: Any) -> dict[str, str]:
    """What the page will post again, without the proof."""
    return dict(answer.context["carried"])


def test_right_after_a_sign_in_nobody_is_asked(at_desk: Callable[..., Client], chief: User) -> None:
    client = at_desk("chief", "")
    with later(14):
        assert ASKS not in client.get(USERS).content.decode()
    with later(16):
        assert ASKS in client.get(USERS).content.decode()


def test_a_form_on_accounts_is_shown_after_the_proof(at_desk: Callable[..., Client], chief: User) -> None:
    client = at_desk("chief", "")
    with later(16):
        asked = client.get(USERS + "?_popup=")
        assert asked["Cache-Control"] == "no-store"
        said = {"again_by": "password", "again_asked": "GET", "again_password": "the right words"}
        answer = client.post(USERS + "?_popup=", said)
        assert answer["Location"] == USERS + "?_popup="
        assert ASKS not in client.get(USERS).content.decode()


def test_what_was_posted_goes_on_after_the_proof_and_nothing_of_it_is_kept_meanwhile(
    at_desk: Callable[..., Client], chief: User
) -> None:
    client = at_desk("chief", "")
    hers = "a long one of hers"
    words = {"username": "nova", "usable_password": "true", "password1": hers, "password2": hers}
    with later(16):
        asked = client.post(USERS, words)
        assert ASKS in asked.content.decode()
        assert not User.objects.filter(username="nova").exists()
        assert carried(asked) == words
        assert hers not in str(dict(client.session))
        wrong = client.post(USERS, {**words, "again_by": "password", "again_password": "wrong"})
        assert "That is not your password." in wrong.content.decode()
        assert carried(wrong) == words
        answer = client.post(USERS, {**words, "again_by": "password", "again_password": "the right words"})
    made = User.objects.get(username="nova")
    assert made.check_password(hers)
    assert answer["Location"] == reverse("admin:editorial_user_change", args=[made.pk])


def test_publishing_asks_and_goes_on_with_the_words_as_they_were(
    at_desk: Callable[..., Client], draft: CountryProfile, chief: User
) -> None:
    take(at_desk("researcher"), draft, "submit", reason="First edition")
    take(at_desk("editor", "Editor"), draft, "approve", reason="All notes read")
    client, address = at_desk("chief", ""), reverse("admin:countries_countryprofile_publish", args=[draft.pk])
    form = client.get(reverse("admin:countries_countryprofile_change", args=[draft.pk]))
    read = next(step.form for step in form.context["offered"] if step.name == "publish")["read"].value()
    typed = {"publish-reason": "Agreed on Monday\r\nby all", "publish-read": read, "publish-visible_from": ""}
    with later(16):
        asked = client.post(address, typed)
        assert ASKS in asked.content.decode()
        assert carried(asked) == typed
        assert not draft.releases.exists()
        answer = client.post(address, {**typed, "again_by": "password", "again_password": "the right words"})
    assert answer["Location"] == reverse("admin:countries_countryprofile_change", args=[draft.pk])
    assert draft.releases.get().released_by == chief
    assert draft.history.first().history_change_reason == "Agreed on Monday\r\nby all"


@pytest.mark.parametrize("step", ["publish", "withdraw", "release_now", "take_back", "reschedule"])
def test_every_step_that_readers_see_asks(
    at_desk: Callable[..., Client], draft: CountryProfile, chief: User, step: str
) -> None:
    client = at_desk("chief", "")
    address = reverse(f"admin:countries_countryprofile_{step}", args=[draft.pk])
    with later(16):
        assert ASKS in client.post(address, {}).content.decode()
        went_on = client.post(address, {"again_by": "password", "again_password": "the right words"})
    assert went_on.status_code == 422, "the step itself answers, and says what is missing"


@pytest.mark.parametrize(
    "address",
    ["/admin/countries/team/add/", "/admin/countries/countryassignment/add/", "/admin/editorial/user/add/"],
)
def test_forms_on_who_may_do_what_ask(at_desk: Callable[..., Client], chief: User, address: str) -> None:
    client = at_desk("chief", "")
    with later(16):
        assert ASKS in client.get(address).content.decode()


def test_releasing_a_whole_year_asks_and_beginning_one_does_not(
    at_desk: Callable[..., Client], chief: User
) -> None:
    client, address = at_desk("chief", ""), reverse("admin:countries_countryprofile_work")
    with later(16):
        assert ASKS in client.post(address, {"freeze_reason": "Agreed"}).content.decode()
        assert ASKS not in client.post(address, {"start": "1", "reason": "Begin"}).content.decode()


def test_steps_within_the_team_do_not_ask(
    at_desk: Callable[..., Client], draft: CountryProfile, chief: User
) -> None:
    client = at_desk("chief", "")
    with later(16):
        answer = client.post(
            reverse("admin:countries_countryprofile_submit", args=[draft.pk]), {"submit-reason": "Ready"}
        )
    assert ASKS not in answer.content.decode()


def test_whoever_may_not_act_is_refused_before_anybody_asks(
    at_desk: Callable[..., Client], draft: CountryProfile
) -> None:
    client = at_desk("researcher")
    with later(16):
        answer = client.post(reverse("admin:countries_countryprofile_publish", args=[draft.pk]), {})
        assert answer.status_code == 403
        assert client.get(USERS).status_code == 403


def test_a_code_of_ones_app_is_a_proof(at_desk: Callable[..., Client], chief: User) -> None:
    secret, client = an_app(chief), at_desk("chief", "")
    with later(16):
        wrong = client.post(USERS, {"again_by": "code", "again_asked": "GET", "again_code": "000000"})
        assert "That was not recognised" in wrong.content.decode()
        said = {"again_by": "code", "again_asked": "GET", "again_code": code_of(secret)}
        assert client.post(USERS, said)["Location"] == USERS


def test_a_wrong_proof_is_a_failed_sign_in_and_many_are_stopped_with_the_words_kept(
    at_desk: Callable[..., Client], chief: User, settings: Any
) -> None:
    settings.AXES_ENABLED = True
    client = at_desk("chief", "")
    words = {"username": "nova", "again_by": "password", "again_password": "wrong"}
    with later(16):
        answers = [client.post(USERS, words, REMOTE_ADDR="203.0.113.7") for _ in range(6)]
        assert [answer.status_code for answer in answers] == [200] * 6
        assert "too many wrong tries" in answers[-1].content.decode()
        assert carried(answers[-1]) == {"username": "nova"}
        right = {**words, "again_password": "the right words"}
        assert "too many wrong tries" in client.post(USERS, right, REMOTE_ADDR="203.0.113.7").content.decode()
    assert AuditEntry.objects.filter(action=AuditAction.SIGN_IN_FAILED, username="chief").count() >= 5


def test_a_proof_of_a_kind_that_one_does_not_have_is_none(at_desk: Callable[..., Client], chief: User) -> None:
    client = at_desk("chief", "")
    with later(16):
        for by in ("code", "passkey", "anything", ""):
            answer = client.post(
                USERS, {"again_by": by, "again_asked": "GET", "again_code": "1", "again_said": "{}"}
            )
            assert ASKS in answer.content.decode()


def test_a_program_is_told_in_its_own_way(at_desk: Callable[..., Client], chief: User) -> None:
    client = at_desk("chief", "")
    with later(16):
        answer = client.get(USERS, HTTP_ACCEPT="application/json")
    assert (answer.status_code, answer.json()) == (403, {"detail": "Sign in again."})


def test_changing_what_one_signs_in_with_asks_too(at_desk: Callable[..., Client], chief: User) -> None:
    client = at_desk("chief", "")
    with later(16):
        for address in ("/admin/account/app/", "/admin/account/passkeys/add/"):
            assert ASKS in client.get(address).content.decode()
        assert ASKS not in client.get("/admin/account/").content.decode()
