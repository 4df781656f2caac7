"""Mailboxes and messages of Outlook: what lies in them, as messages and attachments."""

import email.utils
import importlib
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.base64mime import body_encode
from hashlib import sha256
from importlib.util import find_spec
from io import BufferedReader, FileIO
from typing import Any

from rogatory.material.items import State
from rogatory.sifting.stages import compound, transport
from rogatory.sifting.stages.subject import EndedError, Subject

pypff: Any = importlib.import_module("pypff") if find_spec("pypff") else None
"""None where the extra `mailboxes` is not installed. It is loaded before the cage is closed."""
_LONGEST_LINE = 1 << 20
_ATTACHED, _NAMES, _DATA = "__attach_version1.0_#", ("3707", "3704", "3001"), "37010102"
_WIDE, _NARROW = "001F", "001E"
_RICH, _BODIES = "__substg1.0_10090102", ("1000001F", "1000001E", "10130102", "1013001F", "1013001E")
"""Its text as RTF, packed, and as it stands otherwise."""


def of_mbox(subject: Subject) -> Iterator[Iterator[bytes]]:
    """The messages of a mailbox file, each piece by piece; each must be taken before the next."""
    subject.file.seek(0)
    lines = _Lines(subject)
    while lines.line:
        lines.line = lines.next()  # the line that parts it from the one before
        yield lines.message()


class _Lines:
    def __init__(self, subject: Subject) -> None:
        self._file = BufferedReader(FileIO(subject.file.fileno(), closefd=False), _LONGEST_LINE)
        self.line = self._file.readline(_LONGEST_LINE)

    def next(self) -> bytes:
        return self._file.readline(_LONGEST_LINE)

    def message(self) -> Iterator[bytes]:
        """The bytes up to the next line that parts messages."""
        waiting: list[bytes] = []
        size, bare = 0, False
        while self.line and not (bare and self.line.startswith(b"From ")):
            waiting.append(self.line)
            size += len(self.line)
            bare = not self.line.strip()
            if size > _LONGEST_LINE:
                yield b"".join(waiting)
                waiting, size = [], 0
            self.line = self.next()
        if waiting:
            yield b"".join(waiting)


def of_msg(subject: Subject) -> Iterator[tuple[bytes, bytes]]:
    """The attachments of a message of Outlook; its text too, where it stands there as RTF alone.

    Raises:
        OSError: It is not built as one is.
    """
    with compound.opened(subject) as opened:
        folders = sorted({path[0] for path in opened.listdir() if path[0].startswith(_ATTACHED)})
        if opened.exists(_RICH) and not any(opened.exists(f"__substg1.0_{one}") for one in _BODIES):
            with opened.openstream(_RICH) as stream:
                yield b"body.rtf", transport.unpacked(stream.read())
        for folder, data in compound.messages(opened):
            yield (_attached_name(opened, folder) or folder.encode()) + b".msg", data
        for number, folder in enumerate(folders):
            if opened.exists(f"{folder}/__substg1.0_{_DATA}"):
                with opened.openstream(f"{folder}/__substg1.0_{_DATA}") as stream:
                    yield _attached_name(opened, folder) or b"attachment %d" % number, stream.read()


TOLD = ("From", "To", "Cc", "Bcc", "Date", "Subject")
"""Headers that are kept of a message."""
_AS_HEADERS = {"From": "0C1A", "To": "0E04", "Cc": "0E03", "Bcc": "0E02", "Subject": "0037"}
_IDENT, _ANSWERS, _BEFORE, _ADDRESS = "1035", "1042", "1039", ("5D01", "0C1F")
_SENT, _DELIVERED = 0x0039, 0x0E06
_YEAR_1601 = datetime(1601, 1, 1, tzinfo=UTC)


def heads_of_msg(subject: Subject) -> tuple[dict[str, str], list[str]]:
    """The headers of a message of Outlook, as a message file tells them; and its identifier and those it answers.

    Raises:
        OSError: It is not built as one is.
    """
    with compound.opened(subject) as opened:
        told = {name: _property(opened, number) for name, number in _AS_HEADERS.items()}
        address = next(filter(None, (_property(opened, number) for number in _ADDRESS)), "")
        if "@" in address:
            told["From"] = f"{told['From']} <{address}>".strip()
        told["Date"] = _sent(opened)
        return told, [_property(opened, number) for number in (_IDENT, _ANSWERS, _BEFORE)]


def _property(opened: Any, number: str, folder: str = "") -> str:  # noqa: ANN401 - ships no types
    for form, coding in ((_WIDE, "utf-16-le"), (_NARROW, "latin-1")):
        path = f"{folder}__substg1.0_{number}{form}"
        if opened.exists(path):
            with opened.openstream(path) as stream:
                return str(stream.read().decode(coding, "replace")).rstrip("\0")
    return ""


def _sent(opened: Any) -> str:  # noqa: ANN401
    """When it was sent, or came, as a message file tells it; empty: it does not say."""
    with opened.openstream("__properties_version1.0") as stream:
        data = stream.read()[32:]
    times = {}
    for at in range(0, len(data) - 15, 16):
        form, number, value = struct.unpack_from("<HH4xQ", data, at)
        if form == 0x40 and number in (_SENT, _DELIVERED):  # noqa: PLR2004 - a time
            times[number] = value
    ticks = times.get(_SENT) or times.get(_DELIVERED) or 0
    try:
        return email.utils.format_datetime(_YEAR_1601 + timedelta(microseconds=ticks // 10)) if ticks else ""
    except OverflowError:
        return ""


def _attached_name(opened: Any, folder: str) -> bytes:  # noqa: ANN401
    found = (_property(opened, number, f"{folder}/") for number in _NAMES)
    return next(filter(None, found), "").encode("utf-8", "replace")


def of_pst(subject: Subject) -> Iterator[tuple[bytes, bytes]]:
    """The messages of a mailbox of Outlook, each made into a message file that is always the same.

    Raises:
        EndedError: What reads such mailboxes is not installed.
    """
    if pypff is None:
        raise EndedError(State.UNSUPPORTED, "Mailboxes of Outlook need the extra `mailboxes` of rogatory.")
    subject.file.seek(0)
    opened = pypff.file()
    opened.open_file_object(subject.file)
    yield from _folder(opened.get_root_folder(), b"")


def _folder(folder: Any, path: bytes) -> Iterator[tuple[bytes, bytes]]:  # noqa: ANN401
    for number in range(folder.number_of_sub_messages):
        yield path + b"%d.eml" % number, _message(folder.get_sub_message(number))
    for number in range(folder.number_of_sub_folders):
        below = folder.get_sub_folder(number)
        name = (below.name or f"folder {number}").encode("utf-8", "replace").replace(b"/", b"_")
        yield from _folder(below, path + name + b"/")


def _message(message: Any) -> bytes:  # noqa: ANN401
    """A message as a file. Items that are no mail (an appointment, a contact) have fewer fields."""
    headers = _told(message, "transport_headers")
    lines = [line for line in (headers or "").replace("\r\n", "\n").split("\n") if line.strip()]
    kept = [line for line in lines if not line.lower().startswith(("content-", "mime-version"))]
    if not kept:
        sent = _told(message, "client_submit_time") or _told(message, "delivery_time")
        told = {"Subject": _told(message, "subject"), "From": _told(message, "sender_name"),
                "Date": email.utils.format_datetime(sent) if sent else ""}  # fmt: skip
        kept = [f"{name}: {' '.join(str(value).split())}" for name, value in told.items() if value]
    parts = [(b"text/plain; charset=utf-8", _bytes(_told(message, "plain_text_body")), b"")]
    parts.append((b"text/html", _bytes(_told(message, "html_body")), b""))
    for number in range(int(_told(message, "number_of_attachments") or 0)):
        attached = message.get_attachment(number)
        name = str(_told(attached, "name") or f"attachment {number}").encode("utf-8", "replace")
        size = int(_told(attached, "size") or 0)
        parts.append((b"application/octet-stream", attached.read_buffer(size) if size else b"", name))
    return _written("\n".join(kept).encode("utf-8", "replace"), [part for part in parts if part[1] or part[2]])


def _told(thing: Any, name: str) -> Any:  # noqa: ANN401
    try:
        return getattr(thing, name, None)
    except OSError:
        return None


def _bytes(value: Any) -> bytes:  # noqa: ANN401
    return value if isinstance(value, bytes) else str(value or "").encode("utf-8", "replace")


def _written(headers: bytes, parts: list[tuple[bytes, bytes, bytes]]) -> bytes:
    """A message file of these parts; its boundary is a digest of them, so that it is always the same."""
    boundary = b"=_" + sha256(b"\0".join(data for _, data, _ in parts)).hexdigest()[:40].encode()
    out = [headers, b'\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="', boundary, b'"\n']
    for media, data, name in parts:
        shown = email.utils.encode_rfc2231(name.decode("utf-8", "replace"), "utf-8").encode()
        where = b"\nContent-Disposition: attachment; filename*=" + shown if name else b""
        encoded = body_encode(data).encode()
        out += [b"\n--", boundary, b"\nContent-Type: ", media, where]
        out += [b"\nContent-Transfer-Encoding: base64\n\n", encoded]
    return b"".join([*out, b"\n--", boundary, b"--\n"])
