"""How a message shows what stands in a file, and what its writer may have meant."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

Path = tuple[str | int, ...]
"""Where a value stands in a case file: names of fields and numbers of entries, counted from 0."""

MOST_SHOWN = 60
"""Characters shown of a value at most: a message is one line, whatever the file holds."""
MOST_LISTED = 20
"""Names listed at most."""

_PLAIN_NAME = re.compile(r"[A-Za-z0-9_.<-]{1,60}")
_MEANT = {
    **dict.fromkeys(("y", "true", "on", "1", "oui", "ja"), "yes"),
    **dict.fromkeys(("n", "false", "off", "0", "non", "nee"), "no"),
}


def shown(value: object) -> str:
    """A value for a message: quoted, shortened, on one line, with nothing in it that could steer a terminal."""
    if isinstance(value, str):
        return repr(value if len(value) <= MOST_SHOWN else value[: MOST_SHOWN - 1] + "…")
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "nothing"


def field_name(name: object) -> str:
    """The name of a field for a message; quoted where it is none that could exist.

    >>> field_name("since"), field_name("a: b")
    ('since', "'a: b'")
    """
    text = str(name)
    return text if _PLAIN_NAME.fullmatch(text) else shown(text)


def dotted(path: Path) -> str:
    """A path as people write it.

    >>> dotted(("findings", 2, "answer"))
    'findings[2].answer'
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{field_name(part)}" if text else field_name(part)
    return text


def near(word: str, words: Iterable[str]) -> str:
    """What may have been meant by `word`, as a question; empty if nothing is close.

    >>> near("Opposition", ["opposition", "position"])
    'Did you mean opposition?'
    """
    meant = close(word, words)
    return f"Did you mean {' or '.join(meant)}?" if meant else ""


def close(word: str, words: Iterable[str]) -> list[str]:
    """Those of `words` that `word` may stand for: the one that differs in case or strokes only, else some like it."""
    known = {_plain(w): w for w in words}
    plain = _plain(word[: MOST_SHOWN * 2])
    if (meant := _MEANT.get(plain)) in known:
        plain = meant or plain
    return [known[c] for c in ([plain] if plain in known else get_close_matches(plain, list(known), n=3, cutoff=0.7))]


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def listed(words: Iterable[str], nothing: str = "none") -> str:
    """Names in a row, the first of very many.

    >>> listed(["P1", "P2"])
    'P1, P2'
    """
    names = list(words)
    more = f" and {len(names) - MOST_LISTED:,} more" if len(names) > MOST_LISTED else ""
    return (", ".join(names[:MOST_LISTED]) or nothing) + more
