"""How long a session lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from ccm_site.sign_in.clock import SEEN_AT

pytestmark = pytest.mark.django_db
LOCKED = "so the desk was locked"


def text(client: Client, address: str = "/admin/account/") -> str:
    return client.get(address, follow=True).content.decode()


@pytest.fixture
def client(at_desk: Callable[..., Client]) -> Client:
    return at_desk("ana")


@pytest.fixture
def clock(client: Client) -> Any:
    with time_machine.travel(timezone.now(), tick=False) as found:
        yield found


def test_it_locks_when_it_is_left_alone(client: Client, clock: Any) -> None:
    clock.shift(timedelta(minutes=119))
    assert LOCKED not in text(client)
    clock.shift(timedelta(minutes=119))
    assert LOCKED not in text(client), "each page begins the time anew"
    clock.shift(timedelta(minutes=121))
    assert LOCKED in text(client)
    assert LOCKED in text(client), "asking again is no proof"


def test_an_open_page_is_no_sign_of_its_person(client: Client, clock: Any, draft: Any) -> None:
    beat = f"/admin/countries/countryprofile/{draft.pk}/presence/"
    for _ in range(3):
        clock.shift(timedelta(minutes=50))
        answer = client.post(beat)
    assert answer.status_code == 200
    assert LOCKED in answer.content.decode()


def test_it_is_over_after_a_working_day_whatever_is_done_in_it(client: Client, clock: Any) -> None:
    for _ in range(12):
        clock.shift(timedelta(minutes=59))
        assert "My account" in text(client)
    clock.shift(timedelta(minutes=13))
    page = text(client)
    assert "12 hours have passed since you signed in" in page
    assert "_auth_user_id" not in client.session


def test_the_session_is_written_once_a_minute(client: Client, clock: Any, django_assert_num_queries: Any) -> None:
    clock.shift(timedelta(seconds=61))
    text(client)
    seen = client.session[SEEN_AT]
    clock.shift(timedelta(seconds=59))
    text(client)
    assert client.session[SEEN_AT] == seen


def test_a_session_from_before_there_were_limits_is_over(client: Client) -> None:
    session = client.session
    for name in ("signed_in_at", "seen_at"):
        del session[name]
    session.save()
    assert client.get("/admin/")["Location"].startswith("/admin/login/")


def test_the_limits_are_settable(client: Client, clock: Any, settings: Any) -> None:
    settings.MONITOR_IDLE_MINUTES, settings.MONITOR_SESSION_HOURS = 10, 1
    clock.shift(timedelta(minutes=11))
    assert LOCKED in text(client)
    clock.shift(timedelta(minutes=50))
    assert "1 hours have passed" in text(client)
