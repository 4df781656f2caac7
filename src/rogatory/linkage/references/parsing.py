"""Every number of a text by which some authority may call proceedings, read and made canonical."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.bodies import office_of
from rogatory.linkage.plain import words
from rogatory.linkage.references import (
    belgium,
    china,
    european_courts,
    interpol,
    kazakhstan,
    neighbours,
    russia,
    turkiye,
    united_nations,
)
from rogatory.linkage.references.forms import Alone, Canon, Form, Letters
from rogatory.linkage.references.model import Reference, Scheme, Sort
from rogatory.linkage.references.page import Page, page, sign_steps

FORMS: tuple[Form, ...] = (
    *kazakhstan.FORMS,
    *russia.FORMS,
    *neighbours.FORMS,
    *turkiye.FORMS,
    *china.FORMS,
    *belgium.FORMS,
    *interpol.FORMS,
    *united_nations.FORMS,
    *european_courts.FORMS,
)
"""Every form there is."""

AS_WRITTEN = Scheme(
    "as-written",
    "the authority that wrote it",
    "number in a form not known here",
    "",
    Sort.CASE,
    whole=False,
    source=Source((Cite("No scheme: the number as it is written"),)),
    check=Check.GENERAL,
    note="Never certain: it is only seen that the same is written twice.",
)
_REACH = 150
"""Characters before a number in which the words that name it, or its office, stand."""
_BEHIND = 60
"""Characters behind a number in which they stand."""
_SHORT = 200
"""Characters of a text that is about one number; its office may stand anywhere in it."""
_NUMBERLIKE = 3
"""Figures something must have to be a number in a form not known here."""
_FIGURE = re.compile(r"\d")
_FARTHEST = 10_000


@dataclass(frozen=True, slots=True)
class _Found:
    form: Form
    start: int
    end: int
    canon: Canon
    read: str
    away: int
    """Half characters to the words that name it, less by one where these stand behind; `_FARTHEST`: none do."""

    @property
    def said(self) -> bool:
        return self.away < _FARTHEST


def parse(text: str, state: str = "") -> tuple[Reference, ...]:
    """Every number of a text that some scheme reads, in their order.

    A number that several schemes read comes once for each, and then none of them is `decided`. What decides is a word
    beside it, the state, or a form that no other scheme has.

    Args:
        text: Any text; nothing of it makes this fail.
        state: Code of the state whose proceedings it tells of; empty: not known.

    Returns:
        The readings; empty where no form is found.
    """
    if not _FIGURE.search(text):
        return ()
    given = page(text)
    found = _readings(given, state)
    taken = {(f.start, f.end) for f, _ in found}
    made = [_reference(f, given, alone) for f, alone in found]
    mended = given.corrected()
    if mended is not None:
        made += _doubtful(given, mended, state, taken)
    return tuple(sorted(made, key=lambda r: r.start))


def as_written(text: str, state: str) -> Reference | None:
    """A number in a form not known here, made plain and no more; None where there are too few figures for a number.

    Args:
        text: The number, and no sentence around it.
        state: Code of the state whose authority gave it; two states' numbers are never the same.
    """
    parts = words(text)
    if len(text) > _SHORT or sum(c.isdigit() for part in parts for c in part) < _NUMBERLIKE:
        return None
    return Reference(
        AS_WRITTEN, "-".join(parts).upper(), text, 0, ("form not known: only made plain",), state, decided=False
    )


def _readings(on: Page, state: str) -> list[tuple[_Found, bool]]:
    """Every reading, and whether no other scheme reads the same characters as well."""
    raised = list(_unlike(_found(on, state)))
    kept: list[tuple[_Found, bool]] = []
    at: dict[tuple[int, int], list[_Found]] = {}
    for one in raised:
        at.setdefault((one.start, one.end), []).append(one)
    for span in _spans(at):
        nearest = min(f.away for f in at[span])
        readings = [f for f in at[span] if f.away == nearest or f.form.beside]
        rivals = {f.form.scheme.id for f in readings if not f.form.beside}
        kept += [(f, f.form.beside or len(rivals) == 1) for f in readings]
    return kept


def _found(on: Page, state: str) -> Iterator[_Found]:
    for form in FORMS:
        foreign = bool(state and form.scheme.state and form.scheme.state != state)
        named = not foreign or (form.own_words and (form.before or form.after))
        if not named or (form.sign and form.sign not in on.plain):
            continue
        alone = _read_alone(form, state, foreign)
        for match in form.pattern.finditer(_text(form, on)):
            away = _away(form, on.small, match.start(), match.end())
            if (away < _FARTHEST or alone) and (canon := form.make(match)) is not None:
                yield _Found(form, match.start(), match.end(), canon, match.group(), away)


def _text(form: Form, on: Page) -> str:
    if form.letters is Letters.ANY:
        return on.plain
    return on.latin if form.letters is Letters.LATIN else on.cyrillic


def _read_alone(form: Form, state: str, foreign: bool) -> bool:
    if foreign or form.alone is Alone.NEVER:
        return False
    return form.alone is not Alone.STATE or form.scheme.state == state


def _away(form: Form, small: str, start: int, end: int) -> int:
    if form.after and (behind := form.after.match(small[end : end + _BEHIND])):
        return 2 * behind.end() - 1
    window = small[max(0, start - _REACH) : start]
    if form.before and (ahead := form.before.search(window)):
        return 2 * (len(window) - ahead.start())
    return _FARTHEST


def _unlike(found: Iterable[_Found]) -> Iterator[_Found]:
    """The same scheme reads a number once, as it is named best."""
    best: dict[tuple[int, int, str], _Found] = {}
    for one in found:
        key = (one.start, one.end, one.form.scheme.id)
        if key not in best or one.away < best[key].away:
            best[key] = one
    yield from best.values()


def _spans(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest pieces of text that are numbers; what lies in one, or across its edge, is part of it."""
    kept: list[tuple[int, int]] = []
    last = -1
    for start, end in sorted(found, key=lambda s: (s[0], -s[1])):
        if start >= last:
            kept.append((start, end))
            last = end
    return kept


def _reference(one: _Found, on: Page, alone: bool) -> Reference:
    start, raw = on.was(one.start, one.end)
    sure = one.said or one.form.alone in (Alone.PLAIN, Alone.STATE)
    steps = sign_steps(raw, on.plain[one.start : one.end], one.read) + one.canon.steps
    scheme = one.form.scheme
    office = one.canon.office or ("" if scheme.whole else _office(scheme, on, one.start, one.end))
    return Reference(scheme, one.canon.text, raw, start, steps, office, decided=alone and sure)


def _office(scheme: Scheme, on: Page, start: int, end: int) -> str:
    whole = len(on.plain) <= _SHORT
    around = slice(0, None) if whole else slice(max(0, start - _REACH), end + _BEHIND)
    if scheme is united_nations.COMMUNICATION:
        return united_nations.committee(on.small[around])
    return office_of(on.plain[around])


def _doubtful(given: Page, mended: Page, state: str, taken: set[tuple[int, int]]) -> list[Reference]:
    made = []
    for one, alone in _readings(mended, state):
        was = given.plain[one.start : one.end]
        if was == mended.plain[one.start : one.end] or (one.start, one.end) in taken:
            continue
        changed = dict.fromkeys((a, b) for a, b in zip(was, mended.plain[one.start : one.end], strict=True) if a != b)
        steps = tuple(f"letter {a} taken for the figure {b}" for a, b in changed)
        read = _reference(one, mended, alone)
        made.append(replace(read, steps=steps + read.steps, decided=False, doubtful=True))
    return made
