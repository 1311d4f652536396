"""PostgreSQL as Django speaks to it, but for how a kept connection is looked at before the first question of a request.

Django asks each time whether it lives, which costs as much as any small question. A connection on which nobody has asked
anything has nothing to say; one that the server ended says so. Only then, and now and then, is it asked.
"""

from __future__ import annotations

import select
import time
from typing import Any

from django.db.backends.postgresql import base

ASK_AGAIN = 30.0  # seconds: a server that vanished without a word is noticed then


class DatabaseWrapper(base.DatabaseWrapper):
    """See the head of this module."""

    health_check_enabled: bool
    health_check_done: bool
    asked_at = 0.0

    def close_if_health_check_failed(self) -> None:
        if self.connection is None or self.health_check_done or not self.health_check_enabled:
            return
        now = time.monotonic()
        if now - self.asked_at < ASK_AGAIN and _is_quiet(self.connection):
            self.health_check_done = True
            return
        super().close_if_health_check_failed()
        self.asked_at = now


def _is_quiet(connection: Any) -> bool:
    """Nothing has come in. Where the connection is closed on this side, nothing is known."""
    if connection.closed:
        return False
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return not poll.poll(0)
