"""Style sheets, scripts and icons, each addressed by what it holds, so that a browser may keep it."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class NamedByContent(StaticFilesStorage):
    """Adds the beginning of the file's hash to its address: a changed file is fetched anew."""

    def url(self, name: str | None) -> str:
        """The address of a file."""
        address = super().url(name)
        mark = _mark.__wrapped__(name or "") if settings.DEBUG else _mark(name or "")
        return f"{address}?{mark}" if mark else address


@cache
def _mark(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:12] if isinstance(found, str) else ""
