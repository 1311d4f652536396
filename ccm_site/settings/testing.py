"""The test suite: SQLite unless DATABASE_URL names PostgreSQL; quick password hashing; plain static files."""

import os

from .base import *

DEBUG = False
SECRET_KEY = "testing-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]

DATABASES = {
    "default": database(os.environ["DATABASE_URL"]) if os.environ.get("DATABASE_URL") else sqlite(":memory:")
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MONITOR_DEMO_ACCOUNTS = True
AXES_ENABLED = False
WHITENOISE_AUTOREFRESH = True
# Tests ask for what is stored now; the cache has tests of its own.
MONITOR_PAGE_CACHE = False
