"""A recorded link in the words of the page: what it says, its evidence, the way to it, what it proposes.

What the rooms that compare say of a piece of evidence is English, and marked so where the page is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rogatory.law.grades import Grade
from rogatory.law.questions import Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language, said
from rogatory.law.wording.questions import ask, value_label
from rogatory.law.wording.terms import term
from rogatory.linkage.evidence import Closeness, Family
from rogatory.linkage.model import Band, By, Link, Step
from rogatory.linkage.wording import FAMILIES, MATCHED, NO_SUCH_REGISTER, REGISTERS, say_link, say_relation
from rogatory.office.deciding_links import proposal_name
from rogatory.office.link_words import closed_link
from rogatory.office.links_seen import LinkSeen
from rogatory.registers.model import RegisterKind

Told = Mapping[str, Any]


def sentence(link: LinkSeen, language: Language) -> str:
    """A link in one sentence; of one whose words are closed, the same for every register."""
    if link.told is None:
        return closed_link(link, language)
    told = link.told
    again = Link(
        id=told["id"], digest=told["digest"], register=told["register"], kind=RegisterKind(told["kind"]),
        entry=told["entry"], by=By(told["by"]), object=told["object"], with_=told["with"], band=Band(told["band"]),
        closeness=Closeness(told["closeness"]) if told["closeness"] else None,
        evidence=(), path=tuple(_step(step) for step in told["path"]), missing=(), proposes=(), says="",
        compartment=None, status=told.get("status", ""),
    )  # fmt: skip
    return say_link(again, language)


def _step(told: Told) -> Step:
    bits = None if told["bits"] is None else float(told["bits"])
    return Step(told["start"], told["relation"], told["end"], told["source"], bits)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence.

    Attributes:
        family: What it is about, in words.
        weight: Its bits.
        left: Words of the request, with where they stand.
        right: Words of the register, with where they stand.
        says: What was found (English).
        steps: How the one was read as the other (English).
        name: Whether it compares names, so that the steps are shown at once.
    """

    family: str
    weight: float
    left: Told
    right: Told
    says: str
    steps: tuple[str, ...]
    name: bool


def pieces(link: LinkSeen, language: Language) -> list[Piece]:
    """The evidence of a link, in the order recorded; none where its words are closed."""
    return [
        Piece(
            said(FAMILIES[Family(p["family"])], language), float(p["bits"]), p["left"], p["right"],
            p["says"][:1].upper() + p["says"][1:], tuple(p["steps"]), p["family"] == Family.NAME.value,
        )
        for p in (link.told["evidence"] if link.told else ())
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of the way from the request to what is known.

    Attributes:
        start: Who or what it leaves.
        start_place: Register and entry that one is known from; empty: the request.
        relation: What the start is to the end, in words.
        end: Who or what it reaches.
        end_place: Register and entry that one is known from; empty: the request.
        rests_on: What it was matched by, or the source that tells it.
        matched: Whether it was matched; otherwise a source tells it.
    """

    start: str
    start_place: str
    relation: str
    end: str
    end_place: str
    rests_on: str
    matched: bool


def way(link: LinkSeen, language: Language) -> list[Leg]:
    """The way by which a link was met; none where nothing settles that the two are one."""
    return [
        Leg(
            *_apart(step["start"]), say_relation(step["relation"], language), *_apart(step["end"]),
            _rests_on(step["source"], language), step["bits"] is not None,
        )
        for step in (link.told["path"] if link.told else ())
    ]  # fmt: skip


def _apart(label: str) -> tuple[str, str]:
    """A label without the register and entry at its end, and these."""
    name, _, place = label.removesuffix("]").rpartition(" [") if label.endswith("]") else (label, "", "")
    return name or label, place if name else ""


def _rests_on(source: str, language: Language) -> str:
    if not source.startswith(MATCHED):
        return source
    return ", ".join(said(FAMILIES[Family(f)], language) for f in source.removeprefix(MATCHED).split(", "))


@dataclass(frozen=True, slots=True)
class Proposed:
    """A finding a link proposes.

    Attributes:
        name: What a confirmation calls it.
        question: The question.
        about: The person of the case it is about; empty: the case.
        answer: The answer, in words; empty: the link only makes the question one that must be examined.
        grade: How far it is shown, in words.
        why: What of the link says so (English).
    """

    name: str
    question: str
    about: str
    answer: str
    grade: str
    why: str


def proposed(link: LinkSeen, language: Language) -> list[Proposed]:
    """What a link proposes; none where its words are closed."""
    told = [p for p in (link.told["proposes"] if link.told else ()) if p["question"] in VOCABULARY]
    return [
        Proposed(
            proposal_name(p["question"], p["about"]), ask(VOCABULARY[p["question"]], language), p["about"],
            _answer(VOCABULARY[p["question"]], p["answer"], language), term(Grade.named(p["grade"]), language), p["why"],
        )
        for p in told
    ]  # fmt: skip


def _answer(question: Question, answer: str, language: Language) -> str:
    return value_label(question, answer, language) if answer in question.values else answer


@dataclass(frozen=True, slots=True)
class LookedRow:
    """What was looked through in one register: what it holds, which it is, how much, of which day, what was not."""

    kind: str
    register: str
    entries: int | None
    as_of: str
    problem: str
    ours: bool


def looked(coverage: Sequence[Told], language: Language) -> list[LookedRow]:
    """The lines of a recorded screening; `ours` says that the problem is told in the language of the page."""
    return [
        LookedRow(
            said(REGISTERS[RegisterKind(line["kind"])], language), line["register"], line["entries"], line["as_of"],
            said(NO_SUCH_REGISTER, language) if (none := line["problem"] == NO_SUCH_REGISTER[0]) else line["problem"],
            none,
        )
        for line in coverage
    ]  # fmt: skip


def asked_names(coverage: Sequence[Told]) -> list[tuple[str, str]]:
    """The forms of names the registers were asked for, each once, with its scripts (English)."""
    asked = dict.fromkeys(name for line in coverage for name in line["names"])
    return [(name, scripts.removesuffix(")")) for name, _, scripts in (form.rpartition(" (") for form in asked)]
