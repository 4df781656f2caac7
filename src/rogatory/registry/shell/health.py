"""Whether the registry lives, and whether it can serve."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse


def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "live"})


def ready(request: HttpRequest) -> JsonResponse:
    """The database is reached and is of this version; 503 and what is wrong otherwise."""
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return JsonResponse({"status": "not ready", "because": "the database is not reached"}, status=503)
    if behind:
        return JsonResponse(
            {"status": "not ready", "because": f"{len(behind)} changes of the database are to be applied"}, status=503
        )
    return JsonResponse({"status": "ready"})
