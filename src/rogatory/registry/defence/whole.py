"""Everything one may read, to take along: one ZIP file, written while it is sent."""

import json
from collections.abc import Iterator
from importlib.resources import files
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from rogatory.registry.defence import course, file_views, receipts
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown
from rogatory.registry.defence.wording import day, say
from rogatory.registry.documents import store
from rogatory.registry.ledger import reading
from rogatory.registry.mailroom import in_case

VERIFIER = "verify_journal.py"


@at_the_door
@require_GET
def about(request: HttpRequest, case: str) -> HttpResponse:
    """What is in the file one can take along."""
    return shown(request, "download", opened=opened(request, case), tab="download")


@at_the_door
@require_GET
def whole(request: HttpRequest, case: str) -> HttpResponse:
    """The ZIP file itself."""
    found = opened(request, case)
    response = StreamingHttpResponse(_packed(found), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{case}.zip"'
    return response  # type: ignore[return-value]


class _Sink(RawIOBase):
    """Takes what is written and hands it on, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - any buffer
        self._pieces.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        made, self._pieces = b"".join(self._pieces), []
        return made


def _packed(found: Opened) -> Iterator[bytes]:
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED) as packed:
        for name, data in _members(found):
            packed.writestr(name, data)
            yield sink.taken()
    yield sink.taken()


def _members(found: Opened) -> Iterator[tuple[str, bytes]]:
    """What is in it, by name: made one after the other, while the ones before are on their way."""
    with translation.override(found.language):
        told = _told(found)
        yield (
            "index.html",
            render_to_string("defence/whole.html", {"speaks": found.language, "opened": found, **told}).encode(),
        )
    yield "case.json", json.dumps(_plain(told), ensure_ascii=False, indent=1).encode()
    for document in found.seen.documents.values():
        if pdf := store.pdf_of(found.case, document):
            yield f"documents/{document.name}.pdf", pdf
    for name, _, entire in told["letters"]:
        if entire:
            yield f"letters/{name}", in_case.original(found.account, found.case, name)[1]
    for entry in receipts.of_case(found):
        try:
            yield f"receipts/{entry.seq}.tlog-proof", reading.receipt(entry.seq).encode()
        except reading.NoReceiptError:
            continue
        if opening := receipts.openings(entry):
            yield f"receipts/{entry.seq}.txt", opening.encode()
    yield VERIFIER, files("rogatory.verifiers").joinpath(VERIFIER).read_bytes()
    yield "README.txt", say("download.readme", found.language).encode()


def _told(found: Opened) -> dict[str, Any]:
    return {
        "made": timezone.now(),
        "stands": course.stands(found),
        "closed": course.closed(found),
        "remedies": course.remedies(found),
        "hearings": course.hearings(found),
        "course": course.course(found),
        "read": file_views.read_by(found),
        "sent": file_views.sent_to(found),
        "receipts": [receipts.sent(e, found.language) for e in receipts.of_case(found)],
        **file_views.of_file(found),
    }


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    """The same as plain values, for programs."""
    return {
        "made": day(told["made"]),
        "where-it-stands": told["stands"],
        "closed": [{"acts": list(c.acts), "because": list(c.why)} for c in told["closed"]],
        "course": [{"entry": h.seq, "at": h.at.isoformat(), "what": h.text, "by": h.role, "reasons": h.reasons}
                   for h in told["course"]],
        "read-by": [{"at": s.at.isoformat(), "who": s.who, "what": s.what} for s in told["read"]],
        "sent": [{"at": s.at.isoformat(), "by": s.who, "what": s.what} for s in told["sent"]],
        "measures": told["measures"],
        "findings": [{"what": f.text, "answer": f.answer, "how-far": f.grade, "source": f.source}
                     for f in told["findings"]],
        "events": [{"on": e.on.isoformat(), "text": e.text, "source": e.source} for e in told["events"]],
        "withheld": told["withheld"],
    }  # fmt: skip
