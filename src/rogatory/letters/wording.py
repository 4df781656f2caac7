"""The texts of the letters: packaged as data, checked when they are read, filled with facts.

A slot stands for one fact by its name. A text that names an unknown fact, or leaves one unused, is not read at all, so
no letter can go out with a blank or without what it is for.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any, TypeGuard, get_args, get_origin, get_type_hints

from rogatory.decision.documents.document import Block, Heading, Listing, Paragraph, Table
from rogatory.decision.releasing.releasable import Releasable
from rogatory.law.vocabulary import measure
from rogatory.law.vocabulary.assurance import Risk
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import value_label
from rogatory.law.wording.terms import term
from rogatory.letters.facts import Country, Row
from rogatory.states.naming import name_in


class LetterError(ValueError):
    """A letter that cannot be written: a text or a fact is missing, unknown or empty. The message names it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a text.

    Attributes:
        form: `heading`, `text`, `list` or `table`.
        words: Its words with slots; for a list the words of one item, for a table those of its cells.
        over: The fact a list or table runs over; empty: none.
        head: Headings of a table.
        when: It stands only if each of these facts holds (`fact`), does not (`not fact`) or has a value (`fact:value`).
        binding: As in `Paragraph`.
        source: As in `Paragraph`.
    """

    form: str
    words: tuple[str, ...]
    over: str = ""
    head: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    binding: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one kind of letter in one language.

    Attributes:
        title: Its title.
        pieces: Its blocks.
        language: ISO 639-1.
        words: Words of days and of the members of enumerations, by class and value.
    """

    title: str
    pieces: tuple[Piece, ...]
    language: str
    words: Mapping[str, Any]


_FORMS = ("heading", "text", "list", "table")
_MORE = {"item", "cells", "head", "when", "binding", "source"}


@cache
def text_of(name: str, language: str) -> Text:
    """The packaged text.

    Raises:
        LetterError: There is none, or it is not written as it must be.
    """
    raw = _read(f"{name}.{language}.toml")
    pieces = tuple(_piece(entry, f"{name}.{language}.toml") for entry in raw["block"])
    return Text(raw["title"], pieces, language, _words(language, formal=raw.get("formal", False)))


@cache
def _words(language: str, *, formal: bool) -> Mapping[str, Any]:
    """The words letters share: everyday ones, or those of the law."""
    shared = _read(f"words.{language}.toml")
    if not formal:
        return shared
    spoken = Language.named(language)
    measures = {value: value_label(measure.type_, value, spoken) for value in measure.type_.values}
    risks = {risk.value: term(risk, spoken) for risk in Risk}
    return {**shared, **shared["formal"], "Measure": measures, "Risk": risks}


def _read(name: str) -> dict[str, Any]:
    file = files("rogatory.letters").joinpath("texts", name)
    if not file.is_file():
        raise LetterError(f"{name}: there is no such text")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise LetterError(f"{name}: {wrong}") from None


def _piece(entry: Mapping[str, Any], where: str) -> Piece:
    forms = [form for form in _FORMS if form in entry]
    if len(forms) != 1 or set(entry) - _MORE - set(forms):
        raise LetterError(f"{where}: a block has one of {_FORMS} and no more than {sorted(_MORE)}: {dict(entry)}")
    form = forms[0]
    if isinstance(entry[form], list):  # a list of sentences that are always the same
        said, over = tuple(entry[form]), ""
    else:
        said = {"list": (entry.get("item", ""),), "table": tuple(entry.get("cells", ()))}.get(form, (entry[form],))
        over = entry[form] if form in ("list", "table") else ""
    rest = {name: entry[name] for name in ("binding", "source") if name in entry}
    when = entry.get("when", [])
    when = (when,) if isinstance(when, str) else tuple(when)
    return Piece(form, said, over, tuple(entry.get("head", ())), when, **rest)


# --- checking ---------------------------------------------------------------------------------------------------------


def check(text: Text, facts: type, where: str) -> None:
    """Check a text against the facts it is filled with.

    Raises:
        LetterError: It names an unknown fact, leaves one unused, may print an empty one, or a word is not there.
    """
    hints = get_type_hints(facts)
    may_be_empty = {f.name for f in fields(facts) if f.default == ()}
    used: set[str] = set()
    asked: dict[str, set[str]] = {}
    for piece in (Piece("text", (text.title,)), *text.pieces):
        named = {piece.over} if piece.over else set(_slots(*piece.words, piece.source))
        if blank := (named & may_be_empty) - set(piece.when):
            raise LetterError(f"{where}: {sorted(blank)} may be empty, so the block needs `when`")
        if piece.over:
            _check_rows(piece, hints.get(piece.over), where, text)
        for member in _members(
            hints[name] for name in named & hints.keys() if name != piece.over or _rowed(hints[name])
        ):
            worded(member, text)
        for name, value in map(_condition, piece.when):
            asked.setdefault(name, set()).add(value)
        used |= named
    if (told := used | asked.keys()) != hints.keys():
        unknown, unused = sorted(told - hints.keys()), sorted(hints.keys() - told)
        raise LetterError(f"{where}: unknown slots {unknown}, unused facts {unused}")
    for name in asked.keys() - used:
        values = _values(hints[name])
        if not asked[name] <= values or (values - asked[name] and hints[name] is not bool):
            raise LetterError(f"{where}: {name!r} can be {sorted(values)}, the text says something of {asked[name]}")


def _check_rows(piece: Piece, hint: object, where: str, text: Text) -> None:
    row = (get_args(hint) or (hint,))[0]
    known = {f.name for f in fields(row)} if _is_row(row) else {piece.over}
    if (told := set(_slots(*piece.words))) != known:
        raise LetterError(f"{where}: the rows of {piece.over!r} have {sorted(known)}, the text names {sorted(told)}")
    if piece.form == "table" and len(piece.head) != len(piece.words):
        raise LetterError(f"{where}: the table over {piece.over!r} has {len(piece.words)} cells under {piece.head}")
    if not _rowed(hint):
        for member in _members((hint,)):
            points_of(member, text)


def _is_row(kind: object) -> TypeGuard[type[Row]]:
    return isinstance(kind, type) and issubclass(kind, Row)


def _rowed(hint: object) -> bool:
    """Whether a fact is a row after another; else it is a member of an enumeration, which stands for sentences."""
    return get_origin(hint) is tuple


def _values(hint: object) -> set[str]:
    """What a fact that decides between blocks can be."""
    return {member.value for member in _members((hint,))} or {"yes", "no"}


def _slots(*templates: str) -> Iterator[str]:
    """Names of the slots; a slot is a plain name, so that no template can reach into a value."""
    for template in templates:
        for _, name, form, conversion in Formatter().parse(template):
            if name is None:
                continue
            if not name.isidentifier() or form or conversion:
                raise LetterError(f"a slot is the name of a fact and nothing else: {template!r}")
            yield name


def _members(hints: Iterable[object]) -> Iterator[Enum]:
    """Every member of every enumeration that facts of these types may hold."""
    for hint in hints:
        for kind in (hint, *get_args(hint)):
            if isinstance(kind, type) and issubclass(kind, Enum):
                yield from kind
            elif _is_row(kind):
                yield from _members(get_type_hints(kind).values())


def _condition(when: str) -> tuple[str, str]:
    """The fact a condition asks for, and the value: `yes`, `no` or one of an enumeration."""
    if when.startswith("not "):
        return when.removeprefix("not "), "no"
    name, _, value = when.partition(":")
    return name, value or "yes"


# --- filling ----------------------------------------------------------------------------------------------------------


def blocks_of(text: Text, facts: object) -> Iterator[Block]:
    """The blocks of a letter with these facts."""
    for piece in text.pieces:
        if all(_holds(condition, facts) for condition in piece.when):
            yield _block(piece, facts, text)


def fill(template: str, facts: object, text: Text) -> str:
    """`template` with its slots filled, in the words of `text`."""
    values = {name: said(getattr(facts, name), text) for name in set(_slots(template))}
    for name, value in values.items():
        if value.endswith("."):  # initials, an abbreviation: one full stop ends the sentence too
            template = template.replace(f"{{{name}}}.", f"{{{name}}}")
    return template.format_map(values)


def said(value: object, text: Text) -> str:
    """A fact in words."""
    match value:
        case date():
            return day_in(value, text.language)
        case Enum():
            return worded(value, text)
        case Country(code):
            return name_in(code, text.language)
        case Releasable():
            return value.text(Language.named(text.language))
        case None:
            return str(text.words["day"]["none"])
        case _:
            return str(value)


def points_of(member: Enum, text: Text) -> tuple[str, ...]:
    """The sentences a member of an enumeration stands for, where a list runs over it.

    Raises:
        LetterError: The language has none for it.
    """
    table = f"{type(member).__name__}-points"
    try:
        return tuple(text.words[table][member.value])
    except KeyError:
        raise LetterError(f"words.{text.language}.toml: no [{table}] {member.value}") from None


def worded(member: Enum, text: Text) -> str:
    """The word of a member of an enumeration.

    Raises:
        LetterError: The language has no word for it.
    """
    try:
        return str(text.words[type(member).__name__][member.value])
    except KeyError:
        raise LetterError(f"words.{text.language}.toml: no [{type(member).__name__}] {member.value}") from None


def day_in(day: date, language: str) -> str:
    """A day written out.

    >>> day_in(date(2025, 3, 1), "fr"), day_in(date(2025, 3, 1), "ru")
    ('1er mars 2025', '1 марта 2025 года')
    """
    said = _words(language, formal=False)["day"]
    number = said.get("first", str(day.day)) if day.day == 1 else str(day.day)
    return str(said["form"]).format(day=number, month=said["months"][day.month - 1], year=day.year)


def _holds(when: str, facts: object) -> bool:
    name, wanted = _condition(when)
    value = getattr(facts, name)
    if wanted in ("yes", "no"):
        return bool(value) == (wanted == "yes")
    return bool(value.value == wanted)


def _block(piece: Piece, facts: object, text: Text) -> Block:
    match piece.form:
        case "heading":
            return Heading(fill(piece.words[0], facts, text), 2)
        case "text":
            source = fill(piece.source, facts, text)
            return Paragraph(fill(piece.words[0], facts, text), source=source, binding=piece.binding)
        case "list" if not piece.over:
            return Listing(tuple(fill(item, facts, text) for item in piece.words), ordered=True)
        case "list":
            return Listing(tuple(row[0] for row in _rows(piece, facts, text)))
        case _:
            return Table(piece.head, tuple(_rows(piece, facts, text)))


def _rows(piece: Piece, facts: object, text: Text) -> Iterator[tuple[str, ...]]:
    value = getattr(facts, piece.over)
    for row in value if isinstance(value, tuple) else points_of(value, text):
        if isinstance(row, Row):
            yield tuple(fill(cell, row, text) for cell in piece.words)
        else:
            yield tuple(cell.format_map({piece.over: said(row, text)}) for cell in piece.words)
