"""Counts of requests for Prometheus, shared by the workers of one server.

The counts lie in memory that exists before the workers are forked, so that whichever worker is asked tells of all.
Each worker writes in a slot of its own: one that is killed leaves no lock behind.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import cache
from ipaddress import ip_address
from mmap import mmap
from threading import Lock

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

SLOTS = 64
"""More than the workers that ever run at once; a worker that comes later goes on counting in an older one's slot."""
NO_ADDRESS = "(none)"
"""Counted for what was asked at an address that is none."""
BOUNDS = (0.05, 0.2, 1.0, 5.0)
"""Upper bounds of the classes of time, in seconds."""
CLASSES = ("2xx", "3xx", "4xx", "5xx")
FURTHER: list[Callable[[datetime], Iterable[str]]] = []
"""What others have to tell at a moment, line by line; an app adds itself when it is ready."""
_WIDTH = len(CLASSES) + len(BOUNDS) + 2  # statuses; times by class, all; microseconds


class Counts:
    """How often each address was asked for, with what status and in what time."""

    def __init__(self, routes: list[str]) -> None:
        self._place = {route: _WIDTH * i for i, route in enumerate([NO_ADDRESS, *routes])}
        self._size = _WIDTH * len(self._place)
        self._cells = memoryview(mmap(-1, 8 * self._size * SLOTS)).cast("Q")
        self._lock = Lock()
        self._slot = 0

    def take_slot(self, number: int) -> None:
        """Count in this slot from now on; called in each worker, with a number of its own."""
        self._slot = number % SLOTS
        self._lock = Lock()

    def add(self, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        at = self._slot * self._size + self._place.get(route, 0)
        cells = self._cells
        with self._lock:
            cells[at + min(max(status // 100, 2), 5) - 2] += 1
            at += len(CLASSES)
            for i, bound in enumerate(BOUNDS):
                cells[at + i] += seconds <= bound
            cells[at + len(BOUNDS)] += 1
            cells[at + len(BOUNDS) + 1] += int(seconds * 1_000_000)

    def text(self) -> str:
        """The counts in the form Prometheus reads."""
        lines = ["# TYPE rogatory_requests_total counter"]
        times = ["# TYPE rogatory_request_seconds histogram"]
        size = self._size
        cells = [sum(self._cells[i : size * SLOTS : size]) for i in range(size)]
        for route, at in self._place.items():
            row = cells[at : at + _WIDTH]
            if not any(row):
                continue
            name = route.replace("\\", "\\\\").replace('"', '\\"')
            statuses = zip(CLASSES, row, strict=False)
            lines += [f'rogatory_requests_total{{route="{name}",status="{s}"}} {n}' for s, n in statuses if n]
            counted = row[len(CLASSES) :]
            bounds = zip((*map(str, BOUNDS), "+Inf"), counted, strict=False)
            times += [f'rogatory_request_seconds_bucket{{route="{name}",le="{b}"}} {n}' for b, n in bounds]
            times.append(f'rogatory_request_seconds_count{{route="{name}"}} {counted[len(BOUNDS)]}')
            times.append(f'rogatory_request_seconds_sum{{route="{name}"}} {counted[-1] / 1_000_000:.6f}')
        return "\n".join(lines + times) + "\n"


@cache
def counts() -> Counts:
    """The counts of this server; called once before the workers are forked."""
    return Counts(sorted(set(_routes(get_resolver(), ""))))


def count(route: str, status: int, seconds: float) -> None:
    """Count one request."""
    counts().add(route, status, seconds)


def _routes(resolver: URLResolver, before: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, route)
        elif isinstance(entry, URLPattern):
            yield route


def show(request: HttpRequest) -> HttpResponse:
    """The counts, for this machine itself or for whoever holds the token."""
    if not _may_read(request):
        return HttpResponseForbidden("Ask from this machine, or with the token.\n", content_type="text/plain")
    text = counts().text()
    with suppress(DatabaseError):
        # Without the database others have nothing to say; what was counted here is still told.
        text += "".join(f"{line}\n" for further in FURTHER for line in further(timezone.now()))
    return HttpResponse(text, content_type="text/plain; version=0.0.4")


def _may_read(request: HttpRequest) -> bool:
    """Whether the request comes from this machine and through no proxy, or carries the token."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.METRICS_TOKEN and secrets.compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        return True
    if "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
