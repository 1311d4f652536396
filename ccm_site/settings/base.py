"""What every installation shares. Nothing here is secret and nothing depends on the machine."""

from pathlib import Path
from typing import Any

import environ
from csp.constants import SELF

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

INSTALLED_APPS = [
    "ccm_site.admin_config.MonitorAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "rest_framework",
    "simple_history",
    "editorial",
    "countries",
    "meetings",
    "stockpiles",
    "impact",
    "api",
    "ccm_site.apps.SiteConfig",
]

MIDDLEWARE = [
    "ccm_site.request_noted.RequestNoted",
    "ccm_site.error_headers.ErrorHeadersMiddleware",
    "ccm_site.public_host.PublicHost",
    "ccm_site.client_address.ClientAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ccm_site.content_policy.ContentPolicy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "ccm_site.rate_limits.RateLimits",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "ccm_site.facts_wait.FactsWait",
    "editorial.views.parameters.BadParametersMiddleware",
    "axes.middleware.AxesMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "ccm_site.sign_in.guard.DeskGuard",
]

ROOT_URLCONF = "ccm_site.urls"
WSGI_APPLICATION = "ccm_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["editorial.templatetags.installation"],
        },
    },
]

CSRF_FAILURE_VIEW = "ccm_site.pages.errors.not_from_here"
FORM_RENDERER = "ccm_site.form_renderer.QuickForms"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def database(url: str) -> dict[str, Any]:
    """The database that a DATABASE_URL names: PostgreSQL, or SQLite with the settings of the embedded default."""
    parsed: dict[str, Any] = environ.Env.db_url_config(url)
    if parsed["ENGINE"].endswith("sqlite3"):
        return sqlite(parsed["NAME"])
    if parsed["ENGINE"].endswith("postgresql"):
        # The lists ask short questions of many parts: compiling the plan costs seconds where the answer takes milliseconds.
        parsed["OPTIONS"] = {"options": "-c jit=off", **parsed.get("OPTIONS", {})}
    return parsed


def sqlite(path: str | Path) -> dict[str, Any]:
    """SQLite as the embedded default: write-ahead log and immediate transactions, so readers never wait."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # A new connection reads the whole schema before its first answer: keep it.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            # seconds; the longest that somebody writes are the ten or twenty in which a table of 20,000 rows is stored
            "timeout": 40,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def redis(url: str) -> dict[str, Any]:
    """The cache that a REDIS_URL names. A page is made anew sooner than a slow cache answers, so nobody waits long."""
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "OPTIONS": {"socket_connect_timeout": 0.25, "socket_timeout": 0.5},  # seconds
    }


# Accounts
AUTH_USER_MODEL = "editorial.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "ccm_site.sign_in.demo_password.NoDemoPassword",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"

# Getting in at the desk (see ccm_site/sign_in/): whom a second factor is asked of, one of editorial.rules.second_factor.
MONITOR_SECOND_FACTOR = "nobody"
MONITOR_IDLE_MINUTES = 120  # without a sign of its person; then a session is locked
# A working day: each is begun by a sign-in, and what was stolen of a session is worth nothing on the next.
MONITOR_SESSION_HOURS = 12
MONITOR_RECENT_SIGN_IN = (
    15  # minutes; older, and who publishes or changes accounts is asked once more. 0: nobody is
)
SESSION_COOKIE_AGE = 3 * 24 * 3600  # seconds: what is sent into a session that is over still finds whose it was
ACCOUNT_ADAPTER = "ccm_site.sign_in.adapter.DeskAccounts"
ACCOUNT_FORMS = {"login": "ccm_site.sign_in.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]  # nobody signs up; a check wants it said
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 0  # the adapter alone says what is recent
ACCOUNT_RATE_LIMITS = (
    False  # they need a cache and lock a name out for everybody; see ccm_site/sign_in/lock_out.py
)
MFA_ADAPTER = "ccm_site.sign_in.adapter.DeskFactors"
MFA_FORMS = {
    "authenticate": "ccm_site.sign_in.forms.CodeForm",
    "authenticate_webauthn": "ccm_site.sign_in.passkeys.PasskeyForm",
    "login_webauthn": "ccm_site.sign_in.passkeys.PasskeySignInForm",
    "add_webauthn": "ccm_site.sign_in.passkeys.NewPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds, for clocks that are not quite right
MFA_RATE_LIMITS = False
AXES_HANDLER = "ccm_site.sign_in.lock_out.LockOut"
AXES_CLIENT_IP_CALLABLE = "ccm_site.sign_in.lock_out.counted_address"
AXES_LOCKOUT_CALLABLE = "ccm_site.sign_in.lock_out.answer"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5  # of one name at one address
MONITOR_FAILURES_BY_ADDRESS = 10  # of all names at one address
AXES_COOLOFF_TIME = 1  # hours
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_VERBOSE = False

# Words and clocks
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español"), ("fr", "Français")]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["ccm_site.formats"]

# Forms. A meeting of all states with who represented each is some 1,500 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# Files
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = BASE_DIR / "staticfiles"
WHITENOISE_MAX_AGE = (
    3600  # seconds, of files that keep their name when they change; hashed names are kept for ever
)
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's pages use them
MEDIA_ROOT = VAR_DIR / "media"

# History: composite indexes make "as of" questions fast; reading versions needs its own permission.
SIMPLE_HISTORY_DATE_INDEX = "Composite"
SIMPLE_HISTORY_ENFORCE_HISTORY_MODEL_PERMISSIONS = True
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# A one-person team may turn this off; every record then shows that its review was waived.
MONITOR_REVIEWER_MUST_DIFFER = True

# What the installation says of itself (editorial/installation.py).
MONITOR_NAME = "CCM Monitor"
MONITOR_PUBLISHER = ""  # who is cited; "" for the name
MONITOR_CONTACT_EMAIL = ""
MONITOR_CONTACT_ADDRESS = ""
MONITOR_LICENCE = "Creative Commons Attribution 4.0"  # of texts and data
MONITOR_LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

MONITOR_BACKUP_FOLDER = ""  # where manage.py backup puts its files, and doctor looks how old the newest is
MONITOR_PUBLIC_HOST = ""  # of all whole addresses; "" for the one that a request came by

# Servers of ours in front, each of which adds to X-Forwarded-For whom it was asked by.
MONITOR_PROXIES = 0
# What one address may ask in a minute of that which is made anew (what is kept is not counted); 0: as much as it likes.
# A reader who types a question every second is let be, and so is an office of ten behind one address. Every file of
# the site, CSV and XLSX, is had in three minutes; a program that walks through the API takes its some 40 lists in one.
MONITOR_RATE_LIMITS = {"search": 60, "files": 30, "api": 300, "sign_in": 30}

# Public answers are kept until the next change that readers could see (see ccm_site/page_cache.py).
MONITOR_PAGE_CACHE = True
MONITOR_PAGE_CACHE_BYTES = 48 * 1024 * 1024  # in each worker, at the most

# What a CDN in front may keep (see ccm_site/surrogates.py): nothing, unless a number of seconds is set.
MONITOR_CDN_SECONDS = 0
MONITOR_CDN_PURGE_URL = ""
MONITOR_CDN_PURGE_HEADER = ""  # "Name: value", by which it knows us

# Who does what is asked for in the background: "worker", "here" or "at once" (see editorial/actions/job_start.py).
MONITOR_WORK = "worker"

# Security headers, the same on every page. The admin's widgets set style attributes; scripts never are inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "api.schema.Description",
    "EXCEPTION_HANDLER": "api.errors.answer_error",
    "DEFAULT_THROTTLE_CLASSES": ["api.throttles.ByAddress"],
    "DEFAULT_FILTER_BACKENDS": ["api.strict.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "api.pagination.Pages",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

SPECTACULAR_SETTINGS = {
    "TITLE": "API",  # the installation's name is put before it (api/schema.py)
    "DESCRIPTION": "How every state stands towards the ban on cluster munitions: facts with their sources.\n\n"
    "Who wants all statements with their texts takes one file, `/statements.ndjson` (newline-delimited JSON): each "
    "line is what `/statements/{id}/` answers, with `as_of` and `complete_until`; the filters are those of the list.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # none that names choices: they stay with their field, since "kind" means something else on every noun
    "POSTPROCESSING_HOOKS": ["api.schema.say_whose_it_is"],
}

IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True

# What is written down of requests. Addresses of readers, forms and query strings never are (docs/operating.md, "Logs").
MONITOR_REQUEST_ID_HEADER = ""  # of a proxy that numbers requests itself
MONITOR_LOG_KEPT = False  # a line also for answers that were kept; the metrics count them

# Who may ask for /metrics: nobody, unless one of the first two is set.
MONITOR_METRICS_TOKEN = ""
MONITOR_METRICS_ADDRESSES: list[str] = []  # networks, of connections that no proxy hands on
MONITOR_METRICS_FOLDER = ""  # shared by all workers; without it each counts by itself


def logging_to(lines: str, security: dict[str, Any]) -> dict[str, Any]:
    """The log to standard error in lines of a kind ("json" or "plain"), and the security log to a handler of its own."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "ccm_site.log_lines.JsonLines"},
            "plain": {"()": "ccm_site.log_lines.PlainLines"},
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": lines},
            "security": {"formatter": lines, **security},
        },
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "monitor": {"level": "INFO"},
            "monitor.security": {"handlers": ["security"], "propagate": False},
            # hosts that are not ours, cookies and forms that were tampered with
            "django.security": {"handlers": ["security"], "level": "WARNING", "propagate": False},
            # what was not found and what was refused has a line of monitor.requests, without its address
            "django.request": {"level": "ERROR"},
        },
    }


LOGGING = logging_to("plain", {"class": "logging.StreamHandler"})
