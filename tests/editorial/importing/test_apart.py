"""A process of its own ends where it takes too much, and the person is told so; the site goes on."""

import subprocess
import sys

import pytest

from editorial.importing import apart
from editorial.importing.apart import TookTooMuch, read_apart

CONFINED = """
from editorial.importing import apart
import os, sys
apart.SECONDS, apart.MEMORY = 1, 200 * 1024**2
apart.confine()
"""


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch):
    """In place of a module: some lines, in a process that is confined to a second and 200 MB."""
    real = subprocess.run

    def make(lines: str) -> None:
        command = [sys.executable, "-c", CONFINED + lines]
        monkeypatch.setattr(apart.subprocess, "run", lambda args, **how: real(command, **how))

    return make


def test_what_it_writes_about_what_it_reads(runs) -> None:
    runs("sys.stdout.write(sys.stdin.read().upper())")
    assert read_apart("any", b"words") == b"WORDS"


def test_it_knows_no_secret_of_the_site(runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "words that nobody knows")
    runs("sys.stdout.write(os.environ.get('SECRET_KEY', 'none'))")
    assert read_apart("any", b"") == b"none"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("while True: pass", "more than 10 seconds of computing"),
        ("'x' * 400 * 1024**2", "more than 512 MB of memory"),
        ("os.abort()", "came to no end"),
    ],
)
def test_where_it_takes_too_much_the_person_is_told(runs, lines: str, said: str) -> None:
    runs(lines)
    with pytest.raises(TookTooMuch, match=said) as told:
        read_apart("any", b"")
    assert "save it as “CSV UTF-8”" in str(told.value)


def test_nobody_waits_longer_than_a_worker_may(runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WAITED", 0.2)
    runs("import time; time.sleep(60)")
    with pytest.raises(TookTooMuch, match=r"longer than 0\.2 seconds"):
        read_apart("any", b"")
