"""One line of JSON for each request, without personal data.

A line names the request, the address as a pattern (`case/<number>/`, never the number), status, milliseconds and the
account's public id. Addresses as typed, search words, names and internet addresses are not written. Of an error only
its kind and place are: the message of an exception may quote a file.
"""

import json
import logging
import re
import secrets
import time
import traceback
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from rogatory.registry.shell import metrics

_LOG = logging.getLogger("rogatory.request")
_REQUEST: ContextVar[str] = ContextVar("request", default="")
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")


class RecordMiddleware:
    """Names each request, and writes its line when it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and write the line."""
        given = request.headers.get("X-Request-ID", "")
        name = given if _GIVEN.fullmatch(given) else secrets.token_hex(8)
        request.name = name  # type: ignore[attr-defined]  # the page of a failure shows it
        token = _REQUEST.set(name)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            took = time.perf_counter() - began
            response.headers["X-Request-ID"] = name
            route = request.resolver_match.route if request.resolver_match else metrics.NO_ADDRESS
            metrics.count(route, response.status_code, took)
            if not route.startswith(("health/", "metrics")):
                _LOG.info("request", extra={"fields": _fields(request, route, response.status_code, took)})
            return response
        finally:
            _REQUEST.reset(token)


def _fields(request: HttpRequest, route: str, status: int, took: float) -> dict[str, object]:
    user = getattr(request, "user", None)
    return {
        "method": request.method,
        "route": route,
        "status": status,
        "ms": round(took * 1000, 1),
        "account": getattr(user, "public_id", None),
    }


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON.

    Of records of others only the fixed part of the message is written: what is filled in may be a person's name.
    """

    SPEAKS_OF_ITSELF = "gunicorn.error"
    """The server's own notices, up to warnings, speak of addresses it listens at and of its workers."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        whole = record.name == self.SPEAKS_OF_ITSELF and record.levelno <= logging.WARNING
        line: dict[str, object] = {
            "at": timezone.now().isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage() if whole else str(record.msg),
        }
        if name := _REQUEST.get():
            line["request"] = name
        line.update(getattr(record, "fields", {}))
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__qualname__
            frames = traceback.extract_tb(record.exc_info[2])
            line["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
        return json.dumps(line, ensure_ascii=False, default=str)
