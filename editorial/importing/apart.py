"""Reading what a stranger made in a process of its own, which ends when it takes too much time or memory.

Limits before reading catch what can be counted; this catches the rest. The process knows no secret and no database.
"""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

SECONDS = 10  # of computing
WAITED = 20  # seconds, however busy the machine is: less than the 30 that a worker has for a request
MEMORY = 512 * 1024**2  # bytes
_ROOT = Path(__file__).resolve().parent.parent.parent


class TookTooMuch(ValueError):
    """The process was ended; the message says why, and what to do."""


def confine() -> None:
    """To be called first in the process itself: it is ended by the system where it goes beyond."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_apart(module: str, data: bytes) -> bytes:
    """What ``python -m module`` writes about ``data``, which it reads. Raises TookTooMuch."""
    try:
        done = subprocess.run(  # noqa: S603 - our own modules, named in the code
            [sys.executable, "-m", module],
            input=data,
            capture_output=True,
            timeout=WAITED,
            cwd=_ROOT,
            env={"PYTHONIOENCODING": "utf-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TookTooMuch(f"Reading the file took longer than {WAITED} seconds. {_REMEDY}") from None
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise TookTooMuch(f"Reading the file took more than {SECONDS} seconds of computing. {_REMEDY}")
    if done.returncode:
        is_full = b"MemoryError" in done.stderr
        what = f"took more than {MEMORY // 1024**2} MB of memory" if is_full else "came to no end"
        raise TookTooMuch(f"Reading the file {what}. {_REMEDY}")
    return done.stdout


_REMEDY = "Copy the cells of the table alone into a new workbook, or save it as “CSV UTF-8”; cut a long table into parts."
