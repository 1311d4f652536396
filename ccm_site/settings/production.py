"""A public installation, configured by the environment alone.

Each variable is explained in ``REQUIRED``; a missing one stops the start with that explanation, all at once.
``manage.py check --deploy --database default`` looks at the settings and for accounts with the demo password.
"""

import importlib.util
import os
import re
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.http.request import split_domain_port, validate_host

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
ALLOWED_HOSTS = [host.strip() for host in env.list("ALLOWED_HOSTS")]
MONITOR_PUBLIC_HOST = env.str("PUBLIC_HOST", "")

MONITOR_NAME = env.str("MONITOR_NAME", MONITOR_NAME).strip()
MONITOR_PUBLISHER = env.str("MONITOR_PUBLISHER", "").strip()
MONITOR_CONTACT_EMAIL = env.str("MONITOR_CONTACT_EMAIL", "").strip()
MONITOR_CONTACT_ADDRESS = env.str("MONITOR_CONTACT_ADDRESS", "").strip()
MONITOR_LICENCE = env.str("MONITOR_LICENCE", MONITOR_LICENCE).strip()
MONITOR_LICENCE_URL = env.str("MONITOR_LICENCE_URL", MONITOR_LICENCE_URL).strip()
EMAIL_SUBJECT_PREFIX = f"[{MONITOR_NAME}] "
if MONITOR_CONTACT_EMAIL:
    DEFAULT_FROM_EMAIL = SERVER_EMAIL = MONITOR_CONTACT_EMAIL

# What `check --deploy` would only warn of: the site must not start so.
_unsafe = []
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5 or SECRET_KEY.startswith("django-insecure-"):
    _unsafe.append(
        "SECRET_KEY: it can be guessed, and with it anybody signs in as anybody; " + REQUIRED["SECRET_KEY"]
    )
if any(host in {"*", "."} for host in ALLOWED_HOSTS):
    _unsafe.append("ALLOWED_HOSTS: “*” lets anybody put any name into our addresses; " + REQUIRED["ALLOWED_HOSTS"])
if MONITOR_PUBLIC_HOST and not validate_host(split_domain_port(MONITOR_PUBLIC_HOST)[0], ALLOWED_HOSTS):
    _unsafe.append("PUBLIC_HOST: one of ALLOWED_HOSTS, with its port if it has one; no scheme, no path")
if not MONITOR_NAME or not MONITOR_LICENCE:
    _unsafe.append("MONITOR_NAME, MONITOR_LICENCE: leave them out, or say something")
if not MONITOR_LICENCE_URL.startswith(("https://", "http://")):
    _unsafe.append("MONITOR_LICENCE_URL: the address of the terms, beginning with https://")
if ("MONITOR_LICENCE" in os.environ) != ("MONITOR_LICENCE_URL" in os.environ):
    _unsafe.append("MONITOR_LICENCE, MONITOR_LICENCE_URL: another licence has another address; say both")
if MONITOR_CONTACT_EMAIL and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", MONITOR_CONTACT_EMAIL):
    _unsafe.append("MONITOR_CONTACT_EMAIL: one address of e-mail, such as monitor@example.org")
MONITOR_SECOND_FACTOR = env.str("SECOND_FACTOR", "publishers")
if MONITOR_SECOND_FACTOR not in ("nobody", "publishers", "everybody"):
    _unsafe.append("SECOND_FACTOR: nobody, publishers (they and administrators) or everybody")
MONITOR_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", MONITOR_IDLE_MINUTES)
MONITOR_SESSION_HOURS = env.int("SESSION_HOURS", MONITOR_SESSION_HOURS)
MONITOR_RECENT_SIGN_IN = env.int("RECENT_SIGN_IN_MINUTES", MONITOR_RECENT_SIGN_IN)
if min(MONITOR_IDLE_MINUTES, MONITOR_SESSION_HOURS) < 1:
    _unsafe.append("SESSION_IDLE_MINUTES, SESSION_HOURS: 1 or more")
MONITOR_PROXIES = env.int("TRUSTED_PROXIES", 1)
if MONITOR_PROXIES < 0:
    _unsafe.append("TRUSTED_PROXIES: the number of servers in front that add to X-Forwarded-For, 0 or more")
MONITOR_RATE_LIMITS = dict(MONITOR_RATE_LIMITS)
for _said in env.list("RATE_LIMITS", default=[]):
    _what, _, _times = _said.strip().partition("=")
    if _what in MONITOR_RATE_LIMITS and _times.isdecimal():
        MONITOR_RATE_LIMITS[_what] = int(_times)
    else:
        _unsafe.append(f"RATE_LIMITS: “{_said}” limits nothing; write search=60,files=30,api=300,sign_in=30")
if _unsafe:
    raise ImproperlyConfigured(
        "Production does not start with these:\n" + "\n".join(f"  {one}" for one in _unsafe)
    )

CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in (*ALLOWED_HOSTS, MONITOR_PUBLIC_HOST) if host and not host.startswith(".")
]

DATABASES = {"default": database(env.str("DATABASE_URL"))}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    DATABASES["default"]["CONN_MAX_AGE"] = None  # each thread keeps its own
    # it is looked at before a page is made with it: a restarted database costs nobody a 500
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["ENGINE"] = "ccm_site.postgresql"

if env.str("REPLICA_URL", ""):  # see ccm_site/replica.py
    DATABASES["replica"] = DATABASES["default"] | database(env.str("REPLICA_URL"))
    DATABASES["replica"] |= {"ENGINE": "ccm_site.postgresql", "TEST": {"MIRROR": "default"}}
    DATABASES["replica"]["OPTIONS"] = DATABASES["replica"]["OPTIONS"] | {"connect_timeout": 2}  # seconds

if env.str("REDIS_URL", ""):
    CACHES = {"default": redis(env.str("REDIS_URL"))}

_media: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
if env.str("MEDIA_S3_BUCKET", ""):
    if importlib.util.find_spec("storages") is None:
        raise ImproperlyConfigured(
            "MEDIA_S3_BUCKET: a store that speaks S3 needs one package more: pip install -r requirements-s3.txt"
        )
    _media = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("MEDIA_S3_BUCKET"),
            "endpoint_url": env.str("MEDIA_S3_ENDPOINT", "") or None,
            "region_name": env.str("MEDIA_S3_REGION", "") or None,
            # without them those of the machine (a role, a file of its own)
            "access_key": env.str("MEDIA_S3_ACCESS_KEY", "") or None,
            "secret_key": env.str("MEDIA_S3_SECRET_KEY", "") or None,
            "location": env.str("MEDIA_S3_PREFIX", ""),
            "default_acl": None,  # the bucket's own: private
            "file_overwrite": False,
        },
    }
STORAGES = {
    "default": _media,
    "staticfiles": {"BACKEND": "ccm_site.static_files.StaticFiles"},
}
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))

MONITOR_BACKUP_FOLDER = env.str("BACKUP_FOLDER", "")

MONITOR_DEMO_ACCOUNTS = False
MONITOR_REVIEWER_MUST_DIFFER = env.bool("MONITOR_REVIEWER_MUST_DIFFER", True)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31_536_000)
# Both speak for a whole domain, and browsers do not forget them: off until whoever owns the domain says so.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", False)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", False)
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # that they are off
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

MONITOR_REQUEST_ID_HEADER = env.str("REQUEST_ID_HEADER", "")
MONITOR_LOG_KEPT = env.bool("LOG_KEPT", False)
_security = env.str("SECURITY_LOG", "")
LOGGING = logging_to(
    "plain" if env.str("LOG_LINES", "json") == "plain" else "json",
    {"class": "logging.handlers.WatchedFileHandler", "filename": _security, "delay": True}
    if _security
    else {"class": "logging.StreamHandler"},
)

MONITOR_CDN_SECONDS = env.int("CDN_SECONDS", 0)
MONITOR_CDN_PURGE_URL = env.str("CDN_PURGE_URL", "")
MONITOR_CDN_PURGE_HEADER = env.str("CDN_PURGE_HEADER", "")

MONITOR_METRICS_TOKEN = env.str("METRICS_TOKEN", "")
MONITOR_METRICS_ADDRESSES = [one.strip() for one in env.list("METRICS_ADDRESSES", default=[])]
MONITOR_METRICS_FOLDER = env.str("METRICS_FOLDER", str(VAR_DIR / "metrics"))
