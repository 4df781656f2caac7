"""The commands that set the registry up, serve it and manage it.

Django is entered when a command runs, so that `--version` and `--help` stay quick.
"""

# ruff: noqa: PLC0415 - as in commands.py

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from rogatory.cli.commands import LanguageName

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="ROGATORY_DATA", help="Folder of database, keys and files.")
]
HERE = Path("rogatory-data")


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(init)
    app.command()(serve)
    app.command()(work)
    app.command(
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    )(manage)


def _enter(data: Path) -> None:
    """Say which data folder and settings Django will read."""
    os.environ["ROGATORY_DATA"] = str(data.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rogatory.registry.settings")


def _fail(error: Exception) -> typer.Exit:
    typer.echo(f"rogatory: {error}", err=True)
    return typer.Exit(2)


def init(
    *,
    data: Data = HERE,
    administrator: Annotated[
        str, typer.Option("--administrator", metavar="E-MAIL", help="Address of whoever runs the registry.")
    ] = "",
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Their full name.")] = "",
    language: Annotated[LanguageName, typer.Option("--lang", help="Language of their screens.")] = LanguageName.EN,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read their password from the standard input.")
    ] = False,
) -> None:
    """Set the registry up, or bring it to this version.

    Makes the data folder, the secret key and the journal's key, and the tables of the database. What is there already
    stays as it is. The first time it asks who runs the registry, or takes it from the options.
    """
    _enter(data)
    try:
        from rogatory.registry import serving

        if serving.make_secret(data):
            typer.echo(f"The data folder is {data.absolute()}.")
        for sentence in serving.set_up():
            typer.echo(sentence)
        if not administrator and (serving.has_accounts() or not sys.stdin.isatty()):
            return
        administrator = administrator or typer.prompt("E-mail address of whoever runs the registry")
        name = name or typer.prompt("Their full name")
        password = sys.stdin.readline().rstrip("\n") if password_stdin else _ask_password()
        serving.open_first_account(administrator, name, language.value, password)
    except (ValueError, OSError) as error:
        raise _fail(error) from None
    typer.echo(f"{administrator} can sign in. At the first sign-in a second factor is set up.")


def _ask_password() -> str:
    return str(typer.prompt("Password, at least 12 characters", hide_input=True, confirmation_prompt=True))


def serve(  # noqa: PLR0913 - an argument for each option
    *,
    data: Data = HERE,
    host: Annotated[str, typer.Option("--host", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port to listen at.")] = 8000,
    workers: Annotated[
        int, typer.Option("--workers", min=0, help="Processes; 0: one for each processor, at least 2, at most 8.")
    ] = 0,
    threads: Annotated[int, typer.Option("--threads", min=1, help="Requests that one process answers at once.")] = 4,
    reload: Annotated[bool, typer.Option("--reload", help="Start anew when the program changes.")] = False,
    no_worker: Annotated[
        bool, typer.Option("--no-worker", help="Only the pages; `rogatory work` runs elsewhere.")
    ] = False,
) -> None:
    """Serve the registry, with the worker beside it.

    It listens on this machine alone. For others put a proxy with encryption before it, and say the public address in
    ROGATORY_ADDRESS; see docs/operations.md.
    """
    os.environ.setdefault("ROGATORY_ADDRESS", f"http://localhost:{port}")
    _enter(data)
    from rogatory.registry import serving

    try:
        from django.conf import settings

        typer.echo(f"Serving at {settings.ADDRESS}; Ctrl+C ends it.", err=True)
        count = workers or min(max(os.cpu_count() or 1, 2), 8)
        manner = serving.Manner(count, threads, reload=reload, with_worker=not no_worker)
        serving.serve(host, port, manner)
    except (ValueError, OSError, serving.NotSetUpError) as error:
        raise _fail(error) from None


def work(
    *,
    data: Data = HERE,
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, and leave.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only say whether a worker is at work; 1 if none is.")] = False,
    parent: Annotated[int, typer.Option("--parent", hidden=True, help="Process it ends with.")] = 0,
) -> None:
    """Do what is due, and the long work people asked for, until told to stop.

    `rogatory serve` starts it too. On PostgreSQL several may run; each piece of work is done by one of them.
    """
    _enter(data)
    from rogatory.registry import serving

    try:
        if check:
            at_work = serving.at_work()
            typer.echo("A worker is at work." if at_work else "No worker is at work.")
            raise typer.Exit(0 if at_work else 1)
        count = serving.work(once=once, parent=parent)
    except (ValueError, OSError, serving.NotSetUpError) as error:
        raise _fail(error) from None
    if once:
        typer.echo(f"{count} pieces of work were done or tried.")


def manage(context: typer.Context) -> None:
    """Run a command of Django: `rogatory manage help` lists them."""
    _enter(Path(os.environ.get("ROGATORY_DATA", HERE)))
    from django.core.management import execute_from_command_line

    execute_from_command_line(["rogatory manage", *context.args])
