"""Setting the registry up in an empty data folder, and serving it."""

import logging
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.config import Config  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from rogatory.registry.shell import metrics

PRIVATE = 0o700
"""The data folder is its owner's alone."""


class NotSetUpError(Exception):
    """The registry cannot be served from this data folder as it is; the message says what to do."""


def make_secret(folder: Path) -> bool:
    """Make the data folder and the secret that signs sessions, before the settings are read.

    Returns:
        Whether there was no secret before.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE)
    try:
        handle = os.open(folder / "secret-key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64) + "\n")
    return True


def set_up() -> list[str]:
    """Make the journal's key and bring the database to this version; what is there stays.

    Returns:
        What was done, a sentence each.
    """
    django.setup()
    from rogatory.registry.ledger import keys  # noqa: PLC0415  the app registry is ready only now

    done = []
    if not (settings.DATA / keys.KEY).exists():
        keys.make_keys(settings.DATA, f"{urlsplit(settings.ADDRESS).hostname}/journal")
        done.append(f"The journal's key lies in {settings.DATA / keys.KEY}. Keep a copy under lock, elsewhere.")
    call_command("migrate", interactive=False, verbosity=0)
    done.append("The database is of this version.")
    return done


def open_first_account(email: str, full_name: str, language: str, password: str) -> str:
    """Open the account of whoever runs the registry, and found the office with that person as its first administrator.

    Returns:
        Its public id.

    Raises:
        ValueError: The address is taken or no address, the password is weak, or the office is founded already; the
            message says which.
    """
    from django.contrib.auth.password_validation import validate_password  # noqa: PLC0415  see set_up
    from django.core.exceptions import ValidationError  # noqa: PLC0415

    from rogatory.registry.accounts.models import Account  # noqa: PLC0415
    from rogatory.registry.cases import door  # noqa: PLC0415

    try:
        validate_password(password, Account(email=email, full_name=full_name))
        account = Account.objects.open(email, full_name, language=language, password=password).public_id
    except ValidationError as error:
        raise ValueError(" ".join(error.messages)) from None
    door.found_office(account)
    return account


def has_accounts() -> bool:
    """Whether anybody can sign in yet."""
    from rogatory.registry.accounts.models import Account  # noqa: PLC0415

    return Account.objects.exists()


def serve(host: str, port: int, *, workers: int, threads: int, reload: bool) -> None:
    """Serve until told to stop.

    Raises:
        NotSetUpError: There is no secret, or the database is of another version.
    """
    django.setup()
    _check()
    options: dict[str, Any] = {
        "bind": f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": threads,
        "preload_app": not reload,
        "reload": reload,
        "timeout": 60,
        "graceful_timeout": 30,
        "keepalive": 5,
        "max_requests": 20_000,
        "max_requests_jitter": 2_000,
        "forwarded_allow_ips": "",  # which proxies are believed is said once, by ROGATORY_PROXIES
        "logger_class": PlainLogger,
        "control_socket_disable": True,
        "proc_name": "rogatory",
        "post_fork": _after_fork,
    }
    connections.close_all()  # no worker shares a connection with another
    _Server(options).run()


def _check() -> None:
    """Whether the data folder was set up, and for this version."""
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    if settings.SECRET_KEY.startswith("unsafe") and not settings.DEBUG:
        msg = f"{settings.DATA} has no secret key. Run `rogatory init` first."
        raise NotSetUpError(msg)
    if settings.ADDRESS.startswith("https://") and not settings.PROXIES:
        msg = (
            "ROGATORY_ADDRESS is https, and ROGATORY_PROXIES says that no proxy stands before: every page would lead"
            " back to itself. Put a proxy that speaks TLS before it and set ROGATORY_PROXIES=1."
        )
        raise NotSetUpError(msg)
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        msg = "The database is not of this version. Make a backup, then run `rogatory init`."
        raise NotSetUpError(msg)


class PlainLogger(Logger):  # type: ignore[misc]
    """The server's notices go where all others go, in the same form."""

    def setup(self, cfg: Config) -> None:
        """No handlers of its own."""
        super().setup(cfg)
        for handler in list(self.error_log.handlers):
            self.error_log.removeHandler(handler)
        self.error_log.propagate = True
        logging.getLogger("gunicorn.access").disabled = True


def _after_fork(server: object, worker: Any) -> None:  # noqa: ANN401  the server's own class has no types
    metrics.counts().take_slot(worker.age)


class _Server(BaseApplication):  # type: ignore[misc]
    """The web server in this process, told its options by us and not by files."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Take our options."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        """The application; loaded once, before the workers are made."""
        from rogatory.registry.wsgi import application  # noqa: PLC0415

        metrics.counts()
        return application
