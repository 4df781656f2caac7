"""A time-stamp authority (RFC 3161) that says when a signature was there already."""

import asyncio
import urllib.request
from typing import Any, Final

from asn1crypto import tsp  # type: ignore[import-untyped] # it ships no types
from pyhanko.sign.timestamps import TimeStamper

_LARGEST_ANSWER: Final = 1 << 20


class Authority(TimeStamper):
    """An authority asked over HTTP (RFC 3161, section 3.4)."""

    def __init__(self, url: str, timeout: float = 10) -> None:
        """Where it is, and how many seconds it is waited for."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._url, self._timeout = url, timeout

    async def async_request_tsa_response(self, req: Any) -> Any:  # noqa: ANN401 - pyHanko's
        """Its answer to a request.

        Raises:
            OSError: There is none.
        """
        return await asyncio.to_thread(self._ask, req.dump())

    def _ask(self, query: bytes) -> Any:  # noqa: ANN401
        request = urllib.request.Request(  # noqa: S310 - the address is the office's own setting
            self._url, query, {"Content-Type": "application/timestamp-query"}
        )
        with urllib.request.urlopen(request, timeout=self._timeout) as answer:  # noqa: S310
            try:
                return tsp.TimeStampResp.load(answer.read(_LARGEST_ANSWER), strict=True)
            except ValueError as error:
                msg = f"{self._url}: no time stamp: {error}"
                raise OSError(msg) from error
