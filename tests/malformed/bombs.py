"""Files made to take time or memory. Most are refused unread; those that are small enough are read to their end."""

from tests.malformed.foreign import BOMB

HEAD = "id: a\ntitle: t\nrequest: {kind: mla, requesting_state: KZ, requested_state: BE, received: 2020}\n"


def many(text: str, number: int, begin: str = "") -> bytes:
    """A case file in which `text` stands a number of times, `#` in it counted up."""
    told = "".join(text.replace("#", str(i)) for i in range(number)) if "#" in text else text * number
    return (HEAD + begin + told).encode()


BOMBS = {
    "aliases of aliases of aliases": BOMB,
    "a hundred thousand brackets": b"[" * 100_000,
    "a hundred thousand mappings in mappings": b"{a: " * 100_000,
    "half a million questions": b"? " * 500_000,
    "sixty thousand values": many("- a\n", 60_000, "sources:\n"),
    "fifty thousand empty values": many("-\n", 49_900, "sources:\n"),
    "a scalar of a megabyte": many("x", 990_000, "notes: "),
    "a key of a megabyte": many("k", 990_000, "? "),
    "a megabyte of escapes": many("\\x41", 240_000, 'notes: "') + b'"',
    "a megabyte of comments": b"#\n" * 499_000,
    "a megabyte of anchors": b"&a " * 330_000,
    "a megabyte of tags": b"a: !x y\n" * 120_000,
    "a megabyte of quotes": b"''" * 490_000,
    "a megabyte of colons": b": " * 490_000,
    "an indentation of a megabyte": b"a:\n" + b" " * 990_000 + b"b: c",
    "a version of five thousand digits": b"%YAML 1." + b"1" * 5_000 + b"\n--- a",
    "twenty-four thousand unknown fields": many("f#: 1\n", 24_000),
    "twenty-four thousand times the same field": many("a: 1\n", 24_000),
    "eight thousand unknown questions": many("- {question: person.refuge_her#, answer: yes}\n", 8_000, "findings:\n"),
    "eight thousand questions almost right": many("- {question: person.oposition, answer: y}\n", 8_000, "findings:\n"),
    "eight thousand findings about nobody": many(
        "- {question: person.opposition, about: P#, answer: yes}\n", 8_000, "findings:\n"
    ),
    "eight thousand findings that are none": many("- {question: [], answer: {}}\n", 8_000, "findings:\n"),
    "eight thousand findings of one name": many(
        "- {id: a, question: person.opposition, answer: yes}\n", 8_000, "findings:\n"
    ),
    "nine thousand persons": many("- {id: P#, name: x}\n", 9_000, "persons:\n"),
    "a measure that touches forty thousand persons": many(
        "  - P#\n", 40_000, "measures:\n- id: M\n  type: search\n  persons:\n"
    ),
    "three thousand treaty statuses": many(
        "- {state: KZ, instrument: BILATERAL:BE-KZ, status: party, since: 2001-01-01, source: x}\n",
        3_000,
        "treaties:\n",
    ),
    "two hundred treaty statuses for the same days": many(
        "- {state: KZ, instrument: BILATERAL:BE-KZ, status: party, since: 2001-01-01, source: x}\n", 200, "treaties:\n"
    ),
}
"""Files by what they hold; all of them are refused."""
