"""Dutch word order from one text: the verb comes second in a main clause and last after *dat*.

A Dutch clause is written once, in the order it takes after *dat*. Each finite verb stands in square brackets; a caret
marks where it goes in a main clause. A separable verb is written with a plus sign: its first part stays behind.
"""

import re
from functools import cache

_VERB = re.compile(r"\[(?:(\w+)\+)?(\w+)\]")
_BLANKS = re.compile(r"\s{2,}")
_BLANK_BEFORE_STOP = re.compile(r"\s+([,.:;)])")


@cache
def main_clause(marked: str) -> str:
    """The clause standing by itself.

    Raises:
        ValueError: Carets and bracketed verbs do not pair.

    >>> main_clause("de aangezochte staat ^ de betrokkene als vluchteling [heeft] erkend")
    'de aangezochte staat heeft de betrokkene als vluchteling erkend'
    >>> main_clause("materiaal ^ een tekortkoming [aan+toont]")
    'materiaal toont een tekortkoming aan'
    """
    _check(marked)
    verbs = iter([match[2] for match in _VERB.finditer(marked)])
    placed = re.sub(r"\^", lambda _: next(verbs), _VERB.sub(lambda match: match[1] or "", marked))
    return _tidy(placed)


@cache
def subordinate_clause(marked: str) -> str:
    """The clause as it stands after *dat*.

    Raises:
        ValueError: Carets and bracketed verbs do not pair.

    >>> subordinate_clause("materiaal ^ een tekortkoming [aan+toont]")
    'materiaal een tekortkoming aantoont'
    """
    _check(marked)
    return _tidy(_VERB.sub(lambda match: (match[1] or "") + match[2], marked.replace("^", "")))


def _check(marked: str) -> None:
    if marked.count("^") != len(_VERB.findall(marked)) or marked.count("[") != marked.count("^"):
        msg = f"carets and bracketed verbs do not pair in {marked!r}: mark each verb as ^ ... [verb]"
        raise ValueError(msg)


def _tidy(text: str) -> str:
    return _BLANK_BEFORE_STOP.sub(r"\1", _BLANKS.sub(" ", text)).strip()
