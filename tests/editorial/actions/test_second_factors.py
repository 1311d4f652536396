"""Taking away what somebody has lost; and every change of second factors in the audit log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client

from editorial.actions.second_factors import end_sessions, reset_second_factors
from editorial.models import AuditAction, AuditEntry, User
from editorial.rules.transitions import Refused
from tests.factories.second_factors import a_passkey, an_app, recovery_codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(person: Callable[..., User]) -> User:
    return person("ana")


def lines() -> list[tuple[str, str, str, str]]:
    found = (
        AuditEntry.objects.filter(action=AuditAction.ACCOUNT).exclude(detail__startswith="created").order_by("pk")
    )
    return [(str(one.user or ""), one.username, one.about, one.detail) for one in found]


def test_all_is_taken_away_and_the_log_says_what_by_whom_and_why(ana: User, person: Callable[..., User]) -> None:
    chief, ben = person("chief", is_superuser=True), person("ben")
    an_app(ana)
    a_passkey(ana, "Laptop")
    recovery_codes(ana)
    an_app(ben)
    assert reset_second_factors(user=ana, by=chief, reason="Lost the telephone") == 3
    assert [one.user for one in Authenticator.objects.all()] == [ben]
    detail = "second factors reset: authenticator app, passkey “Laptop”, recovery codes; Lost the telephone"
    assert lines() == [("chief", "chief", "ana", detail)]


def test_a_command_is_named_in_the_place_of_a_person(ana: User) -> None:
    an_app(ana)
    reset_second_factors(user=ana, by=None, reason="Nobody else is left")
    assert lines()[0][:3] == ("", "manage.py", "ana")


def test_nothing_to_take_away_leaves_no_line(ana: User) -> None:
    with pytest.raises(Refused, match="ana has no passkey, authenticator app or recovery codes"):
        reset_second_factors(user=ana, by=None, reason="x")
    assert lines() == []


def test_the_person_is_signed_out_everywhere_and_nobody_else_is(ana: User, at_desk: Callable[..., Client]) -> None:
    hers, her_other, his = at_desk("ana"), at_desk("ana"), at_desk("ben")
    end_sessions(ana)
    assert Session.objects.count() == 1
    assert [one.get("/admin/").status_code for one in (hers, her_other, his)] == [302, 302, 200]


def test_adding_removing_and_making_anew_are_lines(ana: User, rf: Any) -> None:
    from allauth.mfa import signals

    app = Authenticator.objects.create(user=ana, type="totp", data={})
    for signal in (signals.authenticator_added, signals.authenticator_removed, signals.authenticator_reset):
        signal.send(sender=Authenticator, request=rf.get("/"), user=ana, authenticator=app)
    assert [detail for *_, detail in lines()] == [
        "added: authenticator app",
        "removed: authenticator app",
        "made anew: authenticator app",
    ]


def test_the_use_of_a_recovery_code_is_a_line_and_that_of_an_app_is_none(ana: User, rf: Any) -> None:
    from allauth.mfa import signals

    an_app(ana)
    recovery_codes(ana)
    for factor in Authenticator.objects.order_by("pk"):
        signals.authenticator_used.send(sender=Authenticator, request=rf.get("/"), user=ana, authenticator=factor)
    assert [detail for *_, detail in lines()] == ["a recovery code was used; 10 are left"]
