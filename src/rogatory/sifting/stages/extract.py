"""Extract: the text of a content. The reader that knows its kind best comes first, others where it finds nothing.

A rung that fails or finds no text is noted and the next is tried. The state is that of the rung that got furthest.
Where one found text and met a limit or damage, none after it is asked, as none can make it whole; words read by a
reader of words alone, after a better one failed, are `partial`. A rung over which the process ended is passed over in
the next try.
"""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import kreuzberg

from rogatory.extraction import kinds
from rogatory.extraction.markup import text_of_html
from rogatory.extraction.plain import decoded, is_text
from rogatory.material.archives import ARCHIVES
from rogatory.material.items import State
from rogatory.sifting.stages import ciphered, fallback, joining, portable, sheltered
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages.members import LOCKED
from rogatory.sifting.stages.mending import of_streams
from rogatory.sifting.stages.subject import STATES, Ended, EndedError, Subject, ended_by
from rogatory.sifting.stages.words.boxes import of_boxes
from rogatory.sifting.stages.words.cadkey import of_cadkey
from rogatory.sifting.stages.words.dbase import of_table
from rogatory.sifting.stages.words.drawn import of_drawing
from rogatory.sifting.stages.words.hangul import of_hangul
from rogatory.sifting.stages.words.letters import of_publisher, of_rtf, of_word
from rogatory.sifting.stages.words.parts import of_parts
from rogatory.sifting.stages.words.plainly import of_notes, of_properties, of_torn, strings
from rogatory.sifting.stages.words.plans import of_plans
from rogatory.sifting.stages.words.quattro import of_quattro
from rogatory.sifting.stages.words.sheets import of_sheets, only_ours
from rogatory.sifting.stages.words.slides import of_slides
from rogatory.sifting.stages.words.tags import of_tags

_CONFIG = kreuzberg.ExtractionConfig(
    use_cache=False,
    enable_quality_processing=False,
    disable_ocr=True,  # type: ignore[call-arg] # its types leave it out
)
_LOCKED = re.compile("password|encrypt", re.IGNORECASE)
_OWN = frozenset((kinds.MESSAGE.media, kinds.TEXT.media, kinds.HTML.media, kinds.XML.media, kinds.JSON.media))
"""Kinds our own readers read best."""
_OWN_TOO = frozenset((kinds.DOCX.media, kinds.ODT.media))
_ENVELOPES = frozenset((kind_of.TNEF, ciphered.CMS, ciphered.PGP, ciphered.KEYS))
"""Kinds that have no text of their own beside what is in them."""
_UNREAD = ("image/", "audio/", "video/")
_DRAWN = frozenset((kind_of.EMF, kind_of.WMF, "image/vnd.dwg"))
_TAGS = {kind_of.MPEG: of_tags, kind_of.FILM: of_boxes}
"""What recordings and films say of themselves."""
_STRINGS = (State.UNSUPPORTED, State.CRASH, State.EMPTY, State.TIMEOUT, State.MEMORY)
_FAILED = (State.CRASH, State.TIMEOUT, State.MEMORY)
_LOOKED_THROUGH = 4 << 20
"""Bytes of a content of no known kind in which words are looked for."""
_PROGRAMS = frozenset(("application/vnd.microsoft.portable-executable", "application/x-executable"))


def extract(subject: Subject) -> Ended:
    """Find the text of a content and keep it in the subject."""
    following = joining.settled(subject)
    if following:
        return following
    if subject.media == kind_of.EMPTY:
        return Ended(State.EMPTY, "It has no bytes.")
    if subject.media in ARCHIVES or subject.media in _ENVELOPES:
        return Ended(State.OK, facts={"container": True})
    if subject.media.startswith(_UNREAD) and subject.media not in _DRAWN:
        subject.text = _TAGS[subject.media](subject) if subject.media in _TAGS else ""
        says = "It is no text: somebody must look at it, or listen to it."
        return Ended(State.EMPTY, says, {"by": "tags"} if subject.text else {}, subject.text)
    if subject.media in _PROGRAMS:
        return Ended(State.UNSUPPORTED, "It is a program: it is kept, and never run.")
    best = Ended(State.UNSUPPORTED, "Nothing here reads files of this kind.")
    for name in ladder(subject.media):
        tried = _tried(name, _BY_NAME[name], subject)
        if name in _WORDS and tried.state is State.OK and best.state in _FAILED:
            tried = replace(tried, state=State.PARTIAL, says=f"{best.says} Its words were read, and nothing else.")
        elif name in _AS_THEY_STAND and tried.state is State.OK:
            tried = replace(tried, state=State.PARTIAL, says="What stands in it as words was read, and nothing else.")
        if _RANK[tried.state] < _RANK[best.state] or best.state is State.UNSUPPORTED:
            best = tried
        if best.state in (State.OK, State.ENCRYPTED) or (best.state is State.PARTIAL and best.text):
            break
    if not best.text and best.state in _STRINGS and subject.head(5) != b"%PDF-":
        # Words that stand in it openly are found by a search; the state stays, so that somebody looks all the same.
        best = Ended(best.state, best.says, {**best.facts, "by": "strings"}, strings(subject.head(_LOOKED_THROUGH)))
    subject.text = best.text
    return joining.told(subject, best)


_RANK = {
    State.OK: 0, State.PARTIAL: 1, State.ENCRYPTED: 2, State.TIMEOUT: 3, State.MEMORY: 3, State.EMPTY: 4,
    State.CRASH: 5, State.UNSUPPORTED: 6,
}  # fmt: skip
"""How far a rung got; of two, what the lower one says is kept."""
Rung = Callable[[Subject], Ended]


def _words(read: Callable[[Subject], str]) -> Rung:
    def rung(subject: Subject) -> Ended:
        text = read(subject)
        if subject.kept.pop("short", False) and text:
            return Ended(State.PARTIAL, "Not all of its text is there: it is damaged.", text=text)
        return Ended(State.OK, text=text)

    return rung


def _own(subject: Subject) -> Ended:
    found = subject.found
    state = STATES[found.state] if found.state else State.PARTIAL if found.lacks else State.OK
    facts = {"pages": len(found.pages), "told": [list(fact) for fact in found.facts[:50]]}
    return Ended(state, " ".join(found.lacks), facts, "\n\f".join(page.text for page in found.pages))


def _marked(subject: Subject) -> Ended:
    """Mark-up that is no well-formed XML, or declares what ours refuses: its words, with nothing carried out."""
    text = text_of_html(decoded(subject.data).text)
    if not is_text(subject.data):
        return Ended(State.PARTIAL, "There are bytes in it that are no text.", text=text)
    return Ended(State.OK, text=text)


def _locked(_subject: Subject) -> Ended:
    return Ended(State.ENCRYPTED, LOCKED)


def _ebcdic(subject: Subject) -> Ended:
    return Ended(State.OK, text=subject.data.decode("cp500").replace("\x85", "\n"))


def _kreuzberg(subject: Subject) -> Ended:
    if subject.media in (kinds.OCTETS, kind_of.OLE):
        raise EndedError(State.UNSUPPORTED, "Nobody here knows what kind of file this is.")
    if subject.media == kind_of.SHEETS and (why := only_ours(subject)):
        raise EndedError(State.UNSUPPORTED, why)
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


_BY_NAME: dict[str, Rung] = {
    "pdfium": portable.text,
    "own": _own,
    "markup": _marked,
    "locked": _locked,
    "ebcdic": _ebcdic,
    "kreuzberg": _kreuzberg,
    "word": _words(of_word),
    "sheets": _words(of_sheets),
    "table": of_table,
    "rtf": _words(of_rtf),
    "publisher": _words(of_publisher),
    "slides": _words(of_slides),
    "notes": _words(of_notes),
    "plans": _words(of_plans),
    "properties": _words(of_properties),
    "torn": _words(of_torn),
    "drawing": _words(of_drawing),
    "parts": _words(of_parts),
    "hangul": _words(of_hangul),
    "quattro": _words(of_quattro),
    "cadkey": _words(of_cadkey),
    "streams": _words(of_streams),
    "extractous": fallback.read,
}
_WORDS = frozenset(("sheets", "slides", "rtf", "publisher", "notes", "plans", "properties", "drawing", "parts",
                    "hangul", "quattro", "cadkey", "streams", "torn"))  # fmt: skip
"""Readers of words alone."""
_AS_THEY_STAND = frozenset(("notes", "plans", "quattro", "cadkey", "streams"))
"""Those that know the form of a file only in part: somebody must look at it all the same."""
_LADDERS = {
    kinds.PDF.media: ("pdfium", "streams"),
    **dict.fromkeys(_OWN, ("own", "markup")),
    **dict.fromkeys(_OWN_TOO, ("kreuzberg", "own", "parts")),
    kind_of.ENCRYPTED_OFFICE: ("locked",),
    kind_of.WORD: ("word", "kreuzberg"),
    kind_of.SHEETS: ("kreuzberg", "sheets"),
    kind_of.DBASE: ("table", "kreuzberg"),
    kind_of.SLIDES: ("kreuzberg", "slides"),
    kind_of.PUBLISHER: ("publisher",),
    kind_of.ONENOTE: ("notes",),
    kind_of.VISIO: ("plans",),
    kind_of.PROPERTIES: ("properties", "torn"),
    kind_of.EBCDIC: ("ebcdic",),
    kind_of.HANGUL: ("hangul",),
    kind_of.QUATTRO: ("quattro",),
    kind_of.CADKEY: ("cadkey",),
    kind_of.EMF: ("drawing",),
    kind_of.WMF: ("drawing",),
    "application/rtf": ("kreuzberg", "rtf"),
}
_PARTED = ("application/vnd.openxmlformats-officedocument.", "application/vnd.ms-excel.sheet.binary",
           "application/vnd.oasis.opendocument.")  # fmt: skip


def ladder(media: str) -> tuple[str, ...]:
    """The readers of a kind by their names, in their order."""
    found = _LADDERS.get(media) or ("kreuzberg", *(("parts",) if media.startswith(_PARTED) else ()))
    return (*found, "extractous") if fallback.extractous and media in fallback.KINDS else found


def _tried(name: str, rung: Rung, subject: Subject) -> Ended:
    if name in subject.passed:
        state, says = subject.passed[name]
        return Ended(state, says, {"by": name})
    subject.send({"begun": "extract", "rung": name}, b"")
    try:
        ended = rung(subject)
    except Exception as error:
        ended = ended_by(error)
        if ended.state is State.CRASH and _LOCKED.search(str(error)):
            ended = replace(ended, state=State.ENCRYPTED)
    if ended.state is State.ENCRYPTED and sheltered.opened(subject):
        ended = Ended(State.OK, facts={"container": True})
    text = ended.text
    if len(text) > subject.budget.text:
        text = text[: subject.budget.text]
        ended = Ended(State.PARTIAL, f"Only the first {subject.budget.text:,} characters were kept.", ended.facts, text)
    if ended.state is State.OK and not text.strip() and "container" not in ended.facts:
        ended = Ended(State.EMPTY, "No text was found in it: somebody must look at it.", ended.facts)
    return Ended(ended.state, ended.says, {**ended.facts, "by": name}, ended.text)
