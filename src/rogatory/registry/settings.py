"""Settings of the registry, from the environment.

Everything an office sets stands in a variable named `ROGATORY_...` or `DATABASE_URL`; docs/operations.md lists them.
One folder holds what is not in the database: `ROGATORY_DATA` (default: `rogatory-data` in the working folder).
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from rogatory.registry.accounts import signon
from rogatory.registry.registers import custodians

DATA = Path(os.environ.get("ROGATORY_DATA", "rogatory-data")).absolute()
"""Folder of the database (unless `DATABASE_URL` says another place), keys and files."""


def _flag(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in ("yes", "no"):
        msg = f"{name} is {value!r}; write yes or no"
        raise ValueError(msg)
    return value == "yes"


def _secret() -> str:
    """The secret that signs sessions: from the environment, else from the data folder; `rogatory init` makes it."""
    if "ROGATORY_SECRET_KEY" in os.environ:
        return os.environ["ROGATORY_SECRET_KEY"]
    path = DATA / "secret-key"
    return path.read_text("ascii").strip() if path.exists() else ""


LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""This machine, as it calls itself: the only place that may be served without encryption."""


def _address() -> str:
    """The public address of the registry, as people type it: `https://registry.example`.

    Raises:
        ValueError: It is no address, or it is open to others and not encrypted.
    """
    address = os.environ.get("ROGATORY_ADDRESS", "http://localhost:8000").rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        msg = f"ROGATORY_ADDRESS is {address!r}; write it like https://registry.example"
        raise ValueError(msg)
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        msg = f"ROGATORY_ADDRESS is {address!r}: what others can reach is served over https"
        raise ValueError(msg)
    return address


DEBUG = _flag("ROGATORY_DEBUG", default=False)
SECRET_KEY = _secret() or "unsafe: made by nobody, replaced by rogatory init"
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("ROGATORY_FORMER_SECRET_KEYS", "").split(",") if key]

ADDRESS = _address()
"""Public address, without a slash at the end; letters and links begin with it."""
_HTTPS = ADDRESS.startswith("https://")
_HOST = urlsplit(ADDRESS).hostname or "localhost"
ALLOWED_HOSTS = list(dict.fromkeys([_HOST, *os.environ.get("ROGATORY_HOSTS", ",".join(LOOPBACK)).split(",")]))
CSRF_TRUSTED_ORIGINS = [ADDRESS]
OFFICE = os.environ.get("ROGATORY_OFFICE", "")
"""Name of the office that runs the registry, as its letters and its administration page say it."""
OFFICE_LINES = [line.strip() for line in os.environ.get("ROGATORY_OFFICE_ADDRESS", "").split("|") if line.strip()]
"""Address of the office as its letters say it, line by line, with a bar between the lines."""
OFFICE_PLACE = os.environ.get("ROGATORY_OFFICE_PLACE", "")
"""Place where its decisions and letters are given."""
STATE = os.environ.get("ROGATORY_STATE", "")
"""The requested state it belongs to, as an ISO 3166-1 code (BE)."""
PROXIES = int(os.environ.get("ROGATORY_PROXIES", "0"))
"""How many proxies of ours stand before the registry; only their word on address and encryption is taken."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "ninja",
    "rogatory.registry.accounts",
    "rogatory.registry.shell",
    "rogatory.registry.desk",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "rogatory.registry.ledger",
    "rogatory.registry.cases",
    "rogatory.registry.documents",
    "rogatory.registry.chambers",
    "rogatory.registry.review",
    "rogatory.registry.registers",
    "rogatory.registry.indices",
    "rogatory.registry.mailroom",
    "rogatory.registry.api",
    "rogatory.registry.jobs",
    "rogatory.registry.defence",
    "rogatory.registry.reminders",
    "rogatory.registry.states",
]

MIDDLEWARE = [
    "rogatory.registry.shell.record.RecordMiddleware",
    "rogatory.registry.shell.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "rogatory.registry.defence.door.DoorMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rogatory.registry.defence.door.DoorLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rogatory.registry.shell.drafts.DraftMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "rogatory.registry.accounts.middleware.SecondFactorMiddleware",
]

ROOT_URLCONF = "rogatory.registry.urls"
WSGI_APPLICATION = "rogatory.registry.wsgi.application"
_HERE = Path(__file__).parent
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rogatory.registry.desk.views.office.may_administer",
                "rogatory.registry.defence.door.page",
            ],
            "builtins": ["rogatory.registry.shell.templatetags.shell"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA / 'registry.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Writers wait for one another instead of failing, and an acknowledged commit is on the disk.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        " PRAGMA secure_delete=ON;"
        # 64 MB of cache, and as much in the write-ahead log before it is folded in: pages that many entries touch, as
        # those of the index of cases, are read once and written once.
        " PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=16384;",
    }
    # On the disk as in use, not in memory: locks and lost power are part of what is tested.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Counts of failed sign-ins are shared by all workers and machines, and outlive a restart.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("nl", "Nederlands")]
LOCALE_PATHS = [_HERE / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SECURE = _HTTPS
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = os.environ.get("ROGATORY_TIME_ZONE", "Europe/Brussels")
USE_I18N = True
USE_TZ = True

# --- Files of the pages: from the package itself, no gathering step, nothing from elsewhere

STATIC_URL = "/static/"
STATICFILES_DIRS = [_HERE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "rogatory.registry.shell.files.NamedByContent"},
}
MEDIA_ROOT = DATA / "files"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0 if DEBUG else 7 * 24 * 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- What may be sent here

MOST_BYTES = int(os.environ.get("ROGATORY_MOST_MEGABYTES", "20")) * 1_000_000
"""Size of one file that is taken, by a page and by the API, in bytes."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * MOST_BYTES  # a file inside JSON is written longer than it is
FILE_UPLOAD_HANDLERS = [
    "rogatory.registry.shell.uploads.Limit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- What a browser may do with our pages

SECURE_SSL_REDIRECT = _HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]
SECURE_HSTS_SECONDS = 0 if DEBUG or not _HTTPS else 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = _flag("ROGATORY_HSTS_SUBDOMAINS", default=False)
# Whether the whole domain speaks https alone is for the owner of the domain to say, not for us.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

_PREFIX = "__Host-" if _HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}session"
DEFENCE_COOKIE_NAME = f"{_PREFIX}defence"
"""The cookie of the defence door: who is signed in there is not signed in at the desk, nor the other way round."""
SESSION_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 10 * 3600  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
CSRF_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "rogatory.registry.shell.errors.csrf_failure"

# --- Who signs in, and how

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "full_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600  # an invitation outlives a weekend

ACCOUNT_ADAPTER = "rogatory.registry.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Rogatory: "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _HTTPS else "http"
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/15m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

MFA_ADAPTER = "rogatory.registry.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
# The library wants https everywhere; a browser takes http on this machine for safe, and so do we.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _HTTPS
ROGATORY_UNSAFE_ONE_FACTOR = _flag("ROGATORY_UNSAFE_ONE_FACTOR", default=False)
"""For demonstrations only: an account without a second factor is let in."""

_SIGN_ON = signon.read(Path(os.environ.get("ROGATORY_SIGN_ON", DATA / "sign-on.json")))
SOCIALACCOUNT_ADAPTER = "rogatory.registry.accounts.adapters.SignOnAdapter"
SOCIALACCOUNT_PROVIDERS = dict(_SIGN_ON.providers)
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SIGN_ON_ORIGINS = _SIGN_ON.origins
"""Where a sign-in form may lead the browser, beside here."""
SIGN_ON_WITH_SECOND_FACTOR = _SIGN_ON.with_second_factor
"""Identity providers that ask for a second factor themselves."""

# --- What was seized

MATERIAL = Path(os.environ.get("ROGATORY_MATERIAL", DATA / "material")).absolute()
"""Folder of the seizures: one for each case, and in it one for each seizure."""
LEDGER = os.environ.get("ROGATORY_LEDGER", "")
"""Where PostgreSQL keeps the ledgers of seizures; empty: each in the folder of its seizure."""
CLUSTER = os.environ.get("ROGATORY_CLUSTER", "")
"""The cluster whose machines read seizures; empty: this machine reads."""

# --- What the public is told

STATISTICS_THRESHOLD = int(os.environ.get("ROGATORY_STATISTICS_THRESHOLD", "5"))
"""Fewest cases of a group of which a public number is the sum; at least 3. What was published stays as it is."""

# --- Registers that are kept elsewhere

CUSTODIANS = custodians.read(Path(os.environ.get("ROGATORY_CUSTODIANS", DATA / "custodians.json")))
"""By register where its custodian's service answers."""

# --- Letters: without a mail server they lie in the data folder, unsent

DEFAULT_FROM_EMAIL = os.environ.get("ROGATORY_MAIL_FROM", f"registry@{_HOST}")
SENDS_MAIL = "ROGATORY_MAIL_HOST" in os.environ
if SENDS_MAIL:
    EMAIL_HOST = os.environ["ROGATORY_MAIL_HOST"]
    EMAIL_PORT = int(os.environ.get("ROGATORY_MAIL_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("ROGATORY_MAIL_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("ROGATORY_MAIL_PASSWORD", "")
    EMAIL_USE_SSL = os.environ.get("ROGATORY_MAIL_PORT") == "465"
    EMAIL_USE_TLS = not EMAIL_USE_SSL
    EMAIL_TIMEOUT = 15
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "unsent-mail"

# --- The journal's day, stamped by an outside authority

TIMESTAMP_URL = os.environ.get("ROGATORY_TIMESTAMP_URL", "")
"""Address of the authority (RFC 3161, section 3.4); without one nothing is stamped."""

# --- The key that signs decisions and letters: docs/documents-in-the-office.md

SIGNING_KEY = os.environ.get("ROGATORY_SIGNING_KEY", "")
"""Path of a PKCS#12 file; empty: `signing-key.p12` in the data folder."""
SIGNING_DEVICE = os.environ.get("ROGATORY_SIGNING_DEVICE", "")
"""A device (PKCS#11) instead: the module's path, the token's label and the key's, with bars between them."""
SIGNING_PASSWORD = os.environ.get("ROGATORY_SIGNING_PASSWORD", "")
"""Password of the file, or PIN of the device."""
SIGNING_ROOTS = os.environ.get("ROGATORY_SIGNING_ROOTS", "")
"""Path of root certificates (PEM) that the page for checking trusts; empty: `signing-root.pem` in the data folder."""

# --- Who watches the machine: docs/operations.md says what a log line holds, and what it never holds

METRICS_TOKEN = os.environ.get("ROGATORY_METRICS_TOKEN", "")
LOG_LEVEL = os.environ.get("ROGATORY_LOG_LEVEL", "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "rogatory.registry.shell.record.JsonFormatter"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Each request has its own line already, with its status.
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
