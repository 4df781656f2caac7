"""A cluster of Ray. Its tasks are never tried again by Ray: the ledger knows what is left to do."""

import logging
import os
from typing import Any

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody outside

import ray
from ray import exceptions

from rogatory.sifting.run.cluster import ClusterError, Ended, Job, work

_GONE = (
    exceptions.LocalRayletDiedError,
    exceptions.NodeDiedError,
    exceptions.ObjectLostError,
    exceptions.OutOfMemoryError,
    exceptions.OwnerDiedError,
    exceptions.WorkerCrashedError,
)


class Rays:
    """The machines of a cluster of Ray."""

    def __init__(self, address: str) -> None:
        """Join it.

        Args:
            address: As Ray takes it: `auto` on a machine of the cluster, `HOST:PORT` of its head, or `ray://HOST:PORT`.

        Raises:
            ClusterError: It cannot be reached.
        """
        try:
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, configure_logging=False)
        except (ConnectionError, OSError, RuntimeError, ValueError) as error:
            raise ClusterError(f"the cluster at {address} cannot be reached: {error}") from error
        self._task = ray.remote(num_cpus=1, max_retries=0)(work)
        self._names: dict[Any, str] = {}

    def room(self) -> int:
        """How many tasks can be at work at once now."""
        return int(ray.cluster_resources().get("CPU", 0))

    def submit(self, job: Job) -> None:
        """Have a task done."""
        self._names[self._task.remote(job)] = job.name

    def ended(self, seconds: float) -> list[Ended]:
        """The tasks that ended since this was last asked."""
        ready, _ = ray.wait([*self._names], num_returns=max(1, len(self._names)), timeout=seconds)
        return [_ended(one, self._names.pop(one)) for one in ready]

    def close(self) -> None:
        """Leave the cluster; what is at work for it ends with that."""
        ray.shutdown()


def _ended(task: Any, name: str) -> Ended:  # noqa: ANN401 - its type is Ray's own
    try:
        return Ended(name, int(ray.get(task)))
    except _GONE as error:
        return Ended(name, 0, gone=True, says=f"{type(error).__name__}: {str(error).splitlines()[0]}")
    except exceptions.RayError as error:
        cause = getattr(error, "cause", None) or error
        return Ended(name, 0, says=f"{type(cause).__name__}: {cause}")
