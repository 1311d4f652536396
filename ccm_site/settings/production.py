"""A public installation, configured by the environment alone.

Each variable is explained in ``REQUIRED``; a missing one stops the start with that explanation, all at once.
``manage.py check --deploy --database default`` looks at the settings and for accounts with the demo password.
"""

import os

import environ
from django.core.exceptions import ImproperlyConfigured

from .base import *

REQUIRED = {
    "SECRET_KEY": "a long random string; make one with: python -c 'import secrets; print(secrets.token_hex(50))'",
    "DATABASE_URL": "PostgreSQL, for example postgres://monitor:password@127.0.0.1:5432/monitor",
    "ALLOWED_HOSTS": "the public host names, separated by commas, for example monitor.example.org",
}

_missing = [name for name in REQUIRED if not os.environ.get(name)]
if _missing:
    raise ImproperlyConfigured(
        "Production needs these environment variables:\n"
        + "\n".join(f"  {name}: {REQUIRED[name]}" for name in _missing)
    )

env = environ.Env()

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not host.startswith((".", "*"))]

DATABASES = {"default": database(env.str("DATABASE_URL"))}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    DATABASES["default"]["CONN_MAX_AGE"] = None  # each thread keeps its own
    # it is asked whether it still lives before a page is made with it: a restarted database costs nobody a 500
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

if env.str("REDIS_URL", ""):
    CACHES = {"default": redis(env.str("REDIS_URL"))}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "ccm_site.static_files.StaticFiles"},
}
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))

MONITOR_DEMO_ACCOUNTS = False
MONITOR_REVIEWER_MUST_DIFFER = env.bool("MONITOR_REVIEWER_MUST_DIFFER", True)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
