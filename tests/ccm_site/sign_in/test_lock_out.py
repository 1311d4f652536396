"""Guessing is stopped where it comes from, and shuts nobody out who is elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from axes.models import AccessAttempt
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory
from django.utils import timezone

from ccm_site.sign_in.lock_out import TRY_LATER, is_shut
from editorial.models import AuditAction, AuditEntry, User
from tests.factories.second_factors import code_of

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Any]
HOME, ELSEWHERE, OFFICE = "203.0.113.7", "198.51.100.9", "192.0.2.20"


@pytest.fixture(autouse=True)
def counted(settings: Any) -> None:
    settings.AXES_ENABLED = True
    settings.MONITOR_RATE_LIMITS = {}


def is_in(answer: Any) -> bool:
    return answer.status_code == 302


@pytest.mark.slow
def test_a_thousand_wrong_tries_from_elsewhere_leave_the_owner_free(
    ana: User, sign_in: SignIn, rf: RequestFactory
) -> None:
    for number in range(1000):  # from two hundred addresses, five each
        request = rf.post("/admin/login/", REMOTE_ADDR=f"198.51.100.{number // 5 + 1}")
        assert authenticate(request, username="ana", password="wrong") is None
    assert AuditEntry.objects.filter(action=AuditAction.SIGN_IN_FAILED).count() == 1000
    assert is_in(sign_in(at=HOME))
    assert sign_in(at="198.51.100.1").status_code == 429


def test_the_sixth_try_of_a_name_at_an_address_is_refused_and_the_next_name_is_not(
    ana: User, person: Callable[..., User], sign_in: SignIn
) -> None:
    answers = [sign_in(password="wrong", at=ELSEWHERE).status_code for _ in range(6)]
    assert answers == [200] * 4 + [429] * 2
    refused = sign_in(at=ELSEWHERE)
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
    assert TRY_LATER in refused.content.decode()
    assert sign_in("ben", "wrong", at=ELSEWHERE).status_code == 200


def test_trying_twelve_names_from_one_address_is_stopped(ana: User, sign_in: SignIn) -> None:
    answers = [sign_in(f"name{number}", "wrong", at=ELSEWHERE).status_code for number in range(12)]
    assert answers == [200] * 9 + [429] * 3
    assert sign_in(at=ELSEWHERE).status_code == 429, "the right password is not taken from there either"
    assert is_in(sign_in(at=HOME))


def test_changing_the_browser_or_the_end_of_an_ipv6_address_changes_nothing(ana: User) -> None:
    posted = {"username": "ana", "password": "wrong"}
    for number in range(5):
        extra = {"REMOTE_ADDR": f"2001:db8:1:2::{number}", "HTTP_USER_AGENT": f"Browser {number}"}
        answer = Client().post("/admin/login/", posted, **extra)
    assert answer.status_code == 429


def test_a_forged_header_changes_nothing(settings: Any, ana: User) -> None:
    """One server in front says whom it was asked by; what the client writes itself stands further left."""
    settings.MONITOR_PROXIES = 1
    posted = {"username": "ana", "password": "wrong"}
    for number in range(5):
        said = {"HTTP_X_FORWARDED_FOR": f"192.0.2.{number}, {ELSEWHERE}", "REMOTE_ADDR": "10.0.0.1"}
        answer = Client().post("/admin/login/", posted, **said)
    assert answer.status_code == 429
    assert set(AccessAttempt.objects.values_list("ip_address", flat=True)) == {ELSEWHERE}
    home = {"HTTP_X_FORWARDED_FOR": HOME, "REMOTE_ADDR": "10.0.0.1"}
    assert is_in(Client().post("/admin/login/", {**posted, "password": "the right words"}, **home))


def test_who_came_in_from_an_office_before_is_not_stopped_by_a_colleague_who_tries_names(
    ana: User, sign_in: SignIn
) -> None:
    assert is_in(sign_in(at=OFFICE))
    for number in range(12):
        sign_in(f"name{number}", "wrong", at=OFFICE)
    assert sign_in("ben", "wrong", at=OFFICE).status_code == 429
    assert is_in(sign_in(at=OFFICE))


def test_a_sign_in_forgives_the_mistakes_before_it(ana: User, sign_in: SignIn) -> None:
    for _ in range(3):
        for _ in range(4):
            sign_in(password="wrong", at=HOME)
        assert is_in(sign_in(at=HOME))


def test_it_is_over_an_hour_after_the_last_try_that_was_looked_at(ana: User, sign_in: SignIn) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(5):
            sign_in(password="wrong", at=HOME)
        clock.shift(timedelta(minutes=59))
        assert sign_in(at=HOME).status_code == 429  # and this one does not begin the hour anew
        clock.shift(timedelta(minutes=2))
        assert is_in(sign_in(at=HOME))


def test_nothing_that_was_posted_is_kept(ana: User) -> None:
    posted = {"username": "ana", "password": "nearly right", "password1": "another’s", "lead": "Words of a form"}
    for _ in range(2):
        Client().post("/admin/login/", posted, REMOTE_ADDR=HOME)
    attempt = AccessAttempt.objects.get()
    assert (attempt.failures_since_start, attempt.post_data.strip("\n-")) == (2, "")


def test_wrong_codes_are_counted_like_wrong_passwords(ana: User, secret: str, sign_in: SignIn) -> None:
    client = Client(REMOTE_ADDR=HOME)
    assert sign_in(client=client)["Location"] == "/admin/login/second-step/"
    answers = [client.post("/admin/login/second-step/", {"code": "000000"}).status_code for _ in range(5)]
    assert answers == [200] * 4 + [429]
    assert TRY_LATER in client.post("/admin/login/second-step/", {"code": code_of(secret)}).content.decode()
    assert "_auth_user_id" not in client.session


def test_without_counting_nothing_is_shut(settings: Any, ana: User, rf: Any) -> None:
    settings.AXES_ENABLED = False
    assert not is_shut(rf.post("/admin/login/"), "ana")
