"""A recorded link in the words of the page: what it says, its evidence, the way to it, what it proposes.

How one word was read as another is told in English, and marked so; so is what has no message in the page's language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rogatory.casefile.parties import Told
from rogatory.law.grades import Grade
from rogatory.law.questions import Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language, said
from rogatory.law.wording.questions import ask, value_label
from rogatory.law.wording.terms import term
from rogatory.linkage.evidence import Closeness, Evidence, Family, strongest
from rogatory.linkage.links import APART
from rogatory.linkage.model import Band, By, Link, Step
from rogatory.linkage.piece_wording import Worded, say_found, say_lacking, say_whom
from rogatory.linkage.wording import FAMILIES, MATCHED, PROBLEMS, REGISTERS, say_link, say_relation
from rogatory.office.acts.deciding_links import proposal_name
from rogatory.office.folds.links_seen import LinkSeen
from rogatory.office.streams.link_words import closed_link
from rogatory.registers.model import RegisterKind


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


def _step(told: Mapping[str, Any]) -> Step:
    return Step(told["start"], told["relation"], told["end"], told["source"], _bits(told["bits"]))


def _bits(told: str | None) -> float | None:
    return None if told is None else float(told)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence.

    Attributes:
        family: What it is about, in words.
        weight: Its bits.
        left: Words of the request, with where they stand.
        right: Words of the register, with where they stand.
        says: What was found.
        english: Whether that is English though the page is not.
        steps: How the one was read as the other (English).
        names: Whether names were compared, so that the steps are shown at once.
        counts: Whether its bits are among those added up.
    """

    family: str
    weight: float
    left: Told
    right: Told
    says: str
    english: bool
    steps: tuple[str, ...]
    names: bool
    counts: bool


def pieces(link: LinkSeen, language: Language) -> list[Piece]:
    """The evidence of a link, in the order recorded; none where its words are closed."""
    told = [_evidence(p) for p in (link.told["evidence"] if link.told else ())]
    # Of two persons pieces of one kind do not add up: the strongest of each counts.
    counted = strongest(told) if link.told and link.told["by"] == By.PERSON.value else told
    return [
        Piece(
            said(FAMILIES[p.family], language), p.bits, p.left, p.right, *_found(p.says, language), p.steps,
            names=p.family in (Family.NAME, Family.PARTY), counts=p in counted,
        )
        for p in told
    ]  # fmt: skip


def _found(says: str, language: Language) -> tuple[str, bool]:
    made = say_found(says, language)
    return made.text, made.english


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that would settle a link: what, who is asked for it, and why."""

    what: Worded
    of: Worded
    why: Worded


def lacking(link: LinkSeen, language: Language) -> list[Lacking]:
    """What would settle a link; none where its words are closed."""
    return [
        Lacking(say_lacking(m["what"], language), say_whom(m["of"], language), say_lacking(m["why"], language))
        for m in (link.told["missing"] if link.told else ())
    ]


def in_words(link: LinkSeen, language: Language) -> dict[str, Any] | None:
    """The recorded words of a link, each sentence with what it is in the reader's language (`told`), if it has one.

    None: its words are closed.
    """
    if link.told is None:
        return None
    evidence = [{**p, "told": _or_nothing(say_found(p["says"], language))} for p in link.told["evidence"]]
    missing = [
        {**m, "told": _or_nothing(of.what)} for m, of in zip(link.told["missing"], lacking(link, language), strict=True)
    ]
    return {**link.told, "told": sentence(link, language), "evidence": evidence, "missing": missing}


def _or_nothing(made: Worded) -> str:
    return "" if made.english else made.text


def _evidence(told: Mapping[str, Any]) -> Evidence:
    left, right = (Told(_open(told[side]["text"]), told[side]["where"]) for side in ("left", "right"))
    return Evidence(Family(told["family"]), float(told["bits"]), left, right, told["says"], tuple(told["steps"]))


def _open(text: str) -> str:
    """Words of a link, in the words of the page where another compartment holds them."""
    return f"[{_('stands apart')}]" if text == APART else text


def weakest(link: LinkSeen) -> float | None:
    """Bits of the weakest match on the way of a link by path, which is no surer than that; None of any other link."""
    if not link.told or link.told["by"] != By.PATH.value:
        return None
    return min((float(step["bits"]) for step in link.told["path"] if step["bits"] is not None), default=None)


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of the way from the request to what is known.

    Attributes:
        start: Who or what it leaves.
        start_line: Register and entry that one is known from; of the request, words a reader knows it by.
        start_known: Whether it is known from a register.
        relation: What the start is to the end, in words.
        end: Who or what it reaches, and the same of it.
        end_line: See `start_line`.
        end_known: See `start_known`.
        rests_on: What it was matched by, or the source that tells it.
        bits: Bits of the match; None: a source tells it.
    """

    start: str
    start_line: str
    start_known: bool
    relation: str
    end: str
    end_line: str
    end_known: bool
    rests_on: str
    bits: float | None

    @property
    def matched(self) -> bool:
        """Whether it was matched; otherwise a source tells it."""
        return self.bits is not None


def way(link: LinkSeen, language: Language, known_as: Mapping[str, str]) -> list[Leg]:
    """The way by which a link was met; none where nothing settles that the two are one.

    Args:
        link: The link.
        language: Language.
        known_as: Words by which a reader knows persons and proceedings of the case, by identifier.
    """

    def ends(label: str) -> tuple[str, str, bool]:
        name, place = _apart(label)
        return _open(name), place or known_as.get(name, ""), bool(place) or name == APART

    return [
        Leg(
            *ends(step["start"]), say_relation(step["relation"], language), *ends(step["end"]),
            _rests_on(step["source"], language), _bits(step["bits"]),
        )
        for step in (link.told["path"] if link.told else ())
    ]  # fmt: skip


def _apart(label: str) -> tuple[str, str]:
    """A label without the register and entry at its end, and these."""
    name, _, place = label.removesuffix("]").rpartition(" [") if label.endswith("]") else (label, "", "")
    return name or label, place if name else ""


def _rests_on(source: str, language: Language) -> str:
    if source == APART:
        return ""
    if not source.startswith(MATCHED):
        # The entry stands beside the name already.
        _, _, told = source.partition(": ")
        return told if "/" in source[: len(source) - len(told)] and told else source
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
            _answer(VOCABULARY[p["question"]], p["answer"], language),
            _grade(p["grade"], language), p["why"],
        )
        for p in told
    ]  # fmt: skip


def _answer(question: Question, answer: str, language: Language) -> str:
    return value_label(question, answer, language) if answer in question.values else answer


def _grade(grade: str, language: Language) -> str:
    return term(Grade.named(grade), language) if grade else ""


@dataclass(frozen=True, slots=True)
class LookedRow:
    """What was looked through in one register: what it holds, which it is, how much, of which day, what was not."""

    kind: str
    register: str
    entries: int | None
    as_of: str
    problem: str
    ours: bool


def looked(coverage: Sequence[Mapping[str, Any]], language: Language) -> list[LookedRow]:
    """The lines of a recorded screening; `ours` says that the problem is told in the language of the page."""
    return [
        LookedRow(
            said(REGISTERS[RegisterKind(line["kind"])], language), line["register"], line["entries"], line["as_of"],
            said(PROBLEMS[line["problem"]], language) if line["problem"] in PROBLEMS else line["problem"],
            line["problem"] in PROBLEMS,
        )
        for line in coverage
    ]  # fmt: skip


def asked_names(coverage: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The forms of names the registers were asked for, each once, with its scripts (English)."""
    asked = dict.fromkeys(name for line in coverage for name in line["names"])
    return [(name, scripts.removesuffix(")")) for name, _, scripts in (form.rpartition(" (") for form in asked)]
