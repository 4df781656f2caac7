"""Whether the registry lives, and whether it can serve."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from rogatory.registry.jobs import watch


def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "live"})


def ready(request: HttpRequest) -> JsonResponse:
    """The database is reached and is of this version; 503 and what is wrong otherwise.

    Beside it, whether a worker is at work: pages are served without one, so the answer stays 200.
    """
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return JsonResponse({"status": "not ready", "because": "the database is not reached"}, status=503)
    if behind:
        return JsonResponse(
            {"status": "not ready", "because": f"{len(behind)} changes of the database are to be applied"}, status=503
        )
    worker = "at work" if watch.at_work(timezone.now()) else "not at work"
    return JsonResponse({"status": "ready", "worker": worker})
