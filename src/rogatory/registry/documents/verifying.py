"""The public page on which anybody asks whether a document is ours.

It looks for the code, or for the very bytes, among what was signed here; a file that is not among them is not opened at
all. What it says of one that is, `rogatory verify` says offline from the document and its receipt.
"""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rogatory.journal.policy import Policy, PolicyError
from rogatory.registry.documents import forms
from rogatory.registry.documents.keys import ROOT
from rogatory.registry.documents.models import Paper
from rogatory.registry.ledger import keys, reading

if TYPE_CHECKING:
    from rogatory.typesetting.checking import Line


@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Enter a code, or send a document."""
    told: dict[str, Any] = {"code": request.GET.get("code", "").strip().upper()}
    upload = request.FILES.get("file") if request.method == "POST" else None
    if upload is not None and upload.size is not None and upload.size <= forms.MOST_BYTES:
        told |= _of_bytes(upload.read())
    elif request.method == "POST":
        told["missing"] = True
    elif told["code"]:
        found = Paper.objects.filter(code=told["code"]).first()
        told |= {"asked": True, "found": found is not None, **(_signed(found) if found else {})}
    return render(request, "documents/verify.html", told)


def _of_bytes(data: bytes) -> dict[str, Any]:
    from rogatory.typesetting.checking import holds  # noqa: PLC0415 - what checks takes half a second to load

    found = Paper.objects.filter(digest=sha256(data).hexdigest()).first()
    if found is None:
        return {"asked": True, "found": False, "file": True}
    told = _signed(found)
    lines = looked_at(data, told["entry"])
    return {"asked": True, "found": True, "file": True, "lines": lines, "holds": holds(lines), **told}


def _signed(found: Paper) -> dict[str, Any]:
    """When it was signed, and by which entry; of the case and its words nothing is told."""
    return {"entry": found.entry, "at": found.at, "digest": found.digest}


def looked_at(data: bytes, entry: int) -> "list[Line]":
    """What is seen of a document that was signed here, with its receipt."""
    from rogatory.typesetting.checking import Given, NoDocumentError, certificates, check  # noqa: PLC0415

    try:
        receipt, opening = reading.receipt(entry), reading.opening(entry, "paper")
    except reading.NoReceiptError:
        receipt, opening = "", ""
    path = Path(settings.SIGNING_ROOTS) if settings.SIGNING_ROOTS else settings.DATA / ROOT
    try:
        trusted = certificates(path.read_bytes())
    except (OSError, NoDocumentError):
        trusted = ()
    try:
        policy = Policy.parse((settings.DATA / keys.POLICY).read_text("utf-8"))
    except (OSError, PolicyError):
        policy = None
    return check(data, Given(timezone.now(), trusted, receipt, opening, policy))
