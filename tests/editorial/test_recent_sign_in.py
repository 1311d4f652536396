"""Recent is what was proved some minutes ago."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.core.exceptions import ReauthenticationRequired
from django.utils import timezone

from editorial.recent_sign_in import note_proof, require_recent_sign_in, signed_in_recently


@pytest.fixture
def request_of_ana(rf: Any) -> Any:
    request = rf.get("/admin/")
    request.session = {}
    return request


def test_a_proof_is_good_for_some_minutes(settings: Any, request_of_ana: Any) -> None:
    settings.MONITOR_RECENT_SIGN_IN = 15
    assert not signed_in_recently(request_of_ana)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        note_proof(request_of_ana)
        require_recent_sign_in(request_of_ana)
    with time_machine.travel(now + timedelta(minutes=14, seconds=59), tick=False):
        assert signed_in_recently(request_of_ana)
    with time_machine.travel(now + timedelta(minutes=15), tick=False), pytest.raises(ReauthenticationRequired):
        require_recent_sign_in(request_of_ana)


def test_with_none_nobody_is_asked(settings: Any, request_of_ana: Any) -> None:
    settings.MONITOR_RECENT_SIGN_IN = 0
    require_recent_sign_in(request_of_ana)
