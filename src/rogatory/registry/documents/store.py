"""The words of documents, kept and taken out by their digest; only inside the transaction that writes their entry."""

from datetime import datetime
from hashlib import sha256

from rogatory.decision.documents.document import Document
from rogatory.decision.documents.written import as_text, digest_of, of_plain, of_text
from rogatory.office.filing import DRAFT_DOCUMENT, ERASE, SIGN_DOCUMENT
from rogatory.office.folds.documents import CaseDocument, digests_of
from rogatory.office.folds.dossier import Dossier, named
from rogatory.office.perform import Attempt, Done
from rogatory.registry.documents.models import Paper, Text, Upload


def text_of(case: str, digest: str) -> Document | None:
    """The words of this digest; None: they are not there any more."""
    text = Text.objects.filter(case=case, digest=digest).values_list("text", flat=True).first()
    return of_text(text) if text else None


def pdf_of(case: str, found: CaseDocument) -> bytes | None:
    """The PDF as it was signed; None: it is a draft."""
    told = Paper.objects.filter(case=case, document=found.name).values_list("pdf", flat=True).first()
    return bytes(told) if told else None


def keep_upload(case: str, document: str, account: str, at: datetime, data: bytes) -> str:
    """Keep a file in which a draft came back; its digest."""
    digest = sha256(data).hexdigest()
    Upload.objects.create(case=case, document=document, account=account, at=at, digest=digest, data=data)
    return digest


def upload_of(case: str, document: str, digest: str) -> bytes | None:
    """A file that was kept with a document; None: there is none of this digest."""
    told = Upload.objects.filter(case=case, document=document, digest=digest).values_list("data", flat=True).first()
    return bytes(told) if told else None


def keep(attempt: Attempt, done: Done, before: Dossier | None, seq: int, pdf: bytes) -> None:
    """Keep what an act on a document leaves beside its entry; of any other act, nothing.

    Args:
        attempt: Who did what.
        done: What came of it.
        before: The case before it was done.
        seq: Number of its entry.
        pdf: The signed PDF; empty: nothing was signed.
    """
    fields = done.entry.fields
    match done.entry.act:
        case DRAFT_DOCUMENT.id:
            for told in (attempt.form["text"], *attempt.form.get("also", ())):
                _keep_text(attempt.case, of_plain(told), seq)
        case SIGN_DOCUMENT.id if attempt.kept and attempt.kept.paper:
            told = fields["signs"]
            _keep_text(attempt.case, attempt.kept.paper.text, seq)
            digest = fields["paper"].removeprefix("sha256:")
            row = Paper(case=attempt.case, document=done.entry.object, text=told["text"], digest=digest, pdf=pdf)
            row.code, row.entry, row.at = told["code"], seq, attempt.at
            row.save(force_insert=True)
        case ERASE.id if before:
            _let_go(before, {int(seq) for seq, names in fields["erases"].items() if "written" in names})
        case _:
            pass


def _keep_text(case: str, document: Document, seq: int) -> None:
    words = {"text": as_text(document), "entry": seq}
    Text.objects.get_or_create(case=case, digest=digest_of(document), defaults=words)


def _let_go(before: Dossier, erased: set[int]) -> None:
    """Let the words of drafts go whose entries were erased, and the files in which those drafts came back.

    Words that another entry names as well stay with that one.
    """
    case, written = before.case.id, [(n, e) for n, e in enumerate(before.entries) if "written" in e.fields]
    gone = {digest for _, e in written if e.seq in erased for digest in digests_of(e.fields)}
    stay = {digest for _, e in written if e.seq not in erased for digest in digests_of(e.fields)}
    Text.objects.filter(case=case, digest__in=gone - stay).delete()
    names = {e.object or named("document", n) for n, e in written if e.seq in erased}
    names |= {name for _, e in written if e.seq in erased for name in e.fields["drafts"].get("also", {}).values()}
    # The translation of what was signed went out with it.
    signed = [d.translation.file for d in before.documents.values() if d.translation and d.signed is not None]
    Upload.objects.filter(case=case, document__in=names).exclude(digest__in=signed).delete()
