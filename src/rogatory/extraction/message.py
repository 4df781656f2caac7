"""Messages (EML): headers as they came, what they say, and what is attached."""

import email.policy
import io
from email import message_from_bytes
from email.errors import HeaderParseError
from email.generator import BytesGenerator
from email.header import decode_header
from email.message import Message
from typing import TypeAlias

from rogatory.extraction.found import Found, Inner, Purse
from rogatory.extraction.markup import text_of_html
from rogatory.extraction.plain import decoded, one_page
from rogatory.received.pages import Page, page_of

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_SIGNATURES = ("pkcs7-signature", "x-pkcs7-signature", "pgp-signature")
_SIGNATURE = "It is the signature of the message; it was not checked."
_MOST_HEADERS = 200
_Message: TypeAlias = "Message[str, str]"


def read(data: bytes, purse: Purse) -> Found:
    """Read a message: its headers and its text a page, its other readings a page each, its attachments parts."""
    message = message_from_bytes(data)
    texts, attached = _sorted(message)
    pages = _pages(message, texts)
    taken, lacks = purse.turn(iter(pages), len(pages))
    headers = message.items()
    if len(headers) > _MOST_HEADERS:
        lacks.append(f"{len(headers) - _MOST_HEADERS:,} of its headers are not shown.")
    facts = [(name.lower(), str(value)) for name, value in headers[:_MOST_HEADERS]]
    return Found(
        pages=taken,
        inner=[_inner(number, part) for number, part in enumerate(attached, 1)],
        facts=[*facts, *(("defect", type(defect).__name__) for defect in message.defects)],
        lacks=lacks,
    )


def _sorted(message: _Message) -> tuple[list[_Message], list[_Message]]:
    """What is text of the message itself, and what is attached to it."""
    texts: list[_Message] = []
    attached: list[_Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        if part is not message and (kind == "message/rfc822" or _is_attachment(part)):
            attached.append(part)
        elif part.is_multipart() and part.get_content_maintype() != "message":
            waiting.extend(inner for inner in reversed(list(part.get_payload())) if isinstance(inner, Message))
        elif kind in ("text/plain", "text/html"):
            texts.append(part)
        else:
            attached.append(part)
    return texts, attached


def _is_attachment(part: _Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _pages(message: _Message, texts: list[_Message]) -> list[Page]:
    head = [f"{name}: {header(str(message[name]))}" for name in _SHOWN if message[name] is not None]
    read_once: list[str] = []
    for part in texts:
        content = decoded(_bytes(part), part.get_content_charset() or "").text
        text = text_of_html(content) if part.get_content_type() == "text/html" else content
        if not any(_words(text) == _words(other) for other in read_once):
            read_once.append(text)
    first, *others = read_once or [""]
    pages = [page_of(1, "\n".join([*head, "", *(line.text for line in one_page(first).lines)]))]
    return pages + [one_page(text, number) for number, text in enumerate(others, 2)]


def _words(text: str) -> list[str]:
    return text.split()


def _inner(number: int, part: _Message) -> Inner:
    name = header(str(part.get_filename() or "")) or f"attachment {number}"
    if part.get_content_type() == "message/rfc822":
        return Inner(name if part.get_filename() else f"message {number}", lambda: _whole(part))
    held = _SIGNATURE if part.get_content_subtype() in _SIGNATURES else ""
    return Inner(name, lambda: _bytes(part), held)


def _whole(part: _Message) -> bytes:
    """A message inside a message, as it was sent."""
    inner = part.get_payload()
    if not (isinstance(inner, list) and inner and isinstance(inner[0], Message)):
        return _bytes(part)
    out = io.BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0, policy=email.policy.compat32).flatten(inner[0])
    return out.getvalue()


def _bytes(part: _Message) -> bytes:
    if part.is_multipart():
        return part.as_bytes()
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def header(raw: str) -> str:
    """The words of a header, decoded and on one line."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    words = [decoded(piece, told or "").text if isinstance(piece, bytes) else piece for piece, told in pieces]
    return " ".join("".join(words).encode("utf-8", "replace").decode().split())
