"""Settings of the registry, from the environment.

Everything an office sets stands in a variable named `ROGATORY_...` or `DATABASE_URL`; docs/operations.md lists them.
One folder holds what is not in the database: `ROGATORY_DATA` (default: `rogatory-data` in the working folder).
"""

import os
from pathlib import Path

import dj_database_url

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


DEBUG = _flag("ROGATORY_DEBUG", default=False)
SECRET_KEY = _secret() or "unsafe: made by nobody, replaced by rogatory init"
ALLOWED_HOSTS = os.environ.get("ROGATORY_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rogatory.registry.ledger",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "rogatory.registry.urls"

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
        " PRAGMA secure_delete=ON;",
    }
    # On the disk as in use, not in memory: locks and lost power are part of what is tested.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("nl", "Nederlands")]
TIME_ZONE = os.environ.get("ROGATORY_TIME_ZONE", "Europe/Brussels")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
