"""`rogatory screen`: what a case, or a name, meets in registers, with the evidence, and what was looked through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import accumulate
from pathlib import Path
from typing import Any

from rogatory.casefile.model import CaseFile, Person, Request
from rogatory.casefile.parties import Identity, Told
from rogatory.cli.opening import day_named, open_case
from rogatory.cli.page import HEADING, QUIET, Code, Page, print_json, stop
from rogatory.intake.errors import CaseFileError
from rogatory.law.wording import Language, english_only
from rogatory.law.wording.language import said
from rogatory.linkage.book import Book
from rogatory.linkage.evidence import Evidence, strongest
from rogatory.linkage.model import Band, By, Link, Proposal, Screening
from rogatory.linkage.piece_wording import say_found, say_lacking, say_whom
from rogatory.linkage.screening import screen
from rogatory.linkage.wording import (
    BANDS,
    FAMILIES,
    LABELS,
    REGISTERS,
    say_link,
    say_looked,
    say_nothing_found,
    say_step,
    status_word,
)
from rogatory.people.mandates import Compartment
from rogatory.registers.format import REGISTER
from rogatory.registers.model import Register, RegisterEntry
from rogatory.registers.reading import read_register
from rogatory.states.records import NOT_NAMED

MARKS = {Band.MUST_EXAMINE: ("■", "bold red"), Band.LOOK: ("◇", "bold blue")}
"""A band has a word, a shape and a colour."""
BAR_COLUMNS = 30
"""Columns of the longest bar."""
NAME_COLUMNS = 34
"""Columns for what a piece of evidence is about."""


def named(names: list[str], born: list[str]) -> CaseFile:
    """A case about one person of whom only names and days of birth are known."""
    who = Identity(tuple(names), tuple(born))
    request = Request("mla", NOT_NAMED, NOT_NAMED)
    return CaseFile("name", "A name", request, persons=(Person("P1", names[0], identity=who),))


def run(case: CaseFile | str, registers: list[str], language: Language, *, known_at: str, as_json: bool) -> Code:
    """Print what a case meets; the exit code.

    Args:
        case: A case, or the name of its file.
        registers: Names of register files.
        language: Language of the text.
        known_at: Day after which nothing learned is looked at; empty: everything is.
        as_json: Whether to print JSON instead.
    """
    at = day_named(known_at, "--known-at") or date.max
    opened = open_case(case) if isinstance(case, str) else case
    book = Book(open_registers(registers))
    screening = screen(opened, book, at, frozenset(Compartment))
    if as_json:
        told = ("links", "counted", "coverage")
        print_json({"case": opened.id, **{name: _json(getattr(screening, name)) for name in told}})
    else:
        _Telling(Page(), book, language).tell(opened, screening)
    return Code.DONE if registers else Code.NOTHING


def open_registers(names: Iterable[str]) -> Iterator[Register]:
    """The registers in these files; what cannot be read stops everything, with every fault and its mend."""
    seen: dict[str, str] = {}
    for name in names:
        try:
            with Path(name).open("rb") as file:
                register = read_register(file.read(REGISTER.most_bytes + 1), name)
        except CaseFileError as error:
            stop(Code.BAD_INPUT, *(f"{name}: {fault}" for fault in error.faults), "Nothing was looked through.")
        except OSError as error:
            stop(Code.BAD_INPUT, f"{name}: cannot be read ({error.strerror}). Check the name of the register.")
        if register.id in seen:
            stop(Code.BAD_INPUT, f"{name}: register {register.id!r} is already read from {seen[register.id]}. "
                 "Name each register once.")  # fmt: skip
        seen[register.id] = name
        yield register


class _Telling:
    """Prints a screening in one language."""

    def __init__(self, page: Page, book: Book, language: Language) -> None:
        self.page, self.book, self.language = page, book, language

    def label(self, key: str) -> str:
        return said(LABELS[key], self.language)

    def tell(self, case: CaseFile, screening: Screening) -> None:
        """Links by band, then what was looked through."""
        self.page.line(f"{case.id}: {case.title}", HEADING)
        for band, (mark, style) in MARKS.items():
            links = [link for link in screening.links if link.band is band]
            if links:
                self.page.line()
                self.page.line(f"{mark} {said(BANDS[band], self.language).upper()}: {len(links)}", style)
            for number, link in enumerate(links, 1):
                self._link(number, link)
        if nothing := say_nothing_found(screening, self.language):
            self.page.line()
            self.page.line(nothing)
        self._coverage(screening)

    def _link(self, number: int, link: Link) -> None:
        entry = self.book.held(f"{link.register}/{link.entry}").entry
        self.page.line()
        self.page.item(f"{number}.", f"{say_link(link, self.language)} [{link.id}]", indent=0)
        self.page.line(self._entry(entry, link), QUIET, indent=3)
        if link.path:
            self.page.line(self.label("path"), HEADING, indent=3)
            for step in link.path:
                self.page.line(say_step(step, self.language), indent=5, hang=2)
        if link.evidence:
            self.page.line(self.label("evidence"), HEADING, indent=3)
            for row in self._bars(link):
                self.page.row(f"     {row}")
            for piece in link.evidence:
                self._piece(piece)
        if link.missing:
            self.page.line(self.label("missing"), HEADING, indent=3)
            for lack in link.missing:
                what, of, why = (
                    say(text, self.language).marked(self.language)
                    for say, text in ((say_lacking, lack.what), (say_whom, lack.of), (say_lacking, lack.why))
                )
                self.page.item("?", f"{what} ({self.label('ask')}: {of}): {why}", indent=5)
        if link.proposes:
            self.page.line(self.label("proposes"), HEADING, indent=3)
            for proposal in link.proposes:
                self.page.item("→", self._proposal(proposal), indent=5)

    def _bars(self, link: Link) -> Iterator[str]:
        """The evidence as bars; of a path its matches, which do not add up: it is as strong as the weakest."""
        if link.by is By.PATH:
            matches = [(f"{step.start} – {step.end}", step.bits) for step in link.path if step.bits is not None]
            yield from waterfall(matches, (self.label("weakest"), min(bits for _, bits in matches)), one_by_one=True)
            return
        counted = strongest(link.evidence) if link.by is By.PERSON else link.evidence
        pieces = [(said(FAMILIES[piece.family], self.language), piece.bits) for piece in counted]
        yield from waterfall(pieces, (self.label("together"), sum(bits for _, bits in pieces)))

    def _entry(self, entry: RegisterEntry, link: Link) -> str:
        status = status_word(entry.status, self.language) if entry.status else ""
        parts = [part for part in (entry.title, status, entry.on, entry.by, entry.state) if part]
        apart = f" {self.label('apart').capitalize()}: {link.compartment.value}." if link.compartment else ""
        return f"{', '.join(parts)}. {self.label('source')}: {entry.source}.{apart}"

    def _piece(self, piece: Evidence) -> None:
        found = say_found(piece.says, self.language).marked(self.language)
        words = f"{_told(piece.left)} | {_told(piece.right)}: {found}"
        self.page.item("-", f"{said(FAMILIES[piece.family], self.language)}: {words}", indent=5)
        if piece.steps:
            self.page.line(english_only("; ".join(piece.steps), self.language), QUIET, indent=7)

    def _proposal(self, proposal: Proposal) -> str:
        answer = f"{proposal.answer} ({proposal.grade})" if proposal.answer else self.label("asks")
        about = f", {self.label('about')} {proposal.about}" if proposal.about else ""
        return f"{proposal.question}: {answer}{about}. {english_only(proposal.why, self.language)}"

    def _coverage(self, screening: Screening) -> None:
        counted = dict(screening.counted)
        self.page.heading(self.label("coverage"))
        for looked in screening.coverage:
            kind = said(REGISTERS[looked.kind], self.language)
            name = f"{kind} [{looked.register}]" if looked.register else kind
            weak = counted.get(looked.register, 0)
            also = f" {weak} {self.label('counted')}." if weak else ""
            self.page.item("-", f"{name}: {say_looked(looked, self.language)}{also}")
        names = dict.fromkeys(name for looked in screening.coverage for name in looked.names)
        if names:
            self.page.line(f"{self.label('names')}: {'; '.join(names)}.", QUIET, indent=2)


def _told(told: Told) -> str:
    return f"«{told.text}»" + (f" ({told.where})" if told.where else "")


def waterfall(
    pieces: Sequence[tuple[str, float]], last: tuple[str, float], *, one_by_one: bool = False
) -> Iterator[str]:
    """Bars in bits, each beginning where the one before ends; ░ is what speaks against.

    Args:
        pieces: What each is called, and its bits.
        last: What the last bar is called, and its bits; it begins at nought.
        one_by_one: Whether every bar begins at nought instead.
    """
    starts = [0.0 if one_by_one else total for total in accumulate((bits for _, bits in pieces), initial=0.0)]
    rows = [(name, bits, start) for (name, bits), start in zip(pieces, starts, strict=False)] + [(*last, 0.0)]
    low = min(min(start, start + bits) for _, bits, start in rows)
    high = max(max(start, start + bits) for _, bits, start in rows)
    scale = BAR_COLUMNS / max(high - low, 1.0)
    for name, bits, start in rows:
        yield _bar(name, bits, (min(start, start + bits) - low) * scale, abs(bits) * scale)


def _bar(name: str, bits: float, offset: float, length: float) -> str:
    sign = "█" if bits > 0 else "░"
    bar = " " * round(offset) + sign * max(round(length), bits != 0)
    return f"{name[:NAME_COLUMNS]:<{NAME_COLUMNS}} {bits:+6.1f}  {bar}"


def _json(value: object) -> Any:  # noqa: ANN401 - JSON values
    """A screening as JSON values: kinds by their words, a field named with an underscore without it."""
    match value:
        case Enum():
            return value.value
        case tuple():
            return [_json(part) for part in value]
        case float():
            return round(value, 2)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {field.name.rstrip("_"): _json(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value
