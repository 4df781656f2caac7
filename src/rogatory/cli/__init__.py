"""The command line: how an office starts the program and reads what it says."""

import gc
import sys
from contextlib import suppress

from rogatory.cli import registry, report, serving, verifying
from rogatory.cli.commands import app

__all__ = ["app", "main"]

serving.register(app)
registry.register(app)
report.register(app)
verifying.register(app)


def main() -> None:
    """Run the command line under its own name, however it was started."""
    # What a command loads, stays: looking through it for garbage every few hundred values takes a fifth of its start.
    gc.set_threshold(50_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            # A terminal that cannot write a shape or a letter gets a question mark instead of a failure.
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    app(prog_name="rogatory")
