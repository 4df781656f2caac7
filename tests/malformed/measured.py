"""Runs a command and prints, as one line of JSON, its exit code, processor time in seconds and peak memory in MiB.

A process of its own: the peak a process reports begins with that of whoever started it, and this one is small.
"""

import json
import os
import subprocess
import sys

MEMORY_UNIT = 2**20 if sys.platform == "darwin" else 2**10
"""Bytes in which the system counts peak memory are those of a KiB on Linux, and single ones on macOS: MiB in these."""


def main(command: list[str]) -> None:
    """Start the command, wait for it, print the figures behind what it printed itself."""
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    figures = {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "mebibytes": used.ru_maxrss / MEMORY_UNIT,
    }
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
