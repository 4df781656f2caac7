"""A file that is sent here is taken up to the one limit; what goes on beyond it is not kept while it comes in."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest


class Limit(FileUploadHandler):
    """Leaves a file that is larger than may be sent, and notes that on the request."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._taken = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Begin to count."""
        super().new_file(*args, **kwargs)
        self._taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass on what came in.

        Raises:
            SkipFile: It goes beyond the limit.
        """
        self._taken += len(raw_data)
        if self._taken > settings.MOST_BYTES:
            if self.request is not None:
                self.request.META[TOO_LARGE] = "yes"
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing is kept here: those after it keep the file."""


TOO_LARGE = "rogatory.too_large"


def too_large(request: HttpRequest) -> bool:
    """Whether a file was left because it goes beyond the limit."""
    return TOO_LARGE in request.META


def megabytes() -> int:
    """The limit, in megabytes."""
    return int(settings.MOST_BYTES // 1_000_000)
