"""A code opens once, whichever worker is asked; few may be tried."""

from __future__ import annotations

import time
from typing import Any

import pytest
import time_machine

from ccm_site.sign_in.codes import WRONG_AN_HOUR, TooManyWrong, accepted
from editorial.models import User
from tests.factories.second_factors import code_of, recovery_codes

pytestmark = pytest.mark.django_db
NOON = "2026-11-30T12:00:10Z"


def tried(user: User, code: str) -> Any:
    found = accepted(user, code, at=time.time())
    return found.type if found else None


def test_the_code_that_the_app_shows_is_taken_and_so_are_the_ones_before_and_after(ana: User, secret: str) -> None:
    with time_machine.travel(NOON, tick=False):
        assert [tried(ana, code_of(secret, later=steps)) for steps in (0, 1, -1)] == ["totp"] * 3
        assert tried(ana, code_of(secret, later=2)) is None
        assert tried(ana, code_of(secret, later=-2)) is None


def test_a_code_that_was_used_is_not_taken_again(ana: User, secret: str) -> None:
    with time_machine.travel(NOON, tick=False):
        code = code_of(secret)
        assert tried(ana, f"{code[:3]} {code[3:]}") == "totp", "some apps show a space"
        assert tried(ana, code) is None
        assert tried(ana, code_of(secret, later=1)) == "totp"


def test_a_recovery_code_stands_in_once(ana: User, secret: str) -> None:
    codes = recovery_codes(ana)
    assert tried(ana, codes[3]) == "recovery_codes"
    assert tried(ana, codes[3]) is None
    assert codes[3] not in recovery_codes(ana)
    assert tried(ana, codes[4]) == "recovery_codes"


def test_after_too_many_wrong_ones_none_is_looked_at_for_an_hour(ana: User, secret: str) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(WRONG_AN_HOUR):
            assert tried(ana, "000000") is None
        with pytest.raises(TooManyWrong):
            tried(ana, code_of(secret))
        clock.shift(3601)
        assert tried(ana, code_of(secret)) == "totp"


def test_somebody_elses_code_and_no_app_at_all(ana: User, secret: str, person: Any) -> None:
    assert tried(person("ben"), code_of(secret)) is None


def test_after_a_new_secret_key_nothing_fits_and_nothing_breaks(settings: Any, ana: User, secret: str) -> None:
    codes = recovery_codes(ana)
    settings.SECRET_KEY = "another" * 10
    assert tried(ana, code_of(secret)) is None
    assert tried(ana, codes[0]) is None
