"""The way back in for the last administrator."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from editorial.models import AuditEntry, User
from tests.factories.second_factors import an_app

pytestmark = pytest.mark.django_db


def test_it_takes_away_what_was_lost_and_says_what_to_do(
    person: Callable[..., User], capsys: pytest.CaptureFixture[str]
) -> None:
    an_app(person("chief", is_superuser=True))
    call_command("reset_second_factors", "chief", "--reason", "Lost the key")
    assert capsys.readouterr().out == "chief signs in with the password alone now. Taken away: 1.\n"
    assert not Authenticator.objects.exists()
    assert "Lost the key" in AuditEntry.objects.get(username="manage.py").detail


def test_a_slip_is_told(person: Callable[..., User]) -> None:
    person("chief")
    with pytest.raises(CommandError, match="Nobody signs in as “cheif”"):
        call_command("reset_second_factors", "cheif", "--reason", "x")
    with pytest.raises(CommandError, match="chief has no passkey"):
        call_command("reset_second_factors", "chief", "--reason", "x")
