"""Who is locked out has a line in the security log; what was typed in the place of a name only if it is one."""

from __future__ import annotations

import logging

import pytest
from axes.signals import user_locked_out

from editorial.security_log import NAME


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "said"), [("ana", "ana"), ("a password", "unknown"), (None, "unknown")])
def test_a_lock_out_is_told(person, caplog: pytest.LogCaptureFixture, typed: str | None, said: str) -> None:
    person("ana")
    caplog.set_level(logging.INFO)
    user_locked_out.send("axes", request=None, username=typed, ip_address="192.0.2.7")
    (line,) = [record.told for record in caplog.records if record.name == NAME]  # type: ignore[attr-defined]
    assert line == {"what": "locked out", "outcome": "refused", "name": said}
