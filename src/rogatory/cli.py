"""The command line: how an office starts the program and reads what it says."""

from typing import Annotated

import typer

from rogatory import __version__

app = typer.Typer(no_args_is_help=True, add_completion=False)


def _print_version(asked: bool) -> None:
    """Print name and version, then leave."""
    if asked:
        typer.echo(f"rogatory {__version__}")
        raise typer.Exit


@app.callback()
def rogatory(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Judge incoming requests for criminal cooperation by the law that binds the requested state."""


def main() -> None:
    """Run the command line under its own name, however it was started."""
    app(prog_name="rogatory")
