"""Runs the command on every file of a folder in one process and prints, as JSON, what it took and said of each."""

import io
import json
import sys
import time
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

from rogatory.cli import app


def main(folder: str) -> None:
    """Exit code, processor time in seconds, and both streams, by the name of the file."""
    told = {}
    for path in sorted(Path(folder).iterdir()):
        said, begun, code = io.StringIO(), time.process_time(), 0
        with redirect_stdout(said), redirect_stderr(said), suppress(SystemExit):
            code = app(["assess", str(path)], standalone_mode=False)
        told[path.name] = {"code": code, "seconds": time.process_time() - begun, "said": said.getvalue()}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
