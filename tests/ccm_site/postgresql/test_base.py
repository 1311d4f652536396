"""A kept connection is asked whether it lives when there is a reason to ask, and only then."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from ccm_site.postgresql.base import ASK_AGAIN, DatabaseWrapper


class Kept(DatabaseWrapper):
    """A connection over a socket, whose other end a test holds."""

    def __init__(self, here: socket.socket) -> None:
        self.connection: Any = SimpleNamespace(closed=False, fileno=here.fileno, close=lambda: None)
        self.health_check_enabled, self.health_check_done = True, False
        self.asked, self.lives, self.pool = 0, True, None

    pool: Any = None

    def is_usable(self) -> bool:
        self.asked += 1
        return self.lives

    def close(self) -> None:
        self.connection = None

    def begin_request(self) -> None:
        self.health_check_done = False
        self.close_if_health_check_failed()


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    here, there = socket.socketpair()
    yield here, there
    here.close()
    there.close()


def test_it_is_asked_once_and_then_only_looked_at(ends) -> None:
    kept = Kept(ends[0])
    for _ in range(5):
        kept.begin_request()
    assert kept.asked == 1
    assert kept.health_check_done


def test_after_a_while_it_is_asked_again(ends) -> None:
    kept = Kept(ends[0])
    kept.begin_request()
    kept.asked_at = time.monotonic() - ASK_AGAIN
    kept.begin_request()
    assert kept.asked == 2


@pytest.mark.parametrize("lives", [True, False])
def test_a_connection_that_says_something_is_asked(ends, lives: bool) -> None:
    kept = Kept(ends[0])
    kept.begin_request()
    kept.lives = lives
    ends[1].send(b"E")
    kept.begin_request()
    assert kept.asked == 2
    assert (kept.connection is not None) is lives


def test_one_that_the_server_ended_is_opened_anew(ends) -> None:
    kept = Kept(ends[0])
    kept.begin_request()
    kept.lives = False
    ends[1].close()
    kept.begin_request()
    assert kept.connection is None
