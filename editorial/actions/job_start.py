"""Who does what was asked for: a worker, a thread of the development server, or whoever asked (in tests), by the setting.

MONITOR_WORK is "worker" where a process of its own does it (``manage.py worker``), "here" where the server that was asked
does it in a thread, and "at once" where it is done before the answer.
"""

from __future__ import annotations

import threading

from django.conf import settings
from django.db import connections, transaction

_thread_lock = threading.Lock()
_thread: threading.Thread | None = None


def start_soon() -> None:
    """See that what waits is begun, once this transaction is committed. With a worker there is nothing to do."""
    if settings.MONITOR_WORK == "at once":
        from .job_running import run_waiting  # which asks for work itself

        run_waiting(worker="at once", beats=False)
    elif settings.MONITOR_WORK == "here":
        transaction.on_commit(start_here)


def start_here() -> None:
    """Begin a thread that does what waits, one after the other, unless there is one."""
    global _thread
    with _thread_lock:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_work_here, name="work", daemon=True)
            _thread.start()


def _work_here() -> None:
    from .job_running import run_waiting  # which asks for work itself

    try:
        run_waiting(worker="development server")
    finally:
        connections.close_all()
