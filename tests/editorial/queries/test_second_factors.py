"""Who has a second factor, and who needs one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator

from editorial.models import User
from editorial.queries.second_factors import (
    factor_name,
    lacks_second_factor,
    must_have_second_factor,
    second_factors,
)
from editorial.rules.roles import PUBLISHER, RESEARCHER
from tests.factories.second_factors import a_passkey, an_app, recovery_codes

pytestmark = pytest.mark.django_db


def test_passkeys_and_apps_are_factors_and_recovery_codes_are_none(person: Callable[..., User]) -> None:
    ana, ben = person("ana"), person("ben")
    recovery_codes(ana)
    assert not second_factors(ana)
    an_app(ana)
    a_passkey(ana)
    a_passkey(ben)
    assert [one.type for one in second_factors(ana)] == ["totp", "webauthn"]


def test_what_they_are_called(person: Callable[..., User]) -> None:
    ana = person("ana")
    an_app(ana)
    recovery_codes(ana)
    a_passkey(ana, "Laptop")
    names = [factor_name(one) for one in Authenticator.objects.order_by("pk")]
    assert names == ["authenticator app", "recovery codes", "passkey “Laptop”"]


def test_who_needs_one_and_has_none(settings: Any, person: Callable[..., User]) -> None:
    settings.MONITOR_SECOND_FACTOR = "publishers"
    ana, pat, chief = person("ana", RESEARCHER), person("pat", PUBLISHER), person("chief", is_superuser=True)
    assert [must_have_second_factor(one) for one in (ana, pat, chief)] == [False, True, True]
    an_app(pat)
    assert [lacks_second_factor(one) for one in (ana, pat, chief)] == [False, False, True]


def test_where_none_is_asked_for_nobody_is_looked_up(
    settings: Any, person: Callable[..., User], django_assert_num_queries: Any
) -> None:
    settings.MONITOR_SECOND_FACTOR = "nobody"
    chief = person("chief", is_superuser=True)
    with django_assert_num_queries(0):
        assert not lacks_second_factor(chief)
