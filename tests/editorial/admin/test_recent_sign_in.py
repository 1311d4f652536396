"""Who only reads who may do what is not asked for a proof; who may change it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import Team
from editorial.models import recording

pytestmark = pytest.mark.django_db
ASKS = "show once more that it is you"


@pytest.fixture(autouse=True)
def proved_long_ago(settings: Any) -> None:
    settings.MONITOR_RECENT_SIGN_IN = 0.000001  # minutes


@pytest.fixture
def team(db: None) -> Team:
    with recording(by=None, reason="Made for a test"):
        return Team.objects.create(name="Latin America")


@pytest.mark.parametrize("page", ["change", "delete"])
def test_of_whom_it_is_asked(at_desk: Callable[..., Client], team: Team, page: str) -> None:
    address = reverse(f"admin:countries_team_{page}", args=[team.pk])
    assert ASKS in at_desk("chief", "").get(address).content.decode()
    answer = at_desk("reader", "Read-only").get(address)
    assert ASKS not in answer.content.decode()
    assert answer.status_code == (200 if page == "change" else 403)
