"""The command as an office runs it: in a process of its own, measured where that matters."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
MEASURED, ONE_AFTER_ANOTHER = HERE / "measured.py", HERE / "one_after_another.py"


def environment() -> dict[str, str]:
    """What the command needs to find the program."""
    source = Path(find_spec("rogatory").origin or "").parents[1]  # type: ignore[union-attr]
    return {**os.environ, "PYTHONPATH": str(source)}


def run(*arguments: str, standard_input: bytes | Path = b"") -> subprocess.CompletedProcess[bytes]:
    """`python -m rogatory` with these arguments."""
    command = [sys.executable, "-m", "rogatory", *arguments]
    if isinstance(standard_input, bytes):
        return subprocess.run(command, input=standard_input, capture_output=True, check=False, env=environment())
    with standard_input.open("rb") as file:
        return subprocess.run(command, stdin=file, capture_output=True, check=False, env=environment(), timeout=60)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took and said.

    Attributes:
        code: Exit code.
        seconds: Processor time; it does not depend on what else the machine does.
        mebibytes: Peak memory.
        output: What it wrote to the standard output.
        complaint: What it wrote to the error stream.
    """

    code: int
    seconds: float
    mebibytes: float
    output: str
    complaint: str


def measure(*arguments: str) -> Run:
    """Python with these arguments, and what it took."""
    command = [sys.executable, str(MEASURED), sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env=environment())
    output, _, figures = done.stdout.decode().rpartition("\n")
    return Run(done.returncode, **json.loads(figures), output=output, complaint=done.stderr.decode())
