"""Do what is asked for in the background. A process of its own, beside those that answer requests."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone

from editorial.actions.job_running import ToldToStop, run_waiting
from editorial.actions.last_runs import note_alive, note_gone

LOOK_AGAIN = 1.0  # seconds
SIGN_OF_LIFE = 10.0  # seconds


class Command(BaseCommand):
    """Ends at SIGTERM or Ctrl+C: what it is doing is undone, and waits for the next worker. Several may run."""

    help = "Do what is asked for in the background, until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what waits now, and end")

    def handle(self, *args: Any, **options: Any) -> None:
        name, over = f"{socket.gethostname()}:{os.getpid()}", threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)
        living = threading.Thread(target=_live, args=[name, over], name="sign of life", daemon=True)
        living.start()
        self.stdout.write(f"worker {name} looks for work")
        try:
            self._look_for_work(name, once=options["once"])
        except ToldToStop:
            self.stdout.write(f"worker {name} stops; what it was doing waits for the next one")
        finally:
            over.set()
            living.join(SIGN_OF_LIFE)
            note_gone(name)

    def _look_for_work(self, name: str, *, once: bool) -> None:
        while True:
            try:
                close_old_connections()
                run_waiting(worker=name)
            except DatabaseError as problem:  # it restarts; what was begun is found again by its silence
                self.stderr.write(f"the database does not answer: {type(problem).__name__}")
                connections.close_all()
            if once:
                return
            time.sleep(LOOK_AGAIN)


def _stop(number: int, frame: object) -> None:
    raise ToldToStop


def _live(name: str, over: threading.Event) -> None:
    """A sign of life every ten seconds, also while a piece of work takes minutes."""
    began = timezone.now()
    try:
        while True:
            try:
                note_alive(name, began_at=began, at=timezone.now())
            except DatabaseError:  # the next one tells
                connections.close_all()
            if over.wait(SIGN_OF_LIFE):
                return
    finally:
        connections.close_all()
