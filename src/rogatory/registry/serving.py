"""Setting the registry up in an empty data folder, and serving it."""

import gc
import logging
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]
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
    from rogatory.registry.accounts import keeping  # noqa: PLC0415  the app registry is ready only now
    from rogatory.registry.ledger import keys  # noqa: PLC0415

    done = []
    if not (settings.DATA / keys.KEY).exists():
        keys.make_keys(settings.DATA, f"{urlsplit(settings.ADDRESS).hostname}/journal")
        done.append(f"The journal's key lies in {settings.DATA / keys.KEY}. Keep a copy under lock, elsewhere.")
    call_command("migrate", interactive=False, verbosity=0)
    done.append("The database is of this version.")
    if has_accounts() and keeping.open_for_standing_queries():
        done.append(f"{keeping.STANDING} was opened. Appoint it for standing queries, once registers are kept.")
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

    from rogatory.registry.accounts import keeping  # noqa: PLC0415
    from rogatory.registry.accounts.models import Account  # noqa: PLC0415
    from rogatory.registry.cases import door  # noqa: PLC0415

    try:
        validate_password(password, Account(email=email, full_name=full_name))
        account = Account.objects.open(email, full_name, language=language, password=password).public_id
    except ValidationError as error:
        raise ValueError(" ".join(error.messages)) from None
    door.found_office(account)
    keeping.open_for_standing_queries()
    return account


def has_accounts() -> bool:
    """Whether anybody can sign in yet."""
    from rogatory.registry.accounts.models import Account  # noqa: PLC0415

    return Account.objects.exists()


@dataclass(frozen=True, slots=True)
class Manner:
    """How the registry is served.

    Attributes:
        processes: Processes that answer requests.
        threads: Requests that one of them answers at once.
        reload: Whether it starts anew when the program changes.
        with_worker: Whether the worker runs beside, and ends with it.
        patience: Seconds that requests under way are given when it ends.
    """

    processes: int = 2
    threads: int = 4
    reload: bool = False
    with_worker: bool = True
    patience: int = 30


def serve(host: str, port: int, manner: Manner) -> None:
    """Serve until told to stop.

    Raises:
        NotSetUpError: There is no secret, or the database is of another version.
    """
    check()
    options: dict[str, Any] = {
        "bind": f"{host}:{port}",
        "workers": manner.processes,
        "worker_class": "gthread",
        "threads": manner.threads,
        "preload_app": not manner.reload,
        "reload": manner.reload,
        "timeout": 60,
        "graceful_timeout": manner.patience,
        "keepalive": 5,
        "max_requests": 20_000,
        "max_requests_jitter": 2_000,
        "forwarded_allow_ips": "",  # which proxies are believed is said once, by ROGATORY_PROXIES
        "logger_class": PlainLogger,
        "loglevel": settings.LOG_LEVEL.lower(),
        "control_socket_disable": True,
        "proc_name": "rogatory",
        "post_fork": _after_fork,
    }
    connections.close_all()  # no worker shares a connection with another
    _Server(options, Hand() if manner.with_worker else None).run()


def work(*, once: bool, parent: int = 0) -> int:
    """Do what is due and what was asked for, until told to stop; how many pieces, where it is done once.

    Args:
        once: Do what is due now, and return.
        parent: The process it ends with; 0: none.

    Raises:
        NotSetUpError: There is no secret, or the database is of another version.
    """
    check()
    from rogatory.registry.jobs.worker import Worker  # noqa: PLC0415  see set_up

    worker = Worker(parent)
    if once:
        return worker.once()
    worker.run()
    return 0


def at_work() -> bool:
    """Whether a worker gave a sign of life lately."""
    django.setup()
    from rogatory.registry.jobs import watch  # noqa: PLC0415  see set_up

    return watch.at_work(timezone.now())


def check() -> None:
    """Do nothing, if the data folder was set up, and for this version.

    Raises:
        NotSetUpError: It was not.
    """
    django.setup()
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


class Hand:
    """The worker as a process beside the server: begun anew when it falls, ended with it."""

    PAUSE = 5.0
    """Seconds before one that fell at once is begun anew."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._begun = 0.0
        self._over = False

    def keep(self) -> None:
        """Begin it, unless it is there."""
        if self._over or (self._process is not None and self._process.poll() is None):
            return
        if self._process is None or time.monotonic() - self._begun > self.PAUSE:
            command = [sys.executable, "-m", "rogatory", "work", "--parent", str(os.getpid())]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own program
            self._begun = time.monotonic()

    def end(self) -> None:
        """Tell it to stop."""
        self._over = True
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def gone(self) -> None:
        """Wait until it is gone, and not for long."""
        if self._process is not None:
            try:
                self._process.wait(1.5)
            except subprocess.TimeoutExpired:
                self._process.kill()


class _Master(Arbiter):  # type: ignore[misc]
    """The process that keeps those that answer requests, and the worker."""

    def manage_workers(self) -> None:
        """Every second: begin what is missing."""
        super().manage_workers()
        if self.app.hand:
            self.app.hand.keep()

    def stop(self, graceful: bool = True) -> None:
        """End all of them; the worker need not wait for the last request."""
        if self.app.hand:
            self.app.hand.end()
        super().stop(graceful)
        if self.app.hand:
            self.app.hand.gone()


class _Server(BaseApplication):  # type: ignore[misc]
    """The web server in this process, told its options by us and not by files."""

    def __init__(self, options: dict[str, Any], hand: "Hand | None") -> None:
        self.options = options
        self.hand = hand
        super().__init__()

    def run(self) -> None:
        """Serve, with the worker beside."""
        _Master(self).run()

    def load_config(self) -> None:
        """Take our options."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        """The application; loaded once, before the workers are made."""
        from rogatory.registry import urls  # noqa: F401, PLC0415 - loaded here, and not at the first request
        from rogatory.registry.wsgi import application  # noqa: PLC0415

        metrics.counts()
        # What every process shares is never garbage: looking through it costs a request a tenth of a second.
        gc.collect()
        gc.freeze()
        return application
