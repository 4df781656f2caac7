"""Runs a command and adds, as the last line of its output, processor time in seconds and peak memory in MiB, as JSON.

A process of its own: the peak a process reports begins with that of whoever started it, and this one is small.
"""

import json
import os
import subprocess
import sys

# The system counts peak memory in KiB; on macOS in bytes.
UNIT = 2**20 if sys.platform == "darwin" else 2**10


def main(command: list[str]) -> int:
    """Start the command, wait for it, add the figures; its exit code."""
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    figures = {"seconds": used.ru_utime + used.ru_stime, "mebibytes": used.ru_maxrss / UNIT}
    sys.stdout.write(f"\n{json.dumps(figures)}")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
