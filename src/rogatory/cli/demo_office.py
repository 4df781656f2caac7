# ruff: noqa: PLC0415 - as in commands.py: Django is entered when a command runs
"""`rogatory demo`: the ruling on the founding case, then an office with it, served until told to stop."""

import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import typer

from rogatory.cli.demo import NAME, founding_case, in_short
from rogatory.cli.page import Code, Page, progress, stop

HOST = "127.0.0.1"
PASSWORD = "demo-password"  # noqa: S105 - the name of a file
"""In the data folder: says that the office there is a demonstration, and with which password its people sign in."""


def open_office(port: int, folder: str, *, serve: bool) -> Code:
    """Print the ruling, make up an office in `folder`, or in one that is thrown away, and serve it."""
    founding = founding_case()
    if founding is None:
        stop(Code.NOTHING, f"The founding case is not installed here ({NAME}). Install rogatory again.")
    if serve:
        _must_be_free(port)
    page = Page()
    in_short(page, founding)
    with _folder(folder) as data:
        # A demonstration never touches the office's own database, and asks for no second factor.
        os.environ.pop("DATABASE_URL", None)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "rogatory.registry.settings",
            "ROGATORY_ADDRESS": f"http://localhost:{port}",
            "ROGATORY_DATA": str(data),
            "ROGATORY_UNSAFE_ONE_FACTOR": "yes",
        }
        os.environ.setdefault("ROGATORY_OFFICE", "Demonstration office")
        os.environ.setdefault("ROGATORY_OFFICE_PLACE", "Brussels")
        os.environ.setdefault("ROGATORY_LOG_LEVEL", "WARNING")
        from rogatory.registry import serving

        password = _made(data, founding)
        _tell(page, password, port)
        if serve:
            # Ctrl+C ends it at once: nobody's work is lost here.
            page.line(f"Serving at http://localhost:{port}; Ctrl+C ends it.", "bold")
            sys.stdout.flush()
            serving.serve(HOST, port, serving.Manner(patience=0))
    return Code.DONE


def _must_be_free(port: int) -> None:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError as error:
            other = port + 1 if port < 65535 else port - 1  # noqa: PLR2004 - the last port there is
            stop(Code.BAD_INPUT, f"Port {port} cannot be had ({error.strerror}). Take another: --port {other}.")


@contextmanager
def _folder(named: str) -> Iterator[Path]:
    """The data folder; one without a name is thrown away by the process that made it, however it is told to end."""
    if named:
        yield Path(named).absolute()
        return
    maker, made = os.getpid(), Path(tempfile.mkdtemp(prefix="rogatory-demo-"))
    signal.signal(signal.SIGTERM, _leave)
    try:
        yield made
    finally:
        # The processes that answer requests are copies of this one, and pass here too when they end.
        if os.getpid() == maker:
            shutil.rmtree(made, ignore_errors=True)


def _leave(number: int, frame: FrameType | None) -> None:
    raise typer.Exit(128 + number)


def _made(data: Path, founding: Path) -> str:
    """Make the office, unless it is there; the password of its people."""
    from rogatory.registry import serving

    known = data / PASSWORD
    if data.exists() and any(data.iterdir()) and not known.exists():
        # A real office must never be served without second factors.
        stop(Code.BAD_INPUT, f"{data} holds an office that is no demonstration. Name another folder.")
    serving.make_secret(data)
    known.touch(mode=0o600)
    serving.set_up()
    password = known.read_text("ascii").strip()
    if serving.has_accounts():
        if not password:
            stop(Code.BAD_INPUT, f"{data} holds a demonstration that was not finished. Delete it, or name another.")
        return password
    from rogatory.registry import demo

    password = demo.fill(demo.Material.beside(founding), progress)
    progress(0, 0)
    known.write_text(f"{password}\n", "ascii")
    return password


def _tell(page: Page, password: str, port: int) -> None:
    from rogatory.registry import demo

    page.line(f"Sign in at http://localhost:{port}, everybody with the same password: {password}", "bold")
    page.line(
        f"Counsel, the person concerned and third parties sign in at their own door, http://localhost:{port}/defence/"
    )
    for role, address in demo.people():
        page.row(f"  {address:36} {demo.WAITING.get(role, '')}")
    page.row(f"  {demo.SECOND[0]:36} leads the inquiry into the allegation of the first case")
    page.line("For demonstration only: no second factor is asked, and those who sign in are made up.", "dim")
