"""One developer's machine: SQLite unless DATABASE_URL is set, demo accounts allowed, errors shown."""

import os

from .base import *

DEBUG = os.environ.get("DEBUG", "1") == "1"
SECRET_KEY = "development-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]
INTERNAL_IPS = ["127.0.0.1"]

VAR_DIR.mkdir(exist_ok=True)
DATABASES = {
    "default": database(os.environ["DATABASE_URL"])
    if os.environ.get("DATABASE_URL")
    else sqlite(VAR_DIR / "monitor.sqlite3")
}

MONITOR_DEMO_ACCOUNTS = True
MONITOR_WORK = "here"  # make run starts no worker
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Local people mistype; a lock-out of an hour would only be in the way here.
AXES_ENABLED = False

LOGGING["loggers"]["monitor.requests"] = {"level": "WARNING"}  # the development server says each itself
LOGGING["loggers"]["monitor.security"]["level"] = "WARNING"  # nobody reads it here
