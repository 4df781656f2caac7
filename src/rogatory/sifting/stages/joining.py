"""Pieces of one thing: whether a content is one by what it holds, and what is said where one of them is missing."""

from dataclasses import replace

from rogatory.extraction import kinds
from rogatory.material.archives import ARCHIVES
from rogatory.material.items import State
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages import images
from rogatory.sifting.stages.subject import Ended, Subject

_FOLLOWING = {
    "split": (kinds.OCTETS,),
    "ewf": (images.EWF,),
    "rar": (kind_of.RAR, kinds.OCTETS),
    "zip": (kinds.ZIP.media, kinds.OCTETS),
    "vmdk": (images.VMDK, images.RAW, kinds.OCTETS),
}
"""What a piece that follows may look like by itself, by the form of its name; what is of another kind is none."""
_HEAD = 16


def settled(subject: Subject) -> Ended | None:
    """See whether a content of known kind is what its name tells; how it ended, where it is read under another one."""
    pieces = subject.pieces
    if pieces is None:
        return None
    if not pieces.files:
        if subject.media in _FOLLOWING[pieces.form]:
            says = f"It is a piece of {pieces.of}" + (
                f", of which {pieces.missing} is missing." if pieces.missing else "."
            )
            return Ended(State.PARTIAL if pieces.missing else State.OK, says, {"piece": pieces.of})
        subject.part()
    elif not (subject.media in ARCHIVES or (pieces.missing and subject.media == kinds.OCTETS)) or _others(subject):
        subject.part()
    return None


def _others(subject: Subject) -> bool:
    """Whether the second piece of what was cut anywhere begins as a file of its own does."""
    pieces = subject.pieces
    if pieces is None or pieces.form != "split" or len(pieces.files) < 2:  # noqa: PLR2004 - it follows
        return False
    second = pieces.files[1]
    second.seek(0)
    head = second.read(_HEAD) or b""
    return head.startswith((b"PK\x03\x04", b"%PDF-", kind_of.COMPOUND, *kind_of.OWN_BEGINNINGS))


def told(subject: Subject, ended: Ended) -> Ended:
    """How reading it ended, with what is missing of it."""
    pieces = subject.pieces
    if pieces is None:
        return ended
    if pieces.missing and ended.state is not State.ENCRYPTED:
        says = f"{ended.says} It is in several pieces, and {pieces.missing} is missing.".strip()
        return replace(ended, state=State.PARTIAL, says=says)
    if len(pieces.files) > 1 and ended.state in (State.CRASH, State.PARTIAL):
        says = f"{ended.says} It was read from {len(pieces.files)} pieces; one more would be called {pieces.after}."
        return replace(ended, says=says)
    return ended
