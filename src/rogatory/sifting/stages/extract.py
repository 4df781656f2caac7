"""Extract: the text of a content. The reader that knows its kind best comes first, others where it finds nothing.

A rung that fails or finds no text is noted and the next is tried. The state is that of the rung that got furthest; text
from a later rung counts as whole only if no earlier one met a limit or a lock.
"""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import kreuzberg
import pypdfium2  # type: ignore[import-untyped]

from rogatory.extraction import kinds
from rogatory.extraction.markup import text_of_html
from rogatory.extraction.plain import decoded
from rogatory.material.families import ARCHIVES
from rogatory.material.items import State
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages.subject import STATES, Ended, EndedError, Subject, ended_by

_CONFIG = kreuzberg.ExtractionConfig(use_cache=False, enable_quality_processing=False)
_LOCKED = re.compile("password|encrypt", re.IGNORECASE)
_OWN = frozenset((kinds.MESSAGE.media, kinds.TEXT.media, kinds.HTML.media, kinds.XML.media, kinds.JSON.media))
"""Kinds our own readers read best."""
_OWN_TOO = frozenset((kinds.DOCX.media, kinds.ODT.media))
_UNREAD = ("image/", "audio/", "video/")
_STRINGS = (State.UNSUPPORTED, State.CRASH, State.EMPTY)
_LOOKED_THROUGH = 4 << 20
"""Bytes of a content of no known kind in which words are looked for."""
_NARROW, _WIDE = re.compile(rb"[\t\x20-\x7e\xa0-\xff]{8,}"), re.compile(rb"(?:[\t\x20-\x7e\xa0-\xff][\0\x04]){6,}")
_A_WORD = re.compile(r"[A-Za-z]{4}|[^\W\d_A-Za-z]{4}")
_PROGRAMS = frozenset(("application/vnd.microsoft.portable-executable", "application/x-executable"))


def extract(subject: Subject) -> Ended:
    """Find the text of a content and keep it in the subject."""
    if subject.media == kind_of.EMPTY:
        return Ended(State.EMPTY, "It has no bytes.")
    if subject.media in ARCHIVES:
        return Ended(State.OK, facts={"container": True})
    if subject.media.startswith(_UNREAD):
        return Ended(State.EMPTY, "It is no text: somebody must look at it, or listen to it.")
    if subject.media in _PROGRAMS:
        return Ended(State.UNSUPPORTED, "It is a program: it is kept, and never run.")
    best = Ended(State.UNSUPPORTED, "Nothing here reads files of this kind.")
    for name, rung in _rungs(subject):
        tried = _tried(name, rung, subject)
        if _RANK[tried.state] < _RANK[best.state] or best.state is State.UNSUPPORTED:
            best = tried
        if best.state in (State.OK, State.ENCRYPTED):
            break
    if not best.text and best.state in _STRINGS and subject.media != kinds.PDF.media:
        # Words that stand in it openly are found by a search; the state stays, so that somebody looks all the same.
        best = Ended(best.state, best.says, {**best.facts, "by": "strings"}, strings(subject.head(_LOOKED_THROUGH)))
    subject.text = best.text
    return best


def strings(data: bytes) -> str:
    """What looks like words among bytes of no known kind, as `strings` finds it: one byte a letter, or two."""
    narrow = (found[0].decode("latin-1") for found in _NARROW.finditer(data))
    wide = (found[0].decode("utf-16-le", "ignore") for found in _WIDE.finditer(data))
    return "\n".join(line for line in (*narrow, *wide) if _A_WORD.search(line))


_RANK = {
    State.OK: 0, State.PARTIAL: 1, State.ENCRYPTED: 2, State.TIMEOUT: 3, State.MEMORY: 3, State.EMPTY: 4,
    State.CRASH: 5, State.UNSUPPORTED: 6,
}  # fmt: skip
"""How far a rung got; of two, what the lower one says is kept."""
Rung = Callable[[Subject], Ended]


def _rungs(subject: Subject) -> list[tuple[str, Rung]]:
    if subject.media == kinds.PDF.media:
        return [("pdfium", _pdf), ("kreuzberg", _kreuzberg)]
    if subject.media in _OWN:
        return [("own", _own), ("markup", _marked)]
    if subject.media in _OWN_TOO:
        return [("kreuzberg", _kreuzberg), ("own", _own)]
    if subject.media == kind_of.ENCRYPTED_OFFICE:
        return [("own", lambda _: Ended(State.ENCRYPTED, "It is encrypted: it needs its password."))]
    if subject.media == "application/pgp-encrypted":
        return [("own", lambda _: Ended(State.ENCRYPTED, "It is encrypted: it needs its key."))]
    return [("kreuzberg", _kreuzberg)]


def _tried(name: str, rung: Rung, subject: Subject) -> Ended:
    try:
        ended = rung(subject)
    except Exception as error:
        ended = ended_by(error)
        if ended.state is State.CRASH and _LOCKED.search(str(error)):
            ended = replace(ended, state=State.ENCRYPTED)
    text = ended.text
    if len(text) > subject.budget.text:
        text = text[: subject.budget.text]
        ended = Ended(State.PARTIAL, f"Only the first {subject.budget.text:,} characters were kept.", ended.facts, text)
    if ended.state is State.OK and not text.strip():
        ended = Ended(State.EMPTY, "No text was found in it: somebody must look at it.", ended.facts)
    return Ended(ended.state, ended.says, {**ended.facts, "by": name}, ended.text)


def _own(subject: Subject) -> Ended:
    found = subject.found
    state = STATES[found.state] if found.state else State.PARTIAL if found.lacks else State.OK
    facts = {"pages": len(found.pages), "told": [list(fact) for fact in found.facts[:50]]}
    return Ended(state, " ".join(found.lacks), facts, "\n\f".join(page.text for page in found.pages))


def _marked(subject: Subject) -> Ended:
    """Mark-up that is no well-formed XML, or declares what ours refuses: its words, with nothing carried out."""
    return Ended(State.OK, text=text_of_html(decoded(subject.data).text))


def _pdf(subject: Subject) -> Ended:
    try:
        opened = pypdfium2.PdfDocument(subject.data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise EndedError(*_PDF_ENDS[locked]) from error
    texts, lost, bare = [], 0, 0
    count = len(opened)
    for number in range(min(count, subject.budget.pages)):
        try:
            page = opened[number]
            words = page.get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            lost, words = lost + 1, ""
        bare += not words.strip()
        texts.append(words.replace("\r\n", "\n"))
    lost += count - len(texts)
    says = f"{lost:,} of {count:,} pages could not be read." if lost else ""
    facts = {"pages": count, "bare": bare}
    subject.bare = bare > 0
    if bare and bare < count and not lost:
        says, lost = f"{bare:,} of {count:,} pages hold no text: somebody must look at them.", bare
    return Ended(State.PARTIAL if lost and bare < count else State.OK, says, facts, "\n\f".join(texts))


_PDF_ENDS = {
    True: (State.ENCRYPTED, "It is encrypted: it needs its password."),
    False: (State.CRASH, "It is not built as a PDF is: it is damaged."),
}


def _kreuzberg(subject: Subject) -> Ended:
    if subject.media in (kinds.OCTETS, kind_of.OLE):
        raise EndedError(State.UNSUPPORTED, "Nobody here knows what kind of file this is.")
    data = subject.data
    os.environ.update(RAYON_NUM_THREADS="1", TOKIO_WORKER_THREADS="1")
    try:
        read: Any = kreuzberg.extract_bytes_sync(data, subject.media, _CONFIG)
    except kreuzberg.ValidationError as error:
        raise EndedError(State.UNSUPPORTED, "Nothing here reads files of this kind.") from error
    except kreuzberg.KreuzbergError as error:
        if "nsupported" in str(error):
            raise EndedError(State.UNSUPPORTED, "Nothing here reads files of this kind.") from error
        raise
    except BaseException as error:  # a panic of Rust is no Exception
        if isinstance(error, Exception | KeyboardInterrupt | SystemExit):
            raise
        raise EndedError(State.CRASH, "What reads it panicked over it.") from error
    return Ended(State.OK, text=str(read.content))
