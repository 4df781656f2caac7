"""A cluster of processes of this machine: to try how a cluster works, and what happens when one of it is gone."""

import os
import subprocess
import sys
import time

from rogatory.sifting.run.cluster import Ended, Job, work

_LOOK = 0.02


class Local:
    """So many processes, one for each task."""

    def __init__(self, count: int) -> None:
        """Begin; a process starts with each task."""
        self._count = count
        self._at_work: dict[str, subprocess.Popen[str]] = {}

    def room(self) -> int:
        """How many tasks can be at work at once."""
        return self._count

    def submit(self, job: Job) -> None:
        """Have a task done."""
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "rogatory.sifting.run.local"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._at_work[job.name] = process
        if process.stdin:
            process.stdin.write(job.told())
            process.stdin.close()

    def ended(self, seconds: float) -> list[Ended]:
        """The tasks that ended since this was last asked."""
        end = time.monotonic() + seconds
        while True:
            over = [name for name, process in self._at_work.items() if process.poll() is not None]
            if over or time.monotonic() > end:
                return [_ended(name, self._at_work.pop(name)) for name in over]
            time.sleep(_LOOK)

    def close(self) -> None:
        """End what is still at work."""
        for process in self._at_work.values():
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()


def _ended(name: str, process: "subprocess.Popen[str]") -> Ended:
    said = process.stdout.read() if process.stdout else ""
    if process.stdout:
        process.stdout.close()
    last = (said.strip().splitlines() or [""])[-1]
    if process.returncode == 0:
        return Ended(name, int(last))
    return Ended(name, 0, gone=process.returncode < 0, says=last)


if __name__ == "__main__":
    sys.stdout.write(f"{work(Job.of(sys.stdin.read()))}\n")
