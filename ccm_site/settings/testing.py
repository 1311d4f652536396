"""The test suite: SQLite unless DATABASE_URL names PostgreSQL; quick password hashing; plain static files."""

import os
import tempfile
from pathlib import Path

from .base import *

DEBUG = False
SECRET_KEY = "testing-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]


def sqlite_for_tests() -> dict[str, Any]:
    """A file in memory where the machine has such a place, thrown away after the run.

    Not ":memory:": the threads of a live server would share one connection, and two of them at once can lock each
    other out for good (one holds the connection and waits for the interpreter, the other the other way round).
    """
    shared_memory = Path("/dev/shm")  # noqa: S108 - a name of its own below, and nothing secret
    folder = shared_memory if os.access(shared_memory, os.W_OK) else Path(tempfile.gettempdir())
    path = str(folder / f"ccm-monitor-{os.getpid()}.sqlite3")
    made = sqlite(
        path
    )  # so named from the start: a live server that starts first would take ":memory:" for shared
    made["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
    return {**made, "TEST": {"NAME": path}}


DATABASES = {
    "default": database(os.environ["DATABASE_URL"]) if os.environ.get("DATABASE_URL") else sqlite_for_tests()
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MONITOR_DEMO_ACCOUNTS = True
MONITOR_WORK = "at once"
AXES_ENABLED = False
MONITOR_RECENT_SIGN_IN = 0  # asked for by the tests that are about it
WHITENOISE_AUTOREFRESH = True
# Tests ask for what is stored now; the cache has tests of its own.
MONITOR_PAGE_CACHE = False

LOGGING["loggers"]["monitor"]["propagate"] = True  # so that tests hear what is said
LOGGING["loggers"]["monitor.security"]["propagate"] = True
LOGGING["root"]["handlers"] = []
