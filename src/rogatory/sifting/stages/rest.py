"""The stages over a text and over a message: letters in pictures, fingerprint, thread, screens."""

from collections import Counter
from email import message_from_bytes

from rogatory.extraction import kinds, message, ocr
from rogatory.extraction.found import UnreadableError
from rogatory.material import plain_words, threads
from rogatory.material.items import State
from rogatory.material.screens.found import Hit, Reading
from rogatory.material.screens.screening import screen
from rogatory.material.screens.telling import told_hits
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages import mailbox
from rogatory.sifting.stages.subject import STATES, Ended, Subject

PICTURES = ("image/png", "image/jpeg", "image/tiff")
_HEAD = 1 << 18
"""Bytes of a message in which its headers are looked for."""
_MOST_HITS = 500
"""Hits of one rule that are kept of one content: whoever looks has seen enough by then."""


def read_off(subject: Subject) -> Ended | None:
    """Read letters off pictures and scanned pages; None: it is neither, or its text was found."""
    found_it = subject.text.strip() and not subject.bare
    if found_it or subject.media not in (*PICTURES, kinds.PDF.media) or not subject.budget.ocr:
        return None
    if ocr.tesserocr is None or not ocr.languages():
        return Ended(State.UNSUPPORTED, ocr.INSTALL)
    try:
        found = subject.found
    except UnreadableError as error:
        return Ended(STATES[error.state], error.says)
    subject.text = "\n\f".join(page.text for page in found.pages)
    if not subject.text.strip():
        return Ended(State.EMPTY, "No letter was read in it: somebody must look at it.")
    return Ended(State.PARTIAL if found.lacks else State.OK, " ".join(found.lacks), text=subject.text)


def fingerprint(subject: Subject) -> Ended | None:
    """By what its text is known again, whatever its layout; None: it has none."""
    name = plain_words.digest(subject.text)
    return Ended(State.OK, facts={"text": name.hex()}) if name else None


def thread(subject: Subject) -> Ended | None:
    """What a message answers, and who wrote it to whom; None: it is none."""
    if subject.media == kind_of.MSG:
        told, raw = mailbox.heads_of_msg(subject)
    elif subject.media == kinds.MESSAGE.media:
        start = subject.head(_HEAD).replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
        heads = message_from_bytes(start + b"\n\n")
        told = {name: message.header(str(heads.get(name, ""))) for name in mailbox.TOLD}
        raw = [str(heads.get(name, "")) for name in ("Message-ID", "In-Reply-To", "References")]
    else:
        return None
    found = threads.head(raw[0], raw[1], raw[2], told["Subject"])
    return Ended(State.OK, facts={"ident": found.ident, "answers": found.answers, "subject": found.subject,
                                  **{name.lower(): value[:4000] for name, value in told.items() if value}})  # fmt: skip


def look_for(subject: Subject) -> Ended:
    """What every screen finds in it. That nothing is found says nothing."""
    counted: Counter[tuple[str, str]] = Counter()
    kept: list[Hit] = []
    for hit in screen(Reading(subject.text, subject.fields), subject.looked_for):
        counted[hit.screen.value, hit.rule] += 1
        if counted[hit.screen.value, hit.rule] <= _MOST_HITS:
            kept.append(hit)
    more = sum(counted.values()) - len(kept)
    return Ended(State.OK, f"{more:,} more places are like those told." if more else "", {"hits": told_hits(kept)})
