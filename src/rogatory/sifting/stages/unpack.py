"""Unpack: the members of a container, each an item of its own, within the budget.

What goes beyond a limit ends there: the member is kept as unreadable with the reason, and the container is in state
`partial`.
"""

from collections.abc import Callable, Iterator

from rogatory.extraction import kinds
from rogatory.extraction.found import UnreadableError
from rogatory.extraction.open_document import MEDIA as ODT
from rogatory.extraction.shortage import no_shortage
from rogatory.material.items import State
from rogatory.sifting.stages import (
    archives,
    ciphered,
    compound,
    images,
    joining,
    mailbox,
    olden,
    portable,
    rich,
    seven,
    sheltered,
    transport,
)
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages.members import FAILS, Members, Spent, of_bytes
from rogatory.sifting.stages.subject import STATES, Ended, EndedError, Subject

_OFFICE = ("application/vnd.openxmlformats-officedocument.", "application/vnd.ms-excel.sheet.binary",
           "application/vnd.oasis.opendocument.")  # fmt: skip
_INSIDE = ("media/", "embeddings/", "afchunk", "pictures/", "object ")
_RTF = "application/rtf"
Walk = Callable[[Subject, Members], None]


def unpack(subject: Subject) -> Ended | None:
    """Take the members out of a container; None: it is none, as far as is known here."""
    following = joining.settled(subject)
    if following:
        return following
    ended = _unpacked(subject)
    return ended and joining.told(subject, ended)


def _unpacked(subject: Subject) -> Ended | None:
    walk = _WALKS.get(subject.media) or (_office if subject.media.startswith(_OFFICE) else None)
    if walk is None:
        return None
    members = Members(subject)
    try:
        walk(subject, members)
    except Spent:
        pass
    except UnreadableError as error:
        if not members.count:
            return Ended(STATES[error.state], error.says)
        members.lacks[error.says] += 1
    except FAILS as error:
        no_shortage(error)
        says = f"It is damaged ({type(error).__name__})."
        if not members.count:
            # Of a text that holds files now and then, reading the text says that it is damaged.
            return Ended(State.CRASH, says) if subject.media in _CONTAINERS else None
        members.lacks[says] += 1
    ended = members.ended()
    # A message, a letter, a table holds no members as a rule: that is nothing to look at.
    return None if ended.state is State.EMPTY and subject.media not in _CONTAINERS else ended


_office = archives.of_office(_INSIDE)


def _found(subject: Subject, members: Members) -> None:
    """What the reader of its kind finds in it: attachments of a message, pictures in a text."""
    for inner in subject.found.inner:
        members.send(inner.name.encode("utf-8", "surrogateescape"), _opened(inner.opened), inner.held)


def _opened(opened: Callable[[], bytes]) -> Iterator[bytes]:
    yield from of_bytes(opened())


def _mbox(subject: Subject, members: Members) -> None:
    for number, message in enumerate(mailbox.of_mbox(subject)):
        members.send(b"%d" % number, message)


def _pst(subject: Subject, members: Members) -> None:
    for path, data in mailbox.of_pst(subject):
        members.send(path, of_bytes(data))


def _msg(subject: Subject, members: Members) -> None:
    for path, data in mailbox.of_msg(subject):
        members.send(path, of_bytes(data))


def _old_office(subject: Subject, members: Members) -> None:
    for path, data in compound.embedded(subject):
        members.send(path, of_bytes(data))


def _sheets(subject: Subject, members: Members) -> None:
    _old_office(subject, members)
    sheltered.walk(subject, members)


def _seven(subject: Subject, members: Members) -> None:
    """By what knows it best; what that does not know, packed as it is, libarchive may."""
    if not seven.py7zr:
        archives.of_others(subject, members)
        return
    try:
        seven.walk(subject, members)
    except EndedError as ended:
        if members.count or not archives.libarchive or ended.ended.state is not State.CRASH:
            raise
        archives.of_others(subject, members)


_WALKS: dict[str, Walk] = {
    kinds.ZIP.media: archives.of_zip,
    kind_of.TAR: archives.of_tar,
    kind_of.GZIP: archives.of_gzip,
    kind_of.BZIP2: archives.of_bzip2,
    kind_of.XZ: archives.of_xz,
    kind_of.ZLIB: archives.of_zlib,
    kind_of.SEVEN: _seven,
    **dict.fromkeys(kind_of.ARCHIVES, archives.of_others),
    **dict.fromkeys(kind_of.PACKED, archives.of_packed),
    olden.ARJ: olden.of_arj,
    olden.WARC: olden.of_warc,
    **dict.fromkeys(kind_of.IMAGES, images.walk),
    kind_of.ENCRYPTED_OFFICE: sheltered.walk,
    ciphered.CMS: ciphered.walk,
    ciphered.PGP: ciphered.walk,
    ciphered.KEYS: ciphered.walk,
    kind_of.TNEF: transport.walk,
    kind_of.MBOX: _mbox,
    kind_of.PST: _pst,
    kind_of.MSG: _msg,
    kinds.PDF.media: portable.walk,
    _RTF: rich.walk,
    kinds.MESSAGE.media: _found,
    ODT: _found,
    **dict.fromkeys(kind_of.OLD_OFFICE, _old_office),
    kind_of.SHEETS: _sheets,
}
_CONTAINERS = frozenset(_WALKS) - {kind_of.MSG, kinds.MESSAGE.media, kinds.PDF.media, _RTF, ODT, *kind_of.OLD_OFFICE,
                                   kind_of.ENCRYPTED_OFFICE}  # fmt: skip
